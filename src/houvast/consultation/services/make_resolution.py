"""Record what the meeting decided on an item. About a case it becomes a task in that case, in the same transaction."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import Resolution
from houvast.consultation.services.steps.loading import LoadedItem, acting_on_item, is_case_closed
from houvast.directory.selectors import functions_of, organisation_exists, team_domain
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import Task
from houvast.plans.rules.tasks import Owner, task_problems
from houvast.plans.services.add_task import NewTask, add_task
from houvast.vault.sealing import seal

WHAT_PLACE = "consultation_resolution.what"


@dataclass(frozen=True, slots=True)
class NewResolution:
    """What was decided, who does it, and by which day. `id` is made before the act: pressing twice decides once."""

    what: str
    owner: Owner
    due_on: date | None
    id: UUID = field(default_factory=new_id)


def make_resolution(*, actor: Actor, now: datetime, item_id: UUID, new: NewResolution) -> UUID:
    """Record a resolution; gives its id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is there."""
    with acting_on_item(events.RESOLUTION_MADE, item_id, actor=actor, now=now) as loaded:
        closed = is_case_closed(loaded.of.viewer, loaded.item.case_id, now=now)
        verdict = policy.may_resolve(loaded.of.viewer, loaded.of.facts, case_closed=closed)
        loaded.of.permit(verdict)
        if Resolution.objects.filter(pk=new.id).exists():
            raise Conflict("Dit besluit staat er al.")
        problems = task_problems(new.what, new.owner, new.due_on, in_amsterdam(now).date())
        if loaded.item.case_id is None and "owner" not in problems and not _can_do(new.owner, loaded, now):
            problems["owner"] = "Kies iemand die aan deze tafel zit of in deze gemeente werkt."
        if problems or new.due_on is None:
            raise Invalid(problems)
        _make_task(loaded, new, verdict, actor=actor, now=now)
        row = _write(loaded, new, new.due_on, now)
        loaded.of.about("resolution", row.id, number=row.number, owner=row.owner_kind)
        return row.id


def _can_do(owner: Owner, loaded: LoadedItem, now: datetime) -> bool:
    """Say whether somebody can do something that is nobody's case: a member, a team or an organisation."""
    municipality_id = loaded.item.municipality_id
    if owner.member_id is not None:
        return bool(functions_of(owner.member_id, municipality_id=municipality_id, now=now))
    if owner.team_id is not None:
        return team_domain(owner.team_id, municipality_id=municipality_id) is not None
    return owner.organisation_id is not None and organisation_exists(owner.organisation_id)


def _make_task(loaded: LoadedItem, new: NewResolution, verdict: Verdict, *, actor: Actor, now: datetime) -> None:
    """Make the task first: the database takes a resolution about a case only when its task is there."""
    if loaded.item.case_id is not None:
        task = NewTask(new.what, new.owner, new.due_on, source=Task.Source.RESOLUTION, source_id=new.id)
        add_task(actor=actor, now=now, case_id=loaded.item.case_id, new=task, verdict=verdict)


def _write(loaded: LoadedItem, new: NewResolution, due_on: date, now: datetime) -> Resolution:
    owner, viewer = new.owner, loaded.of.viewer
    kinds = {
        Task.OwnerKind.MEMBER: owner.member_id,
        Task.OwnerKind.TEAM: owner.team_id,
        Task.OwnerKind.ORGANISATION: owner.organisation_id,
        Task.OwnerKind.RESIDENT: owner.resident_id,
        Task.OwnerKind.NETWORK: owner.network_member_id,
    }
    row = Resolution(
        id=new.id,
        item=loaded.item,
        number=1 + Resolution.objects.filter(item=loaded.item).count(),
        what_sealed=seal(loaded.key, new.what.strip(), place=f"{WHAT_PLACE}:{new.id}"),
        owner_kind=next(kind for kind, named in kinds.items() if named is not None),
        member_id=owner.member_id,
        team_id=owner.team_id,
        partner_id=owner.organisation_id,
        resident_id=owner.resident_id,
        network_member_id=owner.network_member_id,
        due_on=due_on,
        made_at=now,
        made_by_id=viewer.member_id,
        ground=min(viewer.domains, default="partner"),
        organisation_id=viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    row.save(force_insert=True)
    return row
