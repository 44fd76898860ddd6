"""Crucial moments in invented cases. Everybody in them is *verzonnen*."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from houvast.cases.models import CrucialMoment, MomentContact, MomentItem, MomentReport
from houvast.cases.rules.checklists import SHIPPED
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.move_moment import move_moment
from houvast.cases.services.name_moment_contact import NewContact, name_moment_contact
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.cases.services.set_checklist import set_checklist
from tests.worlds import World

PRISON_OUT, CLINIC_OUT = CrucialMoment.Kind.PRISON_OUT, CrucialMoment.Kind.CLINIC_OUT
FROM = MomentContact.Side.FROM
SATURDAY = date(2026, 11, 28)
FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 3)


def plan(
    world: World,
    case_id: UUID,
    kind: CrucialMoment.Kind = PRISON_OUT,
    *,
    now: datetime,
    on_date: date = FIRST,
    until: date | None = None,
    happened: bool = False,
    about: str = "Ruben gaat naar huis.",
    who: str = "sanne",
) -> UUID:
    """Plan a moment; gives its id."""
    new = NewMoment(kind, on_date, until, happened, about)
    return plan_moment(actor=world.actor(who), now=now, case_id=case_id, new=new)


def items_of(moment_id: UUID) -> list[UUID]:
    """Give the ids of the items of a moment, by number."""
    return list(MomentItem.objects.filter(moment_id=moment_id).order_by("number").values_list("pk", flat=True))


def let_hold(world: World, moment_id: UUID, who: str, *, now: datetime, due: date = FIRST) -> UUID:
    """Let somebody hold a new item before the moment; gives its id."""
    return add_moment_item(
        actor=world.actor("sanne"),
        now=now,
        moment_id=moment_id,
        text="De bewindvoerder bellen",
        who="",
        timing=MomentItem.Timing.BEFORE,
        due=due,
        member_id=world.id(who),
    )


def let_a_moment_go_on(world: World, case_id: UUID, *, now: datetime) -> None:
    """Let a case have a moment that was moved, with a contact, a report and somebody who holds an item."""
    sanne = world.actor("sanne")
    moment = plan(world, case_id, now=now)
    move_moment(actor=sanne, now=now, moment_id=moment, on_date=SECOND, until=None, reason="De zitting schoof op.")
    done = MomentReport.State.DONE
    report_moment_item(actor=sanne, now=now, item_id=items_of(moment)[0], state=done, text="De Klamp heeft een kamer.")
    contact = NewContact(FROM, "Casemanager (verzonnen)", "Gevangenis (verzonnen)", "0596 00 00 99")
    name_moment_contact(actor=sanne, now=now, moment_id=moment, new=contact)
    let_hold(world, moment, "bram", now=now)
    plan(world, case_id, CrucialMoment.Kind.ASSESSED_NOT_ADMITTED, now=now, on_date=now.date(), happened=True)
    own = [replace(SHIPPED["prison_out"][0], text="Wonen: een kamer")]
    set_checklist(
        actor=world.actor("beheer"), now=now, municipality_id=world.municipality.id, kind=PRISON_OUT, items=own
    )
