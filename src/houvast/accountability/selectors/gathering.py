"""Everything that is held about one person in a municipality, room by room, in a fixed number of queries.

It passes by the scopes of the rooms: who answers a request opens no case, but has to give what is in it. So only
`gather_request` calls this, for a request of which it is sure who asks, and puts on record from which cases it read.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.accountability.selectors.inspection import held_requests
from houvast.accountability.selectors.looked import held_looks
from houvast.cases.selectors.inspection import CaseAbout, cases_about, held_in_cases
from houvast.consultation.selectors.inspection import held_in_meetings
from houvast.directory.viewer import Viewer
from houvast.documents.selectors.inspection import held_documents
from houvast.intake.selectors.inspection import held_concerns
from houvast.kernel.held import Held
from houvast.letters.selectors.inspection import held_letters
from houvast.participation.selectors.inspection import held_participants, held_wishes
from houvast.plans.selectors.inspection import held_in_plans
from houvast.reporting_code.selectors.inspection import held_reporting_codes
from houvast.residents.selectors_inspection import held_in_register
from houvast.safety_house.selectors.inspection import (
    KeepingHouse,
    held_by_house,
    held_referrals,
    keeping_houses,
    sees_all_files,
)
from houvast.sharing.selectors.inspection import held_consents, held_disclosures, held_questions


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is held, and from which cases it came."""

    items: tuple[Held, ...]
    cases: tuple[CaseAbout, ...]


def everything_about(resident_id: UUID, municipality_id: UUID, *, is_resident: bool) -> Gathered:
    """Gather it. `is_resident` says that the person asks for themselves."""
    cases = cases_about(resident_id, municipality_id)
    ids = [case.id for case in cases]
    items = (
        *held_in_register(resident_id, is_resident=is_resident),
        *held_in_cases(resident_id, municipality_id),
        *held_in_plans(ids),
        *held_reporting_codes(resident_id, ids),
        *held_participants(ids),
        *held_wishes(resident_id, ids),
        *held_documents(ids),
        *held_letters(resident_id, ids),
        *held_concerns(resident_id, municipality_id),
        *held_in_meetings(ids),
        *held_referrals(ids),
        *held_consents(resident_id, ids),
        *held_disclosures(resident_id, ids),
        *held_questions(resident_id, municipality_id),
        *held_looks(municipality_id, cases),
        *held_requests(resident_id, municipality_id),
    )
    return Gathered(items, cases)


def houses_about(resident_id: UUID, municipality_id: UUID) -> tuple[KeepingHouse, ...]:
    """Give the houses that keep a file on a person, in two queries."""
    return keeping_houses([case.id for case in cases_about(resident_id, municipality_id)])


def everything_of_house(viewer: Viewer, resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give what the house where somebody works keeps itself about a person; only `gather_for_house` calls this."""
    return held_by_house(viewer.organisation_id, [case.id for case in cases_about(resident_id, municipality_id)])


def sees_all_of_house(viewer: Viewer, resident_id: UUID, municipality_id: UUID, *, now: datetime) -> bool:
    """Say whether somebody sees every file that their house keeps about a person."""
    return sees_all_files(viewer, [case.id for case in cases_about(resident_id, municipality_id)], now=now)
