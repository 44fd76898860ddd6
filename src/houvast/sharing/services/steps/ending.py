"""What was shared on a covenant ends with it: in the same second, everywhere, and never later than it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.models import Case
from houvast.cases.selectors.sights import running_sources
from houvast.cases.services.let_see import end_sight
from houvast.kernel.actor import Actor
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import Refused
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import scopes
from houvast.sharing.models import Disclosure, DisclosureTurn
from houvast.sharing.rules.content import OF_A_HOUSE, TurnState
from houvast.sharing.rules.covenants import CovenantLine, End, end_of
from houvast.sharing.services.steps.disclosing import SOURCE, open_to_receiver, withdraw, write_turn

_OVER = (TurnState.REFUSED, TurnState.DECLINED, TurnState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Relying:
    """Something that is shared on a covenant, or waits to be, with the last day that it has now."""

    row: Disclosure
    until_on: date


def relying_on_covenant(municipality_id: UUID, code: str, today: date) -> tuple[Relying, ...]:
    """Give what runs or waits on a covenant, in four queries. What went to a house is in its own file, and stays."""
    versions = scopes.grounds(municipality_id).filter(covenant=code).values_list("code", "number")
    relying = Q(pk__in=[])
    for ground, number in versions:
        relying |= Q(code=ground, version=number)
    over = DisclosureTurn.objects.filter(municipality_id=municipality_id, state__in=_OVER).values("disclosure_id")
    running = Disclosure.objects.filter(relying, municipality_id=municipality_id, until_on__gte=today)
    running = running.filter(case__key__destroyed_at__isnull=True)
    rows = list(running.exclude(pk__in=over).exclude(way__in=OF_A_HOUSE).order_by("at", "id"))
    until = _shortened(row.id for row in rows)
    found = (Relying(row, until.get(row.id, row.until_on)) for row in rows if row.until_on is not None)
    return tuple(each for each in found if each.until_on >= today)


def _shortened(ids: Iterable[UUID]) -> dict[UUID, date]:
    turns = DisclosureTurn.objects.filter(disclosure_id__in=list(ids), until_on__isnull=False)
    return {each.disclosure_id: each.until_on for each in turns.order_by("number") if each.until_on is not None}


def end_with_covenant(
    line: CovenantLine,
    relying: Iterable[Relying],
    cases: Mapping[UUID, Case],
    *,
    actor: Actor,
    by: UUID,
    now: datetime,
) -> list[UUID]:
    """End what relied on a covenant that is over, and shorten what would outlast it; gives what changed.

    `cases` are those of what relies on it, held by the caller.
    """
    today, changed, relying = in_amsterdam(now).date(), [], tuple(relying)
    seen = running_sources([each.row.id for each in relying], now=now)
    waiting = _waiting(each.row.id for each in relying)
    for each in relying:
        row, case, end = each.row, cases[each.row.case_id], end_of(line, each.until_on, today)
        if end is End.STAYS:
            continue
        changed.append(row.id)
        if end is End.OVER:
            why = f"Het convenant {line.name} geldt niet meer."
            withdraw(case, row.id, actor=actor, by=by, now=now, reason=why)
            continue
        why = f"Het convenant {line.name} geldt tot en met {exact(line.until_on)}."
        write_turn(case, row.id, TurnState.SHORTENED, by=by, now=now, reason=why, until_on=line.until_on)
        if row.id in seen and row.id not in waiting:
            end_sight(actor=actor, now=now, case_id=case.id, source=SOURCE, source_id=row.id)
            with suppress(Refused):  # whoever is locked out by now gets nothing back
                open_to_receiver(row, actor=actor, now=now, until_on=line.until_on)
    return changed


def _waiting(ids: Iterable[UUID]) -> frozenset[UUID]:
    """Give what waits for a second person: its receiver sees nothing of it yet."""
    turns = DisclosureTurn.objects.filter(disclosure_id__in=list(ids))
    asked, approved = (
        frozenset(turns.filter(state=state).values_list("disclosure_id", flat=True))
        for state in (TurnState.ASKED, TurnState.APPROVED)
    )
    return asked - approved
