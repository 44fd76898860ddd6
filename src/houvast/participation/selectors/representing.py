"""Who represents a resident in a case now: for who leads the case, and whom letters ask."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.own_page import people_of
from houvast.directory.viewer import Viewer
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.representing import Represents
from houvast.participation import scopes
from houvast.participation.models import Participant
from houvast.participation.rules.taking_part import Capacity, ParticipantKind, takes_part
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.selectors.taking_part import facts_of
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import against, numbers_kept_from

_JOINS = ("case__phase_period", "resident", "person", "network_member", "end")


def representing(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[Represents, ...]:
    """Give who represents whom by a page that works now, in a case that the viewer leads.

    In one query when nobody does, else in five. What puts a participant out ends this in the same second.
    """
    rows = scopes.participants(viewer, now=now).filter(case_id=case_id, kind=ParticipantKind.REPRESENTATIVE.value)
    found = list(rows.filter(end__isnull=True).select_related(*_JOINS).order_by("since", "id"))
    return tuple(_working(found, case_id, now)) if found else ()


def _working(rows: list[Participant], case_id: UUID, now: datetime) -> Iterator[Represents]:
    people, ages = people_of(case_id), own_page_facts(rows[0].municipality_id).ages
    shields, numbers = against(people.now, Other(), now=now), numbers_kept_from(people.ever, now=now)
    for row in rows:
        who = row.network_member_id or row.person_id
        if who and takes_part(facts_of(row, people.now, shields, numbers), ages, in_amsterdam(now).date()):
            yield Represents(who, row.resident_id, word_for(Capacity(row.capacity)))
