"""What plans hold about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import Plan, Task
from houvast.plans.rules.content import PlanContent, read
from houvast.plans.services.add_task import WHAT_PLACE
from houvast.plans.services.make_plan_version import CONTENT_PLACE
from houvast.vault.sealing import unseal


def held_in_plans(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the newest version of the plan of each case and its tasks, in two queries."""
    tasks: dict[UUID, list[str]] = {}
    for task in Task.objects.filter(case__in=case_ids).select_related("case__key").order_by("pk"):
        words = unseal(task.case.key, task.what_sealed, place=f"{WHAT_PLACE}:{task.id}")
        tasks.setdefault(task.case_id, []).append(words)
    rows = Plan.objects.filter(case__in=case_ids, case__key__destroyed_at=None)
    rows = rows.select_related("current__organisation", "case__key").order_by("case__opened_at", "pk")
    return tuple(_held(row, tasks.get(row.case_id, [])) for row in rows)


def _held(row: Plan, tasks: list[str]) -> Held:
    version = row.current
    content = read(unseal(row.case.key, version.content_sealed, place=f"{CONTENT_PLACE}:{version.id}"))
    on = in_amsterdam(version.made_at).date()
    lines = (*_lines(content), *(("Taak", words) for words in tasks))
    return Held(HeldKind.PLAN, f"Uw plan (versie {version.number})", lines, on, version.organisation.name, row.case_id)


def _lines(content: PlanContent) -> tuple[tuple[str, str], ...]:
    wrong = content.when_it_goes_wrong
    lines = (
        *(("Doel", goal.words) for goal in content.goals),
        ("Wat u van het plan vindt", content.resident_view.words),
        ("Wat uw netwerk ervan vindt", content.network_view.words),
        ("Waaraan u merkt dat het misgaat", wrong.signs),
        ("Wat dan te doen", wrong.what_to_do),
    )
    return tuple(line for line in lines if line[1])
