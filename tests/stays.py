"""Stays in another municipality, in invented cases. Everybody in them is *verzonnen*."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases.models import CrossingGround
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.cases.services.end_stay import end_stay
from houvast.cases.services.extend_stay import extend_stay
from houvast.kernel.ids import new_id
from tests.worlds import World

FROM, UNTIL, LATER = date(2026, 11, 23), date(2026, 12, 11), date(2027, 1, 15)
A_STAY = NewStay(
    ground=CrossingGround.CONSENT,
    ground_words="Ruben gaf toestemming op 20 november, aan Sanne.",
    agreement="Zij spreken Ruben elke week. Wij regelen de uitkering.",
    pays="De opvang: Opsterland. De rest: Eemsdelta.",
    parts=["people", "plan"],
    from_on=FROM,
    until_on=UNTIL,
)


def stay_of(there: World, who: str = "sanne") -> NewStay:
    """Give a stay that a member of the other municipality hosts."""
    return replace(A_STAY, host_member=there.id(who), id=new_id())


def agree(here: World, there: World, case_id: UUID, *, now: datetime) -> UUID:
    """Let Sanne agree on a stay that the Sanne of the other municipality hosts; gives its id."""
    return agree_stay(actor=here.actor("sanne"), now=now, case_id=case_id, new=stay_of(there))


def let_a_stay_go_on(here: World, there: World, case_id: UUID, *, now: datetime) -> None:
    """Let one stay be extended, and another end."""
    long, short = (agree(here, there, case_id, now=now) for _ in range(2))
    sanne, later = here.actor("sanne"), now + timedelta(minutes=1)
    extend_stay(actor=sanne, now=later, stay_id=long, until_on=LATER, reason="Er is nog geen woning.")
    end_stay(actor=sanne, now=later, stay_id=short, reason="Hij is weer thuis.")
