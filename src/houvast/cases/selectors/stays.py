"""Stays elsewhere: those of a case with their agreements, and those of which the last day is near."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import CrossingGround, StayElsewhere, StayTurn
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.stays import MOST_WARNED_DAYS, named
from houvast.cases.selectors.questions import MOST
from houvast.cases.services.steps.stay_rows import AGREEMENT_PLACE, GROUND_PLACE, PAYS_PLACE, TURN_PLACE
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

_JOINS = ("host", "host_member", "host_team", "turn", "agreed_by", "case__key")


@dataclass(frozen=True, slots=True)
class StayTurnLine:
    """A row of the history of a stay."""

    state: StayTurn.State
    until_on: date
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ElsewhereLine:
    """A stay: who takes part where, and until when. `who` is a member or a team there."""

    id: UUID
    case_id: UUID
    host: str
    who: str
    phone: str
    host_member_id: UUID | None
    host_team_id: UUID | None
    from_on: date
    until_on: date
    state: StayTurn.State
    turns: tuple[StayTurnLine, ...] = ()

    @property
    def has_ended(self) -> bool:
        """Say whether somebody put on record that it is over."""
        return self.state is StayTurn.State.ENDED

    def is_hosted_by(self, viewer: Viewer) -> bool:
        """Say whether the viewer hosts, alone or with a team."""
        return self.host_member_id in viewer.member_ids or self.host_team_id in viewer.team_ids


@dataclass(frozen=True, slots=True)
class StayPage:
    """One stay with its whole agreement."""

    line: ElsewhereLine
    ground: CrossingGround
    ground_words: str
    agreement: str
    pays: str
    parts: tuple[Part, ...]
    agreed_by: str


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ElsewhereLine, ...]:
    """Give the stays of a case that the viewer may see, the newest first, each with its history; in two queries."""
    rows = list(scopes.stays(viewer, now=now).filter(case_id=case_id).select_related(*_JOINS).order_by("-agreed_at"))
    turns = _turns(viewer, rows, now)
    return tuple(_line(row, turns.get(row.id, ())) for row in rows)


def by_id(viewer: Viewer, stay_id: UUID, *, now: datetime) -> StayPage:
    """Give one stay whole. Raises `NotVisible`."""
    row = scopes.stays(viewer, now=now).filter(pk=stay_id).select_related(*_JOINS).first()
    if row is None:
        raise NotVisible
    key = row.case.key
    agreed = named(row.parts)
    return StayPage(
        line=_line(row, _turns(viewer, [row], now).get(row.id, ())),
        ground=CrossingGround(row.ground),
        ground_words=unseal(key, row.ground_words_sealed, place=f"{GROUND_PLACE}:{row.id}"),
        agreement=unseal(key, row.agreement_sealed, place=f"{AGREEMENT_PLACE}:{row.id}"),
        pays=unseal(key, row.pays_sealed, place=f"{PAYS_PLACE}:{row.id}"),
        parts=tuple(part for part in Part if part in agreed),
        agreed_by=row.agreed_by.name,
    )


def ending(viewer: Viewer, *, now: datetime) -> tuple[ElsewhereLine, ...]:
    """Give the visible stays that end within the longest warning, or ended; the first to end first; in one query."""
    until = in_amsterdam(now).date() + timedelta(days=MOST_WARNED_DAYS)
    running = scopes.stays(viewer, now=now).filter(turn__until_on__lte=until).exclude(turn__state=StayTurn.State.ENDED)
    rows = running.select_related("host", "host_member", "host_team", "turn").order_by("turn__until_on", "id")
    return tuple(_line(row) for row in rows[:MOST])


def _turns(viewer: Viewer, rows: Sequence[StayElsewhere], now: datetime) -> dict[UUID, tuple[StayTurnLine, ...]]:
    keys = {row.id: row.case.key for row in rows}
    found = scopes.stay_turns(viewer, now=now).filter(stay_id__in=list(keys)).select_related("recorded_by")
    turns: dict[UUID, tuple[StayTurnLine, ...]] = {}
    for turn in found.order_by("-number"):
        turns[turn.stay_id] = (*turns.get(turn.stay_id, ()), _turn(turn, keys[turn.stay_id]))
    return turns


def _turn(row: StayTurn, key: Key) -> StayTurnLine:
    reason = unseal(key, row.reason_sealed, place=f"{TURN_PLACE}:{row.id}")
    return StayTurnLine(StayTurn.State(row.state), row.until_on, reason, row.recorded_by.name, row.recorded_at)


def _line(row: StayElsewhere, turns: tuple[StayTurnLine, ...] = ()) -> ElsewhereLine:
    host = row.host_member or row.host_team
    return ElsewhereLine(
        id=row.id,
        case_id=row.case_id,
        host=row.host.name,
        who=host.name if host else "",
        phone=host.phone if host else "",
        host_member_id=row.host_member_id,
        host_team_id=row.host_team_id,
        from_on=row.from_on,
        until_on=row.turn.until_on,
        state=StayTurn.State(row.turn.state),
        turns=turns,
    )
