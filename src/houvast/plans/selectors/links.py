"""Links to tasks: for who leads the case, and for who has one in hand."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.directory.viewer import Viewer
from houvast.plans import scopes
from houvast.plans.models import TaskLink
from houvast.plans.selectors.link_state import last_day_of, with_state, working
from houvast.plans.services.add_task import WHAT_PLACE
from houvast.plans.services.steps.link_secrets import digest_of_secret
from houvast.plans.services.steps.load_link import is_proven
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link that works, for who leads the case: to whom it was made, and until when it works."""

    contact: str
    organisation: str
    made_at: datetime
    last_day: date


@dataclass(frozen=True, slots=True)
class HeldLink:
    """A link in somebody's hand, for the door and the log. It says nothing of its task. `contact_id` is who acts."""

    id: UUID
    contact_id: UUID
    case_id: UUID
    municipality_id: UUID
    works: bool


@dataclass(frozen=True, slots=True)
class AskedTask:
    """What a partner reads after the code: what is asked, until when, and by which function of which organisation."""

    what: str
    due_on: date | None
    asked_as: str
    organisation: str


def link_of_task(viewer: Viewer, task_id: UUID, *, now: datetime) -> LinkLine | None:
    """Give the link to a task that works now, in two queries; None when there is none."""
    links = list(with_state(scopes.links(viewer, now=now).filter(task_id=task_id)).order_by("made_at", "id"))
    works = working(links, now=now)
    found = next((link for link in links if link.id in works), None)
    if found is None:
        return None
    contact = found.contact
    return LinkLine(contact.contact_name, contact.organisation.name, found.made_at, last_day_of(found))


def link_with_secret(secret: str, *, now: datetime) -> HeldLink | None:
    """Give the link of a secret, also when it does not work any more; None when there never was one."""
    return _held(scopes.link_of_secret(digest_of_secret(secret)), now)


def held_link(link_id: UUID, *, now: datetime) -> HeldLink | None:
    """Give a link that was opened in a session."""
    return _held(scopes.link_in_hand(link_id), now)


def asked_task(link: HeldLink, proof: UUID | None, *, now: datetime) -> AskedTask | None:
    """Give what is asked by a link that works, to who gave its code; None without that."""
    if not link.works or not is_proven(link.id, proof, now=now):
        return None
    row = scopes.link_in_hand(link.id).select_related("task__step", "case__key", "made_by__organisation").get()
    what = unseal(row.case.key, row.task.what_sealed, place=f"{WHAT_PLACE}:{row.task_id}")
    return AskedTask(what, row.task.step.due_on, row.asked_as, row.made_by.organisation.name)


def _held(rows: QuerySet[TaskLink], now: datetime) -> HeldLink | None:
    link = with_state(rows).first()
    if link is None:
        return None
    return HeldLink(link.id, link.contact_id, link.case_id, link.municipality_id, link.id in working([link], now=now))
