"""Register a person and open a case about them, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.desk.services.steps.themes_of_list import must_be_on_list
from houvast.kernel.actor import Actor
from houvast.residents.services.register_resident import NewResident, register_resident


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who the case is about, as far as known."""

    surname: str
    first_names: str = ""
    surname_prefix: str = ""
    bsn: str = ""


def open_case_for_person(
    *,
    actor: Actor,
    now: datetime,
    municipality_id: UUID,
    organisation_id: UUID,
    domain: str,
    kind: Case.Kind,
    name: str,
    phase: int,
    person: NewPerson,
    case_director: Choice | None,
    case_id: UUID,
    themes: Sequence[str] = (),
) -> OpenedCase:
    """Register and open, or do neither; once for each `case_id`.

    `themes` are codes of the list of the municipality. Raises `Refused`, `Invalid` or `Conflict`.
    """
    with together():
        must_be_on_list(themes, municipality_id)
        resident_id = register_resident(
            actor=actor,
            now=now,
            new=NewResident(
                municipality_id=municipality_id,
                organisation_id=organisation_id,
                ground=domain,
                surname=person.surname,
                surname_prefix=person.surname_prefix,
                first_names=person.first_names,
                bsn=person.bsn,
            ),
        )
        chosen = {} if case_director is None else {Responsibility.CASE_DIRECTION: case_director}
        return open_case(
            actor=actor,
            now=now,
            new=NewCase(
                municipality_id=municipality_id,
                kind=kind,
                name=name,
                phase=phase,
                domain=domain,
                residents=[NewCaseResident(resident_id)],
                themes=list(themes),
                chosen=chosen,
                id=case_id,
            ),
        )
