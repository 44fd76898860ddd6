"""What cases tell somebody who takes part without an account: for a higher room that judged who asks.

It passes by the scopes of this room, which know members only (ADR 0039). So it takes the id of one case, gives what a
participant may hear and no more: never a note, and never why.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from houvast.cases.models import Case, CaseOrganisation, CaseResident, MomentTurn
from houvast.cases.selectors.bands import Band, read_found
from houvast.cases.selectors.decided_between import PhaseBegun, phases_of
from houvast.kernel.working_time import in_amsterdam

_STANDS = (MomentTurn.State.EXPECTED, MomentTurn.State.MOVED)


@dataclass(frozen=True, slots=True)
class AroundLine:
    """An organisation around the people of a case, with whom to call."""

    name: str
    contact: str
    role: str
    phone: str


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case for who takes part in it: its band, the organisations around it, the steps that it took, and the next
    crucial moment by its kind and day, with its id.
    """

    band: Band
    around: tuple[AroundLine, ...]
    phases: tuple[PhaseBegun, ...]
    moment: tuple[str, date] | None
    moment_id: UUID | None


@dataclass(frozen=True, slots=True)
class PeopleOfCase:
    """The ids of whom a case is about now, and of everybody whom it ever was about."""

    now: tuple[UUID, ...]
    ever: frozenset[UUID]


def people_of(case_id: UUID) -> PeopleOfCase:
    """Give whom a case is and was about, in one query."""
    rows = CaseResident.objects.filter(case_id=case_id).order_by("since", "id").values_list("resident_id", "until")
    found = list(rows)
    return PeopleOfCase(tuple(who for who, until in found if until is None), frozenset(who for who, _ in found))


def own_case(case_id: UUID, *, now: datetime) -> OwnCase:
    """Give a case for who takes part in it, in six queries."""
    found = read_found(Case.objects.filter(pk=case_id), now)[0]
    rows = CaseOrganisation.objects.filter(case_id=case_id, until__isnull=True)
    around = tuple(
        AroundLine(*each)
        for each in rows.order_by("organisation__name", "id").values_list(
            "organisation__name", "contact_name", "contact_role", "phone"
        )
    )
    moment = _next_moment(case_id, in_amsterdam(now).date())
    told, moment_id = ((moment[0], moment[1]), moment[2]) if moment else (None, None)
    return OwnCase(found.band, around, phases_of(case_id), told, moment_id)


def _next_moment(case_id: UUID, today: date) -> tuple[str, date, UUID] | None:
    turns = MomentTurn.objects.filter(case_id=case_id, state__in=_STANDS, on_date__gte=today)
    newest = turns.filter(moment__turn_id=F("pk")).order_by("on_date", "pk")
    return newest.values_list("moment__kind", "on_date", "moment_id").first()
