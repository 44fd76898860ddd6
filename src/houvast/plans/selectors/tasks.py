"""Tasks as pages show them: those of a case, mine, my team's, and what is overdue."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.models import PhasePeriod
from houvast.directory.viewer import Viewer
from houvast.plans import scopes
from houvast.plans.models import Task, TaskStep
from houvast.plans.rules.figures import CountedWaiting
from houvast.plans.rules.tasks import Standing
from houvast.plans.services.add_task import WHAT_PLACE
from houvast.plans.services.steps.write_step import WHY_PLACE
from houvast.residents.rules.naming import full_name
from houvast.vault.sealing import unseal

_RUNS = PhasePeriod.State.OPEN
_OPEN = (Standing.OPEN.value, Standing.WAITING.value)
_JOINS = (
    "step__by",
    "step__link_end__link__contact__organisation",
    "case__key",
    "member__organisation",
    "team",
    "partner",
    "resident",
    "network_member",
    "added_by",
)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task: what, who does it, how it stands, until when. `step_id` is what the reader saw.

    `by_link` says that a partner said so by a link; `said_by` is then the contact.
    """

    id: UUID
    case_id: UUID
    case_code: str
    goal: UUID | None
    what: str
    owner: str
    owner_organisation: str
    owner_kind: str
    member_id: UUID | None
    team_id: UUID | None
    partner_id: UUID | None
    source: str
    source_id: UUID
    standing: Standing
    due_on: date | None
    why: str
    waiting_since: date | None
    asked: int
    missing: str
    stands_since: datetime
    said_by: str
    by_link: bool
    added_at: datetime
    added_by: str
    step_id: UUID
    is_mine: bool

    def is_overdue(self, today: date) -> bool:
        """Say whether it had to be done before today."""
        return self.standing.is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """How a task stands, and no more than that."""

    id: UUID
    standing: Standing
    due_on: date | None


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[TaskLine, ...]:
    """Give the visible tasks of a case, those still open first and by day, in one query."""
    rows = scopes.tasks(viewer, now=now).filter(case_id=case_id)
    lines = [_line(row, viewer) for row in rows.select_related(*_JOINS)]
    return tuple(sorted(lines, key=lambda each: (not each.standing.is_open, each.due_on or date.max, each.added_at)))


def mine(viewer: Viewer, *, now: datetime, most: int) -> tuple[TaskLine, ...]:
    """Give the open tasks of the viewer, of whom they stand in for and of their teams; soonest day first."""
    own = Q(member_id__in=viewer.member_ids) | Q(team_id__in=viewer.team_ids)
    return _soonest(scopes.tasks(viewer, now=now).filter(own), viewer, most)


def overdue_in(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime, today: date) -> dict[UUID, int]:
    """Count the overdue tasks of others by case, for cases that the viewer leads, in one query."""
    late = scopes.tasks(viewer, now=now).filter(case_id__in=case_ids, step__state__in=_OPEN, step__due_on__lt=today)
    rows = late.exclude(member_id__in=viewer.member_ids).exclude(team_id__in=viewer.team_ids)
    counts: dict[UUID, int] = {}
    for case_id in rows.values_list("case_id", flat=True):
        counts[case_id] = counts.get(case_id, 0) + 1
    return counts


def answered_in(viewer: Viewer, case_ids: Collection[UUID], *, since: datetime, now: datetime) -> tuple[TaskLine, ...]:
    """Give the tasks of these cases of which the newest word is that of a partner by a link, since a moment."""
    rows = scopes.tasks(viewer, now=now).filter(case_id__in=case_ids, step__link_end__at__gt=since)
    return tuple(_line(row, viewer) for row in rows.select_related(*_JOINS).order_by("step__at", "id"))


def waiting_to_lead(viewer: Viewer, *, now: datetime) -> tuple[TaskLine, ...]:
    """Give what waits for a provision in open cases that the viewer leads, the longest first; in one query."""
    rows = scopes.tasks_to_lead(viewer, now=now).filter(step__state=Standing.WAITING, case__phase_period__state=_RUNS)
    return tuple(_line(row, viewer) for row in rows.select_related(*_JOINS).order_by("step__waiting_since", "id"))


def counted_waiting(municipality_id: UUID) -> tuple[CountedWaiting, ...]:
    """Give what waits in open cases of a municipality, to count, in one query. The door asks the policy first."""
    rows = scopes.counted_tasks(municipality_id).filter(step__state=Standing.WAITING, case__phase_period__state=_RUNS)
    return tuple(
        CountedWaiting(case_id, missing, since)
        for case_id, missing, since in rows.values_list("case_id", "step__missing", "step__waiting_since")
        if since is not None
    )


def one(viewer: Viewer, task_id: UUID, *, now: datetime) -> TaskLine | None:
    """Give a visible task, in one query."""
    rows = scopes.tasks(viewer, now=now).filter(pk=task_id).select_related(*_JOINS)
    return next((_line(row, viewer) for row in rows), None)


def standings(source_ids: Collection[UUID]) -> dict[UUID, TaskStanding]:
    """Give how the tasks stand that came from these rows of a higher room, in one query and without what they say.

    The higher room has read those rows through its own scope: who sees a resolution sees what became of it.
    """
    rows = Task.objects.filter(source_id__in=source_ids).select_related("step")
    return {row.source_id: TaskStanding(row.id, Standing(row.step.state), row.step.due_on) for row in rows}


def _soonest(rows: QuerySet[Task], viewer: Viewer, most: int) -> tuple[TaskLine, ...]:
    waiting = rows.filter(step__state__in=_OPEN).select_related(*_JOINS).order_by("step__due_on", "added_at", "id")
    return tuple(_line(row, viewer) for row in waiting[:most])


def _line(row: Task, viewer: Viewer) -> TaskLine:
    step = row.step
    owner, organisation = _owner(row)
    contact = _answered_by(step)
    return TaskLine(
        id=row.id,
        case_id=row.case_id,
        case_code=row.case.code,
        goal=row.goal,
        what=unseal(row.case.key, row.what_sealed, place=f"{WHAT_PLACE}:{row.id}"),
        owner=owner,
        owner_organisation=organisation,
        owner_kind=row.owner_kind,
        member_id=row.member_id,
        team_id=row.team_id,
        partner_id=row.partner_id,
        source=row.source,
        source_id=row.source_id,
        standing=Standing(step.state),
        due_on=step.due_on,
        why=unseal(row.case.key, step.why_sealed, place=f"{WHY_PLACE}:{step.id}"),
        waiting_since=step.waiting_since,
        asked=step.asked,
        missing=step.missing,
        stands_since=step.at,
        said_by=step.by.name if step.by else contact,
        by_link=bool(contact),
        added_at=row.added_at,
        added_by=row.added_by.name,
        step_id=step.id,
        is_mine=row.member_id in viewer.member_ids or row.team_id in viewer.team_ids,
    )


def _answered_by(step: TaskStep) -> str:
    """Give who answered by a link, with the organisation; "" when nobody did."""
    end = getattr(step, "link_end", None)
    if end is None:
        return ""
    contact = end.link.contact
    return ", ".join(part for part in (contact.contact_name, contact.organisation.name) if part)


def _owner(row: Task) -> tuple[str, str]:
    """Give who does it and where they work; people outside an organisation work nowhere."""
    if row.member is not None:
        return row.member.name, row.member.organisation.name
    if row.team is not None:
        return row.team.name, ""
    if row.partner is not None:
        return row.partner.name, ""
    if row.resident is not None:
        return full_name(row.resident.first_names, row.resident.surname_prefix, row.resident.surname), ""
    return (row.network_member.name if row.network_member is not None else ""), ""
