"""A class that the code gives to an element means nothing without a rule in the stylesheets."""

import re
from pathlib import Path

import houvast.web

WEB = Path(houvast.web.__file__).parent


def test_every_class_that_the_code_gives_has_a_rule() -> None:
    rules = "\n".join(each.read_text() for each in sorted(WEB.glob("static/houvast/*.css")))
    given = {
        name
        for module in sorted(WEB.rglob("*.py"))
        for name in re.findall(r'"[^"\n]*?\b(houvast-[a-z0-9_-]+)[^"\n]*"', module.read_text())
        if "__" in name
    }
    assert "houvast-klok__rustig" in given
    assert sorted(name for name in given if f".{name}" not in rules) == []
