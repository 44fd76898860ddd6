"""Read a file, build what it says and gather every finding. Used by `load` (refuses) and `check` (reports)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from houvast.ave import references, schema
from houvast.ave.build import build_model, build_theme
from houvast.ave.document import Document, parse_document, read_document
from houvast.ave.finding import Finding, ModelError, Problem
from houvast.ave.forgotten import forgotten
from houvast.ave.model import Model, Theme

_FIXED_IN_THEME = ("fase", "verantwoordelijkheid", "functie")


@dataclass(frozen=True)
class Examined:
    """What a file holds and everything found in it; nothing is held when it could not be read."""

    content: Model | Theme | None
    findings: tuple[Finding, ...]

    def refuse_errors(self) -> None:
        """Raise ModelError when there is a finding of severity "fout"."""
        errors = tuple(finding for finding in self.findings if finding.severity == "fout")
        if errors:
            raise ModelError(errors)


def examine_file(path: Path) -> Examined:
    """Examine a model or theme in a file."""
    try:
        return examine_document(read_document(path))
    except ModelError as error:
        return Examined(None, error.findings)


def examine_text(text: str, where: str) -> Examined:
    """Examine the text of a model or theme; `where` is its name in findings."""
    try:
        return examine_document(parse_document(text, where))
    except ModelError as error:
        return Examined(None, error.findings)


def examine_document(document: Document) -> Examined:
    """Examine what was read."""
    raw = document.merged()
    content: Model | Theme = build_theme(raw) if "soort" in raw else build_model(raw)
    return Examined(content, tuple(document.finding(problem) for problem in _problems(content, raw)))


def _problems(content: Model | Theme, raw: Mapping[str, object]) -> Iterator[Problem]:
    if isinstance(content, Theme):
        for name in _FIXED_IN_THEME:
            if name in raw:
                yield Problem(
                    "fout",
                    (name,),
                    f"Een thema mag geen {name} hebben.",
                    "Fasen, verantwoordelijkheden en functies blijven die van de gemeente.",
                )
        yield from schema.problems(
            schema.THEME, {name: value for name, value in raw.items() if name not in _FIXED_IN_THEME}
        )
        yield from references.criteria_problems(raw)
    else:
        yield from schema.problems(schema.MODEL, raw)
        yield from references.criteria_problems(raw)
        yield from references.function_problems(content)
        yield from forgotten(content)
