"""Reads for who adopts an AVE model for a municipality: what is in use, and what another one would change."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PureWindowsPath
from uuid import UUID

from houvast.ave.changes import Change, changes
from houvast.ave.document import refuse_strange_base
from houvast.ave.examine import examine_text
from houvast.ave.finding import Finding, ModelError
from houvast.ave.load import shipped_themes
from houvast.ave.model import Model
from houvast.directory.model_text import read_model, whole_text
from houvast.directory.models import AdoptedModel, MemberFunction
from houvast.directory.selectors import holds_at, parsed_model
from houvast.directory.selectors_functions import HOUSE_FUNCTIONS
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible


@dataclass(frozen=True, slots=True)
class AdoptedLine:
    """A version of the model of a municipality."""

    number: int
    title: str
    code: str
    version: str
    theme: str
    adopted_at: datetime


@dataclass(frozen=True, slots=True)
class Proposed:
    """A model file that somebody wants to adopt; `where` is its name in findings, `theme` the code of a shipped one."""

    text: str
    where: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What adopting would mean. `after` is the version in use, 0 when there is none.

    `model` is None when there is an error; `left_out` are the titles of functions that people hold now and that the
    new model does not know.
    """

    after: int
    model: Model | None
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()
    left_out: tuple[str, ...] = ()


def adopted_models(manager: Viewer) -> tuple[AdoptedLine, ...]:
    """Give the versions of the own municipality, newest first. Raises `NotVisible` for who manages none."""
    rows = AdoptedModel.objects.filter(municipality_id=_municipality(manager)).order_by("-number")
    return tuple(_line(row, parsed_model(row)) for row in rows)


def preview_model(manager: Viewer, proposed: Proposed, *, now: datetime) -> Preview:
    """Say what is found in a model file, and what would change against the version in use."""
    newest = AdoptedModel.objects.filter(municipality_id=_municipality(manager)).order_by("-number").first()
    after = newest.number if newest else 0
    findings, model = _examined(proposed)
    if model is None:
        return Preview(after, None, findings)
    changed = changes(parsed_model(newest), model) if newest else ()
    return Preview(after, model, findings, changed, _left_out(manager, model, now))


def _municipality(manager: Viewer) -> UUID:
    if not manager.is_administrator or manager.municipality_id is None:
        raise NotVisible
    return manager.municipality_id


def _line(row: AdoptedModel, model: Model) -> AdoptedLine:
    return AdoptedLine(row.number, model.title, row.code, model.version, row.theme, row.adopted_at)


def _examined(proposed: Proposed) -> tuple[tuple[Finding, ...], Model | None]:
    try:
        refuse_strange_base(proposed.text, proposed.where)
        findings = _told(examine_text(proposed.text, proposed.where).findings)
        if any(finding.severity == "fout" for finding in findings):
            return findings, None
        return findings, read_model(whole_text(proposed.text, shipped_themes().get(proposed.theme)))
    except ModelError as wrong:
        return _told(wrong.findings), None


def _told(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors first, and of a file its name only: where the software stands on the server is nobody's business."""
    named = (replace(finding, file=Path(PureWindowsPath(finding.file).name).name) for finding in findings)
    return tuple(sorted(named, key=lambda finding: finding.severity != "fout"))


def _left_out(manager: Viewer, model: Model, now: datetime) -> tuple[str, ...]:
    held = MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"))
    unknown = held.filter(member__organisation_id=manager.organisation_id).exclude(
        function__in=[*model.functions, *HOUSE_FUNCTIONS]
    )
    return tuple(sorted(set(unknown.values_list("title", flat=True))))
