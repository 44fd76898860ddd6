"""Load a model or theme for use. What loads is whole: anything wrong raises `ModelError` with Dutch findings."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from houvast.ave.document import SHIPPED
from houvast.ave.examine import Examined, examine_file, examine_text
from houvast.ave.finding import Finding, ModelError
from houvast.ave.model import Boundary, Criterion, Group, Model, Theme, ThemeAddition

__all__ = [
    "ModelError",
    "load_file",
    "load_text",
    "load_theme",
    "shipped",
    "shipped_model",
    "shipped_theme",
    "shipped_themes",
    "with_theme",
]

_THEME_PREFIX = "thema-"


def load_file(path: Path) -> Model:
    """The model in a file. Raises ModelError when it cannot be read or has a finding of severity "fout"."""
    return _model(examine_file(path), str(path))


def load_text(text: str, where: str) -> Model:
    """The model in a text; `where` is its name in findings and the start of a relative `breidt_uit`."""
    return _model(examine_text(text, where), where)


def load_theme(path: Path) -> Theme:
    """The theme in a file. Raises ModelError like `load_file`."""
    examined = examine_file(path)
    examined.refuse_errors()
    if not isinstance(examined.content, Theme):
        raise _error(str(path), "Dit is een model, geen thema.", 'Een thema heeft de sleutel soort = "thema".')
    return examined.content


def shipped() -> Mapping[str, Path]:
    """The models that come with the software: code and file."""
    return {path.stem: path for path in sorted(SHIPPED.glob("*.toml")) if not path.stem.startswith(_THEME_PREFIX)}


def shipped_themes() -> Mapping[str, Path]:
    """The themes that come with the software: code and file."""
    return {path.stem.removeprefix(_THEME_PREFIX): path for path in sorted(SHIPPED.glob(f"{_THEME_PREFIX}*.toml"))}


def shipped_model(code: str) -> Model:
    """A model that comes with the software; KeyError when there is none with this code."""
    return load_file(shipped()[code])


def shipped_theme(code: str) -> Theme:
    """A theme that comes with the software; KeyError when there is none with this code."""
    return load_theme(shipped_themes()[code])


def with_theme(model: Model, theme: Theme) -> Model:
    """The model with the criteria, tables and protocols of a theme added; phases and responsibilities stay the same.

    Raises ModelError when the theme speaks of a boundary or phase that the model does not have, or uses a code twice.
    """
    findings = tuple(_misfits(model, theme))
    if findings:
        raise ModelError(findings)
    additions = {(addition.lower, addition.upper, addition.direction): addition for addition in theme.additions}
    return replace(
        model,
        themes=(*model.themes, theme.code),
        boundaries=tuple(
            _widened(boundary, additions.get((boundary.lower, boundary.upper, boundary.direction)))
            for boundary in model.boundaries
        ),
        tables=model.tables + theme.tables,
        protocols=model.protocols + theme.protocols,
    )


def _model(examined: Examined, where: str) -> Model:
    examined.refuse_errors()
    if not isinstance(examined.content, Model):
        raise _error(where, "Dit is een thema, geen model.", "Een thema heeft geen fasen; leg het over een model heen.")
    return examined.content


def _widened(boundary: Boundary, addition: ThemeAddition | None) -> Boundary:
    if addition is None:
        return boundary
    return replace(boundary, criteria=Group(addition.all_or_any, (boundary.criteria, addition.criteria)))


def _misfits(model: Model, theme: Theme) -> list[Finding]:
    where = f"thema {theme.code}"
    reasons = []
    crossings = {(boundary.lower, boundary.upper, boundary.direction) for boundary in model.boundaries}
    for addition in theme.additions:
        if (addition.lower, addition.upper, addition.direction) not in crossings:
            reasons.append(f"Het model heeft geen grens {addition.lower}-{addition.upper} in deze richting.")
    numbers = {phase.number for phase in model.phases}
    named = [(table.name, table.phases) for table in theme.tables]
    named += [(protocol.name, protocol.phases) for protocol in theme.protocols]
    for name, phases in named:
        if not numbers.issuperset(phases):
            reasons.append(f"{name} noemt een fase die het model niet heeft.")
    for code in sorted(_codes(model) & _codes(theme)):
        reasons.append(f"De code {code} bestaat al in het model.")
    why = "Een thema voegt alleen toe; het verandert niets aan het model van de gemeente."
    return [Finding("fout", where, "", None, reason, why) for reason in reasons]


def _codes(content: Model | Theme) -> set[str]:
    groups = content.boundaries if isinstance(content, Model) else content.additions
    items: list[Criterion] = [criterion for part in groups for criterion in part.criteria.criteria()]
    return (
        {f"criterium.{item.code}" for item in items}
        | {f"tafel.{table.code}" for table in content.tables}
        | {f"protocol.{protocol.code}" for protocol in content.protocols}
    )


def _error(where: str, what: str, why: str) -> ModelError:
    return ModelError((Finding("fout", where, "", None, what, why),))
