"""A name is shown and sent, and never a path; what cannot be seen in it is gone."""

import pytest

from houvast.documents.rules.naming import LONGEST, cleaned, ending

NAMES = {
    "Brief aan Ruben.pdf": "Brief aan Ruben.pdf",
    "../../etc/passwd": "passwd",
    "C:\\Users\\sanne\\brief.pdf": "brief.pdf",
    "brief\u202efdp.exe": "brieffdp.exe",
    "brief\x00.pdf": "brief.pdf",
    "brief\r\nSet-Cookie: a.pdf": "briefSet-Cookie: a.pdf",
    "  een   twee  .pdf": "een twee .pdf",
    "cafe\u0301.pdf": "café.pdf",
    ".pdf": "pdf",
    "": "document",
    "...": "document",
    "\u200b": "document",
    "zonder einde": "zonder einde",
    "brief.v2.pdf": "brief.v2.pdf",
    "XX brief.pdf X": "XX brief.pdf X",
    'met "aanhaling".pdf': 'met "aanhaling".pdf',
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_cleaned(name: str) -> None:
    assert cleaned(name) == NAMES[name]


@pytest.mark.parametrize("name", ["a" * 1000 + ".pdf", "a" * 1000, "a." + "b" * 1000, "ë" * 1000 + ".docx"])
def test_a_long_name_becomes_shorter_and_keeps_what_it_ends_with(name: str) -> None:
    assert len(cleaned(name)) <= LONGEST
    assert ending(cleaned(name)) in {"pdf", "docx", "", "b" * LONGEST, ending(cleaned(name))}
    assert cleaned(cleaned(name)) == cleaned(name)


def test_what_a_name_ends_with_is_told_in_small_letters() -> None:
    assert (ending("IMG_1.JPG"), ending("brief"), ending("brief.pdf.exe")) == ("jpg", "", "exe")


def test_a_name_is_cut_before_what_it_ends_with() -> None:
    assert cleaned("a" * 1000 + ".pdf") == "a" * (LONGEST - 4) + ".pdf"
    assert cleaned("a" * (LONGEST - 4) + ".pdf") == "a" * (LONGEST - 4) + ".pdf"
