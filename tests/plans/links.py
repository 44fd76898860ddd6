"""A task of a partner without an account, and a link to it. Everybody is *verzonnen*; the number cannot exist."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.kernel.actor import Actor, outsider
from houvast.plans.models import TaskLink
from houvast.plans.rules.links import LinkAnswer
from houvast.plans.rules.tasks import Owner
from houvast.plans.selectors.links import link_with_secret
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.answer_task_link import answer_task_link
from houvast.plans.services.make_task_link import make_task_link
from houvast.plans.services.send_link_code import send_link_code
from houvast.plans.services.try_link_code import try_link_code
from tests.plans.worlds import THURSDAY
from tests.worlds import NOW

MOBILE = "06 00 00 04 17"
SAYS_DONE = LinkAnswer(is_done=True)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Linked:
    """A task of an organisation with its contact, and the secret of the link that Sanne made."""

    case_id: UUID
    task_id: UUID
    contact_id: UUID
    link_id: UUID
    secret: str

    @property
    def actor(self) -> Actor:
        """Give the contact as who acts."""
        return outsider(self.contact_id)

    def works(self, now: datetime = NOW) -> bool:
        """Say whether the link opens something."""
        found = link_with_secret(self.secret, now=now)
        return found is not None and found.works

    def ask_code(self, now: datetime = NOW) -> str:
        """Ask for a code; gives it, as the practice region shows it."""
        return send_link_code(actor=self.actor, now=now, link_id=self.link_id).shown

    def try_code(self, code: str, now: datetime = NOW) -> UUID | None:
        """Fill a code in."""
        return try_link_code(actor=self.actor, now=now, link_id=self.link_id, typed=code)

    def prove(self, now: datetime = NOW) -> UUID:
        """Ask for a code and fill it in."""
        proof = self.try_code(self.ask_code(now), now)
        assert proof is not None
        return proof

    def answer(self, answer: LinkAnswer = SAYS_DONE, proof: UUID | None = None, now: datetime = NOW) -> None:
        """Answer."""
        answer_task_link(actor=self.actor, now=now, link_id=self.link_id, proof=proof, answer=answer)


def add_contact(
    by: Actor, case_id: UUID, organisation_id: UUID, *, phone: str = MOBILE, name: str = "Jan Prins", at: datetime = NOW
) -> UUID:
    """Record a contact of an organisation around a case."""
    new = NewCaseOrganisation(organisation_id, name, "wijkbeheerder", phone)
    return add_organisation(actor=by, now=at, case_id=case_id, new=new)


def make_linked(
    by: Actor,
    case_id: UUID,
    organisation_id: UUID,
    *,
    what: str = "Belt over de sleutel",
    now: datetime = NOW,
    name: str = "Jan Prins",
) -> Linked:
    """Agree on a task with an organisation that has no account, and make a link to it for its contact."""
    contact_id = add_contact(by, case_id, organisation_id, at=now, name=name)
    new = NewTask(what, Owner(organisation_id=organisation_id), THURSDAY)
    task_id = add_task(actor=by, now=now, case_id=case_id, new=new)
    return link_to(by, task_id, contact_id, now=now)


def link_to(by: Actor, task_id: UUID, contact_id: UUID, *, now: datetime = NOW) -> Linked:
    """Make a link to a task."""
    made = make_task_link(actor=by, now=now, task_id=task_id, contact_id=contact_id)
    link = TaskLink.objects.get(task_id=task_id, end__isnull=True)
    return Linked(link.case_id, task_id, contact_id, link.id, made.secret)
