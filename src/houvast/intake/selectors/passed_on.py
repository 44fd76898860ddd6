"""What was passed on to a team and waits for its answer, and the concerns of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.short_lists import ListKind
from houvast.intake.selectors.lines import address_of, name_of
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.steps.file_concern import TEXT_PLACE
from houvast.intake.services.steps.write_decision import REASON_PLACE
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

TAKEN_SHOWN = 25
"""How many of the concerns that a team took are listed."""


@dataclass(frozen=True, slots=True)
class PassedOnLine:
    """A concern that a team was asked to take, by whom and why, and until when it can answer; or who took it."""

    id: UUID
    name: str
    address: str
    point: str
    reported_on: date
    text: str
    team: str
    by: str
    reason: str
    note: str
    accept_before: datetime
    taken_by: str = ""
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseConcernLine:
    """A concern that belongs to a case. `text` is None for who may know that it is there, but not read it."""

    id: UUID
    point: str
    reported_on: date
    joined_at: datetime
    by: str
    text: str | None


def passed_on(viewer: Viewer, *, now: datetime) -> tuple[PassedOnLine, ...]:
    """Give what waits for an answer of the viewer's teams, soonest term first, in two queries."""
    rows = _decisions(viewer, Concern.State.PASSED_ON, now).order_by("accept_before", "id")
    settings = settings_of(viewer.municipality_id)
    return tuple(_passed_on_line(row, settings) for row in rows)


def taken(viewer: Viewer, *, now: datetime, size: int = TAKEN_SHOWN) -> tuple[PassedOnLine, ...]:
    """Give what the viewer's teams took, the newest first, in two queries: what is taken is not lost from sight."""
    rows = _decisions(viewer, Concern.State.DECIDED, now).order_by("-answer__answered_at", "id")
    settings = settings_of(viewer.municipality_id)
    return tuple(_passed_on_line(row, settings) for row in rows[:size])


def taken_by_team(viewer: Viewer, concern_id: UUID, *, now: datetime) -> PassedOnLine | None:
    """Give one concern that a team of the viewer took; None when there is none."""
    row = _decisions(viewer, Concern.State.DECIDED, now).filter(concern_id=concern_id).first()
    return None if row is None else _passed_on_line(row, settings_of(viewer.municipality_id))


def _decisions(viewer: Viewer, state: Concern.State, now: datetime) -> QuerySet[TriageDecision]:
    """Give the decisions by which a team of the viewer was asked, of concerns that stand so."""
    asked = scopes.with_team(viewer, now=now).filter(state=state)
    rows = scopes.decisions(viewer, now=now).filter(pk__in=asked.values("decision_id"))
    return rows.select_related("concern__key", "concern__point", "decided_by", "to_team", "answer__answered_by")


def _passed_on_line(row: TriageDecision, settings: IntakeSettings) -> PassedOnLine:
    concern, answer = row.concern, getattr(row, "answer", None)
    return PassedOnLine(
        id=concern.id,
        name=name_of(concern),
        address=address_of(concern),
        point=concern.point.name,
        reported_on=concern.reported_on,
        text=_text(concern.key, concern.text_sealed, f"{TEXT_PLACE}:{concern.id}"),
        team=row.to_team.name if row.to_team else "",
        by=row.decided_by.name,
        reason=settings.words(ListKind.REASON, row.reason, row.decided_at),
        note=_text(concern.key, row.reason_sealed, f"{REASON_PLACE}:{row.id}"),
        accept_before=row.accept_before or row.decided_at,
        taken_by=answer.answered_by.name if answer else "",
        taken_at=answer.answered_at if answer else None,
    )


def case_concerns(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[CaseConcernLine, ...]:
    """Give the concerns of a case that the viewer may know of, newest first, in one query."""
    readable = Exists(scopes.texts(viewer, now=now).filter(pk=OuterRef("pk")))
    rows = scopes.concerns(viewer, now=now).filter(case_id=case_id).annotate(readable=readable)
    joined = rows.select_related("key", "point", "decision__decided_by").order_by("-reported_on", "-received_at", "id")
    return tuple(
        CaseConcernLine(
            id=concern.id,
            point=concern.point.name,
            reported_on=concern.reported_on,
            joined_at=concern.decision.decided_at if concern.decision else concern.received_at,
            by=concern.decision.decided_by.name if concern.decision else "",
            text=_text(concern.key, concern.text_sealed, f"{TEXT_PLACE}:{concern.id}") if concern.readable else None,
        )
        for concern in joined
    )


def _text(key: Key | None, sealed: bytes | memoryview, place: str) -> str:
    return "" if key is None else unseal(key, sealed, place=place)
