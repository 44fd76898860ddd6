"""Open a case from a concern: the person, the case and the link between them come about together, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.link_cases import NewLink
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.desk.services.steps.themes_of_list import must_be_on_list
from houvast.intake.services.decide_new_case import CaseOfConcern, PersonOfConcern, decide_new_case
from houvast.kernel.actor import Actor
from houvast.residents.services.register_resident import register_resident


@dataclass(frozen=True, slots=True)
class NewCaseFromConcern:
    """What is asked to open a case from a concern: the reason for it, and what `NewCase` asks.

    The person of the concern comes into the case, registered when nobody confirmed a known resident; `surname` is for
    a concern that names nobody. `others` are residents who come with them. `themes` are codes of
    the list of the municipality; without them (None) those of the concern hold.
    """

    reason: str
    kind: Case.Kind
    name: str
    phase: int
    text: str = ""
    surname: str = ""
    role: str = ""
    is_child: bool = False
    others: Sequence[NewCaseResident] = ()
    household_id: UUID | None = None
    themes: Sequence[str] | None = None
    chosen: Mapping[Responsibility, Choice] = field(default_factory=dict)
    links: Sequence[NewLink] = ()


def open_case_from_concern(
    *, actor: Actor, now: datetime, concern_id: UUID, version: int, new: NewCaseFromConcern
) -> OpenedCase:
    """Decide "new case" about a concern and open it, in one transaction.

    Raises `NotVisible`, `Refused`, `Conflict` when somebody was first, or `Invalid` with a message at each field.
    """
    opened: list[OpenedCase] = []

    def open_for(person: PersonOfConcern) -> CaseOfConcern:
        resident_id = person.resident_id
        if resident_id is None:
            named = replace(person.new, surname=person.new.surname or new.surname)
            resident_id = register_resident(actor=actor, now=now, new=named)
        opened.append(open_case(actor=actor, now=now, new=_new_case(person, resident_id, new)))
        return CaseOfConcern(opened[0].id, resident_id)

    decide_new_case(
        actor=actor,
        now=now,
        concern_id=concern_id,
        version=version,
        reason=new.reason,
        text=new.text,
        open_for=open_for,
    )
    return opened[0]


def _new_case(person: PersonOfConcern, resident_id: UUID, new: NewCaseFromConcern) -> NewCase:
    if new.themes is not None:
        must_be_on_list(new.themes, person.new.municipality_id)
    about = NewCaseResident(resident_id, is_child=new.is_child, role=new.role)
    return NewCase(
        municipality_id=person.new.municipality_id,
        kind=new.kind,
        name=new.name,
        phase=new.phase,
        domain=person.new.ground,
        residents=[about, *new.others],
        household_id=new.household_id,
        themes=list(person.themes if new.themes is None else new.themes),
        chosen=new.chosen,
        links=new.links,
    )
