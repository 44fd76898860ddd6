"""Crucial moments in the stories: expected with contacts, and what has been done of their lists. *Verzonnen*."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.models import CrucialMoment, MomentContact, MomentItem, MomentReport
from houvast.cases.selectors.moments import by_id
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.directory.selectors import viewer
from houvast.practice.casework import Casework
from houvast.practice.region import Person

Kind = CrucialMoment.Kind
FROM, TO = MomentContact.Side.FROM, MomentContact.Side.TO
DONE, NOT_DONE = MomentReport.State.DONE, MomentReport.State.NOT_DONE


def expect(
    case: Casework,
    by: Person,
    now: datetime,
    kind: CrucialMoment.Kind,
    on: date,
    about: str,
    *contacts: NewContact,
    happened: bool = False,
) -> UUID:
    """Plan a moment, or record one that happened; gives its id."""
    new = NewMoment(kind, on, happened=happened, about=about, contacts=contacts)
    return plan_moment(actor=by.actor, now=now, case_id=case.id, new=new)


def also(by: Person, now: datetime, moment: UUID, text: str, who: str, due: date) -> None:
    """Put something more on the list, to be done before the moment."""
    before = MomentItem.Timing.BEFORE
    add_moment_item(actor=by.actor, now=now, moment_id=moment, text=text, who=who, timing=before, due=due)


def report(by: Person, now: datetime, moment: UUID, start: str, text: str = "", *, done: bool = True) -> None:
    """Report the items that begin with these words: done, or not and why."""
    seen_by = viewer(by.id, now=now)
    if seen_by is None:
        return
    for item in by_id(seen_by, moment, now=now).moment.items:
        if item.text.startswith(start):
            state = DONE if done else NOT_DONE
            report_moment_item(actor=by.actor, now=now, item_id=item.id, state=state, text=text)
