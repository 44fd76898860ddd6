"""What verbs about disclosures share: weighing, writing a turn, letting somebody see, and ending it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.models import Case
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.rules.stays import sight_of
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.cases.services.let_see import Sight, end_sight, let_see
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.sharing import scopes
from houvast.sharing.models import Disclosure, DisclosureTurn
from houvast.sharing.rules import places
from houvast.sharing.rules.content import OF_A_HOUSE, DisclosureState, TurnState, Way
from houvast.sharing.selectors.disclosures import of_cases
from houvast.vault.sealing import seal

SOURCE = "disclosure"


def write_turn(
    case: Case,
    disclosure_id: UUID,
    state: TurnState,
    *,
    by: UUID,
    now: datetime,
    reason: str = "",
    told_on: date | None = None,
    tell_before: date | None = None,
    until_on: date | None = None,
) -> None:
    """Write the next row of the history of a disclosure. The caller has locked the case."""
    turn_id = new_id()
    DisclosureTurn(
        id=turn_id,
        disclosure_id=disclosure_id,
        case=case,
        municipality_id=case.municipality_id,
        number=1 + DisclosureTurn.objects.filter(disclosure_id=disclosure_id).count(),
        state=state,
        told_on=told_on,
        tell_before=tell_before,
        until_on=until_on,
        reason_sealed=seal(case.key, reason.strip(), place=f"{places.TURN}:{turn_id}"),
        at=now,
        by_id=by,
    ).save(force_insert=True)


def open_to_receiver(row: Disclosure, *, actor: Actor, now: datetime, until_on: date | None) -> None:
    """Let the receiver see exactly what was chosen, until the end of the last day; on paper nobody sees anything."""
    if until_on is None or row.way in {Way.OUTSIDE, *OF_A_HOUSE}:
        return
    _, end = sight_of(until_on, until_on)
    whole = [row.receiver_id] if row.way == Way.ORGANISATION and row.receiver_id else []
    sight = Sight(
        Relation.SHARED_WITH,
        SOURCE,
        row.id,
        f"ground:{row.code}"[:40],
        member_ids=[UUID(member) for member in row.members],
        organisation_ids=whole,
        agreed=frozenset(Part(part) for part in row.parts),
        note_ids=[UUID(note) for note in row.notes],
        until=end,
        also_closed=False,
    )
    let_see(actor=actor, now=now, case_id=row.case_id, sight=sight)


def withdraw(case: Case, row_id: UUID, *, actor: Actor, by: UUID, now: datetime, reason: str) -> None:
    """Write that a disclosure was withdrawn; what was seen by it is gone in the same second."""
    write_turn(case, row_id, TurnState.WITHDRAWN, by=by, now=now, reason=reason)
    end_sight(actor=actor, now=now, case_id=case.id, source=SOURCE, source_id=row_id)


def relying_on(loaded: LoadedCase, consent_id: UUID, *, now: datetime) -> tuple[UUID, ...]:
    """Give the disclosures that run or wait and rely on a consent. Who withdraws one leads the case, so sees all."""
    lines = of_cases(loaded.viewer, [loaded.case.id], now=now)
    going_on = (DisclosureState.RUNNING, DisclosureState.WAITING)
    return tuple(each.id for each in lines if consent_id in each.consents and each.state in going_on)


@contextmanager
def acting_on_disclosure(
    event: Event, disclosure_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, Disclosure]]:
    """Act on the case of a disclosure that the actor may read. Raises `NotVisible`, on record."""
    with act_on_row(event, scopes.told_disclosures, disclosure_id, SOURCE, actor=actor, now=now) as (loaded, _):
        loaded.about(SOURCE, disclosure_id)
        yield loaded, Disclosure.objects.get(pk=disclosure_id)
