"""Plan a crucial moment, or record one that has happened, with the municipality's list of what to do around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import CrucialMoment, MomentItem, MomentTurn
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.moments import CARE_MOMENTS, plan_problems
from houvast.cases.services.name_moment_contact import NewContact, write_contact
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.moment_rows import (
    ABOUT_PLACE,
    NewItem,
    NewTurn,
    checklist,
    write_item,
    write_turn,
)
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class NewMoment:
    """What is planned. `until` is the last day when only a period is known; `id` makes pressing twice one moment."""

    kind: CrucialMoment.Kind
    on_date: date | None
    until: date | None = None
    happened: bool = False
    about: str = ""
    contacts: Sequence[NewContact] = ()
    id: UUID = field(default_factory=new_id)


def plan_moment(*, actor: Actor, now: datetime, case_id: UUID, new: NewMoment) -> UUID:
    """Plan a moment; gives its id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is there already.

    Before-items are left out of what has happened already: nobody can prepare it any more.
    """
    with acting_on_case(events.MOMENT_PLANNED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        problems = plan_problems(new.on_date, new.until, in_amsterdam(now).date(), happened=new.happened)
        if new.kind in CARE_MOMENTS and not _sees_care(loaded, now):
            problems["kind"] = "Openbare orde heeft geen grond voor een moment in de zorg. Vraag de casusregisseur."
        problems |= _contact_problems(new.contacts)
        if problems or new.on_date is None:
            raise Invalid(problems)
        if CrucialMoment.objects.filter(pk=new.id).exists():
            raise Conflict("Dit moment staat al klaar. U vindt het bij de casus.")
        _write(loaded, new, new.on_date, now)
        loaded.about("moment", new.id, kind=new.kind.value, happened=new.happened)
        return new.id


def _sees_care(loaded: LoadedCase, now: datetime) -> bool:
    return scopes.access(loaded.viewer, now=now).filter(case=loaded.case, part=Part.CARE_MOMENTS).exists()


def _contact_problems(contacts: Sequence[NewContact]) -> dict[str, str]:
    nameless = [each.side for each in contacts if not each.name.strip()]
    return {f"{side}_name": "Vul een naam in, of laat ook organisatie en telefoon leeg." for side in nameless}


def _write(loaded: LoadedCase, new: NewMoment, on_date: date, now: datetime) -> None:
    turn_id = new_id()
    CrucialMoment(
        id=new.id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        kind=new.kind,
        about_sealed=seal(loaded.case.key, new.about.strip(), place=f"{ABOUT_PLACE}:{new.id}"),
        planned_by_id=loaded.viewer.member_id,
        planned_at=now,
        turn_id=turn_id,
    ).save(force_insert=True)
    state = MomentTurn.State.HAPPENED if new.happened else MomentTurn.State.EXPECTED
    write_turn(loaded, new.id, NewTurn(state, on_date, new.until), number=1, now=now, turn_id=turn_id)
    for contact in new.contacts:
        write_contact(loaded, new.id, contact, now=now)
    items = [
        NewItem(each.text, each.who, MomentItem.Timing(each.timing), each.days)
        for each in checklist(loaded.case.municipality_id, new.kind)
        if not (new.happened and each.timing == MomentItem.Timing.BEFORE)
    ]
    for number, item in enumerate(items, start=1):
        write_item(loaded, new.id, item, number=number, now=now)
