"""Make a link by which a partner without an account answers one task."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.around import CaseContact, contacts_at
from houvast.cases.services.act_in_case import LoadedCase
from houvast.integrations.code_sender import code_sender
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import number_to_text
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy
from houvast.plans.models import Task, TaskLink, TaskLinkEnd
from houvast.plans.rules.links import DAYS_AFTER, days_problems, last_day
from houvast.plans.rules.tasks import Standing
from houvast.plans.services.steps.end_link import end_link
from houvast.plans.services.steps.link_secrets import digest_of_secret, new_secret
from houvast.plans.services.steps.load_task import acting_on_task

_NOBODY = "Kies wie de link krijgt: een contactpersoon van deze organisatie, met een mobiel nummer."


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link as it is handed over, once: afterwards nobody can read its secret any more."""

    secret: str = field(repr=False)
    contact: CaseContact
    last_day: date


def make_task_link(
    *, actor: Actor, now: datetime, task_id: UUID, contact_id: UUID | None, days_after: int = DAYS_AFTER
) -> MadeLink:
    """Make a link to an open task for a contact whose number stands at the case; a link from before ends.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the task is not open any more.
    """
    with acting_on_task(events.LINK_MADE, task_id, actor=actor, now=now) as (loaded, task):
        partner_id, sends = task.partner_id, code_sender() is not None
        loaded.permit(
            policy.may_link(loaded.viewer, loaded.facts, is_partners=partner_id is not None, sends_codes=sends)
        )
        if not Standing(task.step.state).is_open:
            raise Conflict("Deze taak is niet meer open. Er is dus niets meer te beantwoorden.")
        known = contacts_at(loaded.viewer, task.case_id, partner_id, now=now) if partner_id else ()
        contact = next((each for each in known if each.id == contact_id and number_to_text(each.phone)), None)
        problems = days_problems(days_after) | ({} if contact else {"contact": _NOBODY})
        until = last_day(task.step.due_on, days_after, in_amsterdam(now).date())
        if not problems and until < in_amsterdam(now).date():
            problems["days_after"] = "Zo is de link al voorbij. Kies meer dagen, of geef de taak eerst een nieuwe dag."
        if problems or contact is None:
            raise Invalid(problems)
        for former in TaskLink.objects.filter(task=task, end__isnull=True):
            end_link(former, TaskLinkEnd.Cause.FOLLOWED, now=now, by=loaded.viewer.member_id)
        secret = new_secret()
        link = _write(loaded, task, contact, secret, days_after, now)
        loaded.about("task_link", link.id, task=str(task.id), contact=str(contact.id))
        return MadeLink(secret, contact, until)


def _write(
    loaded: LoadedCase, task: Task, contact: CaseContact, secret: str, days_after: int, now: datetime
) -> TaskLink:
    link = TaskLink(
        id=new_id(),
        task=task,
        case_id=task.case_id,
        municipality_id=task.municipality_id,
        step=task.step,
        contact_id=contact.id,
        digest=digest_of_secret(secret),
        days_after=days_after,
        asked_as=loaded.viewer.title,
        made_at=now,
        made_by_id=loaded.viewer.member_id,
    )
    link.save(force_insert=True)
    return link
