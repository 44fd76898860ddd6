"""What was shared with whom: the list of a case, one disclosure, and the account for a resident."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import parts_of_notes
from houvast.cases.selectors.sights import running_sources
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import scopes
from houvast.sharing.models import Disclosure, DisclosureTurn
from houvast.sharing.rules import places
from houvast.sharing.rules.content import (
    OF_A_HOUSE,
    DisclosureContent,
    DisclosureState,
    TurnState,
    Way,
    read,
    state_of,
)
from houvast.sharing.rules.judging import ConflictStep, SecrecyRoute
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

MOST = 50
"""How many of what waits Mijn werk looks at."""

_JOINS = ("member__organisation", "receiver", "by", "case__key")
_ON_PAPER = frozenset({Way.OUTSIDE}) | OF_A_HOUSE


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A row of the history of a disclosure."""

    state: TurnState
    by: str
    by_id: UUID
    at: datetime
    reason: str
    told_on: date | None
    tell_before: date | None
    until_on: date | None


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """A disclosure as it stands. `content` is None for who it was shared with: they do not read why.

    `begun_at` is when the receiver began to see it: when it was approved, or else when it was shared. `told_on` and
    `tell_before` are the newest: when the resident heard of it, or when somebody looks again. So is
    `until_on`: what was shortened ends earlier.
    """

    id: UUID
    case_id: UUID
    number: int
    way: Way
    receiver: str
    organisation: str
    parts: frozenset[Part]
    notes: tuple[Part, ...]
    about: frozenset[UUID]
    code: str
    version: int
    law: str
    purpose: str
    route: SecrecyRoute | None
    steps: frozenset[ConflictStep]
    consents: frozenset[UUID]
    missing: tuple[str, ...]
    second_by: str
    told_on: date | None
    tell_before: date | None
    until_on: date | None
    by: str
    by_id: UUID
    at: datetime
    begun_at: datetime
    state: DisclosureState
    content: DisclosureContent | None
    turns: tuple[TurnLine, ...]

    @property
    def is_on_paper(self) -> bool:
        """Say whether it went on paper, or to a house under its own key."""
        return self.way in _ON_PAPER

    @property
    def went(self) -> bool:
        """Say whether it was ever shared."""
        return self.content is None or bool({TurnState.GIVEN, TurnState.APPROVED} & {each.state for each in self.turns})

    def wants_telling(self, today: date) -> bool:
        """Say whether somebody must look again whether the resident can be told."""
        running = self.state in (DisclosureState.RUNNING, DisclosureState.OVER)
        return running and self.told_on is None and self.tell_before is not None and self.tell_before <= today


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[DisclosureLine, ...]:
    """Give what was shared from a case, as far as the viewer may see it, the newest first; in five queries."""
    return of_cases(viewer, [case_id], now=now)


def of_cases(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[DisclosureLine, ...]:
    """Give what was shared from cases, the newest first, in five queries."""
    return _lines(viewer, list(_rows(viewer, now).filter(case_id__in=list(case_ids)).order_by("-at", "-number")), now)


def waiting_in(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[DisclosureLine, ...]:
    """Give what may wait for somebody in cases: asked of a second person, or not told to the resident yet."""
    asked = scopes.disclosure_turns(viewer, now=now).filter(state=TurnState.ASKED).values("disclosure_id")
    rows = _rows(viewer, now).filter(Q(told_on__isnull=True) | Q(pk__in=asked), case_id__in=list(case_ids))
    return _lines(viewer, list(rows.order_by("at", "number")[:MOST]), now)


def sent_to(viewer: Viewer, *, now: datetime) -> tuple[DisclosureLine, ...]:
    """Give what was shared with the viewer and what waits for their approval, the newest first, in five queries."""
    rows = scopes.sent_to(viewer, *scopes.OF_ONE, now=now).select_related(*_JOINS)
    return _lines(viewer, list(rows.order_by("-at", "-number")[:MOST]), now)


def by_id(viewer: Viewer, disclosure_id: UUID, *, now: datetime) -> DisclosureLine:
    """Give one disclosure. Raises `NotVisible`."""
    found = _lines(viewer, list(_rows(viewer, now).filter(pk=disclosure_id)), now)
    if not found:
        raise NotVisible
    return found[0]


def _rows(viewer: Viewer, now: datetime) -> QuerySet[Disclosure]:
    return scopes.disclosures(viewer, now=now).select_related(*_JOINS)


def _lines(viewer: Viewer, rows: Sequence[Disclosure], now: datetime) -> tuple[DisclosureLine, ...]:
    ids = [row.id for row in rows]
    told = set(scopes.told_disclosures(viewer, now=now).filter(pk__in=ids).values_list("pk", flat=True))
    runs, keys = running_sources(ids, now=now), {row.id: row.case.key for row in rows}
    turns: dict[UUID, tuple[TurnLine, ...]] = {}
    found = scopes.disclosure_turns(viewer, now=now).filter(disclosure_id__in=ids).select_related("by")
    for turn in found.order_by("number"):
        key = keys[turn.disclosure_id] if turn.disclosure_id in told else None
        turns[turn.disclosure_id] = (*turns.get(turn.disclosure_id, ()), _turn(turn, key))
    kinds = parts_of_notes([UUID(each) for row in rows for each in row.notes])
    return tuple(
        _line(row, turns.get(row.id, ()), kinds, now, told=row.id in told, runs=row.id in runs) for row in rows
    )


def _turn(row: DisclosureTurn, key: Key | None) -> TurnLine:
    reason = unseal(key, row.reason_sealed, place=f"{places.TURN}:{row.id}") if key else ""
    return TurnLine(
        TurnState(row.state), row.by.name, row.by_id, row.at, reason, row.told_on, row.tell_before, row.until_on
    )


def _line(
    row: Disclosure, turns: tuple[TurnLine, ...], kinds: Mapping[UUID, Part], now: datetime, *, told: bool, runs: bool
) -> DisclosureLine:
    today = in_amsterdam(now).date()
    content = read(unseal(row.case.key, row.content_sealed, place=f"{places.DISCLOSURE}:{row.id}") or _NOTHING)
    last_told = next((each for each in reversed(turns) if each.state is TurnState.TOLD), None)
    shortened = [each.until_on for each in turns if each.until_on is not None]
    until_on = shortened[-1] if shortened else row.until_on
    not_over = until_on is None or until_on >= today
    waits = not any(each.state is TurnState.APPROVED for each in turns) and turns[0].state is TurnState.ASKED
    member = row.member
    return DisclosureLine(
        id=row.id,
        case_id=row.case_id,
        number=row.number,
        way=Way(row.way),
        receiver=content.receiver,
        organisation=row.receiver.name if row.receiver else (member.organisation.name if member else ""),
        parts=frozenset(Part(part) for part in row.parts),
        notes=tuple(kinds[each] for each in map(UUID, row.notes) if each in kinds),
        about=frozenset(UUID(each) for each in row.about),
        code=row.code,
        version=row.version,
        law=row.law,
        purpose=row.purpose,
        route=SecrecyRoute(row.route) if row.route else None,
        steps=frozenset(ConflictStep(step) for step in row.steps),
        consents=frozenset(UUID(each) for each in row.consents),
        missing=tuple(row.missing),
        second_by=row.second_by,
        told_on=row.told_on if last_told is None else last_told.told_on,
        tell_before=row.tell_before if last_told is None else last_told.tell_before,
        until_on=until_on,
        by=row.by.name,
        by_id=row.by_id,
        at=row.at,
        begun_at=next((each.at for each in turns if each.state is TurnState.APPROVED), row.at),
        state=state_of((each.state for each in turns), runs=not_over and (runs or waits or Way(row.way) in _ON_PAPER)),
        content=content if told else None,
        turns=turns if told else (),
    )


_NOTHING = '{"receiver": "", "necessity": "", "least": "", "route_words": "", "told": ""}'
"""What is read of a disclosure whose key was destroyed."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the account for a resident: what went to whom, why, on which ground, when and until when.

    `ends_at` is when it was withdrawn, if it was. Reasons of professionals are not in it.
    """

    what: tuple[Part, ...]
    notes: tuple[Part, ...]
    receiver: str
    organisation: str
    purpose: str
    law: str
    at: datetime
    until_on: date | None
    withdrawn_at: datetime | None


def account_for(viewer: Viewer, case_id: UUID, resident_id: UUID | None, *, now: datetime) -> tuple[AccountLine, ...]:
    """Give what was shared about a resident (None: about anybody) from a case, for who leads it; the newest first.

    What the resident was not told yet is in it too: who gives the account judges whether that can be told now.
    """
    lines = of_case(viewer, case_id, now=now)
    went = {TurnState.GIVEN, TurnState.APPROVED}
    shared = (each for each in lines if went & {turn.state for turn in each.turns})
    return tuple(_account(each) for each in shared if resident_id is None or resident_id in each.about)


def _account(line: DisclosureLine) -> AccountLine:
    return AccountLine(
        what=tuple(part for part in Part if part in line.parts),
        notes=line.notes,
        receiver=line.receiver,
        organisation=line.organisation,
        purpose=line.purpose,
        law=line.law,
        at=line.at,
        until_on=line.until_on,
        withdrawn_at=next((each.at for each in line.turns if each.state is TurnState.WITHDRAWN), None),
    )
