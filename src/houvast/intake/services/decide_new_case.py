"""Decide "new case" about a concern. The case itself is opened by `desk.services.open_case_from_concern`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.intake import events
from houvast.intake.models import Concern
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.steps.file_concern import BSN_PLACE
from houvast.intake.services.steps.load_concern import LoadedConcern, acting_on_concern
from houvast.intake.services.steps.write_decision import WrittenDecision, move, reason_problem, write_decision
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.residents.services.register_resident import NewResident
from houvast.vault.sealing import unseal

# A list may hold something longer in this column; that is no postcode, and stays with the concern.
_LONGEST_POSTCODE = 7


@dataclass(frozen=True, slots=True)
class PersonOfConcern:
    """Who a concern is about: the resident whom somebody confirmed, else `new` as the register would take them in."""

    resident_id: UUID | None
    new: NewResident
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseOfConcern:
    """The case that was opened, and the resident whom it is about."""

    case_id: UUID
    resident_id: UUID


def decide_new_case(
    *,
    actor: Actor,
    now: datetime,
    concern_id: UUID,
    version: int,
    reason: str,
    text: str,
    open_for: Callable[[PersonOfConcern], CaseOfConcern],
) -> UUID:
    """Decide that a concern becomes a case; gives the id of the decision.

    `open_for` registers the person and opens the case inside this transaction, after it is known that the actor may
    decide and nobody was first. Raises `NotVisible`, `Refused`, `Conflict`, `Invalid` at the reason, and whatever
    `open_for` raises.
    """
    with acting_on_concern(
        events.CONCERN_DECIDED, actor=actor, now=now, concern_id=concern_id, version=version
    ) as loaded:
        loaded.permit_deciding()
        reasons = settings_of(loaded.concern.municipality_id).reasons
        problems = reason_problem(Outcome.NEW_CASE, reason, reasons)
        if problems:
            raise Invalid(problems)
        opened = open_for(_person(loaded))
        written = WrittenDecision(outcome=Outcome.NEW_CASE, reason=reason, text=text)
        decision_id = write_decision(loaded, written, now=now)
        move(loaded.concern, state=Concern.State.DECIDED, case_id=opened.case_id, resident_id=opened.resident_id)
        loaded.acting.case = opened.case_id
        return decision_id


def _person(loaded: LoadedConcern) -> PersonOfConcern:
    concern = loaded.concern
    new = NewResident(
        municipality_id=concern.municipality_id,
        organisation_id=concern.organisation_id,
        ground=concern.step,
        surname=concern.surname,
        surname_prefix=concern.surname_prefix,
        first_names=concern.first_names,
        birth_year=concern.birth_year,
        birth_month=concern.birth_month,
        birth_day=concern.birth_day,
        sex=concern.sex,
        street=concern.street,
        house_number=concern.house_number,
        postcode=concern.postcode if len(concern.postcode) <= _LONGEST_POSTCODE else "",
        town=concern.town,
        bsn=unseal(loaded.key, concern.bsn_sealed, place=f"{BSN_PLACE}:{concern.id}"),
    )
    return PersonOfConcern(concern.resident_id, new, tuple(concern.themes))
