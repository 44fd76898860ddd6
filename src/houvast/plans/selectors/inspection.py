"""What plans hold about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import (
    Limit,
    LimitEnd,
    LimitTold,
    PlanVersion,
    TailorMade,
    TailorMadeDecision,
    TailorMadeOutcome,
    Task,
    TaskStep,
)
from houvast.plans.rules.content import PlanContent, read
from houvast.plans.rules.limits import Measure
from houvast.plans.rules.tasks import Standing
from houvast.plans.rules.ways import DEFAULT_WAYS
from houvast.plans.services.make_plan_version import CONTENT_PLACE
from houvast.vault.held_rows import Told, held_rows
from houvast.vault.sealing import unseal

_PLAN, _BY = HeldKind.PLAN, "by__organisation__name"
_TASK = Told(_PLAN, "Taak", "added_at", "organisation__name", texts={"what": "Wat"})
_STEP = Told(
    _PLAN,
    "Hoe een taak staat",
    "at",
    _BY,
    texts={"why": "Waarom"},
    plain={"due_on": "Voor"},
    coded={"state": ("Stand", Standing)},
)
_LIMIT = Told(
    _PLAN,
    "Beperkende maatregel",
    "at",
    "organisation__name",
    forms={"content": {"what": "Wat", "authority": "Wie dit oplegt", "law": "Grond", "told": "Wat u is verteld"}},
    plain={"starts_on": "Van", "ends_on": "Tot en met"},
    coded={"kind": ("Maatregel", Measure)},
)
_LIMIT_END = Told(
    _PLAN, "Maatregel eerder beëindigd", "at", _BY, texts={"why": "Waarom"}, plain={"ended_on": "Beëindigd op"}
)
_LIMIT_TOLD = Told(
    _PLAN, "Verteld over een maatregel", "at", _BY, texts={"words": "Wat"}, plain={"told_on": "Verteld op"}
)
_TAILOR = Told(
    _PLAN,
    "Maatwerk",
    "at",
    "organisation__name",
    forms={"content": {"what": "Wat", "effect": "Wat het moet brengen", "without": "Wat er anders gebeurt"}},
    money={"cents": "Gevraagd bedrag"},
)
_TAILOR_ANSWER = Told(
    _PLAN,
    "Besluit over maatwerk",
    "at",
    _BY,
    texts={"why": "Waarom"},
    plain={"decided_on": "Besloten op"},
    coded={"answer": ("Besluit", TailorMadeDecision.Answer)},
    money={"granted_cents": "Bedrag"},
)
_TAILOR_OUTCOME = Told(
    _PLAN,
    "Wat maatwerk bracht",
    "at",
    _BY,
    texts={"words": "Wat het bracht"},
    coded={"brought": ("Hielp het", TailorMadeOutcome.Brought)},
    money={"spent_cents": "Uitgegeven"},
)


def held_in_plans(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give each version of the plans, tasks with how they stand, limits and tailor-made help; each in one query."""
    return (
        *_versions(case_ids),
        *held_rows(Task.objects.filter(case__in=case_ids), _TASK),
        *held_rows(TaskStep.objects.filter(case__in=case_ids), _STEP),
        *held_rows(Limit.objects.filter(case__in=case_ids), _LIMIT),
        *held_rows(LimitEnd.objects.filter(case__in=case_ids), _LIMIT_END),
        *held_rows(LimitTold.objects.filter(case__in=case_ids), _LIMIT_TOLD),
        *held_rows(TailorMade.objects.filter(case__in=case_ids), _TAILOR),
        *held_rows(TailorMadeDecision.objects.filter(case__in=case_ids), _TAILOR_ANSWER),
        *held_rows(TailorMadeOutcome.objects.filter(case__in=case_ids), _TAILOR_OUTCOME),
    )


def _versions(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    rows = PlanVersion.objects.filter(plan__case__in=case_ids, plan__case__key__destroyed_at=None)
    rows = rows.select_related("organisation", "plan__case__key").order_by("plan__case__opened_at", "-number", "pk")
    return tuple(_held(row) for row in rows)


def _held(row: PlanVersion) -> Held:
    case = row.plan.case
    content = read(unseal(case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}"))
    title, on = f"Uw plan (versie {row.number})", in_amsterdam(row.made_at).date()
    return Held(_PLAN, title, _lines(content), on, row.organisation.name, case.id, case.key_id)


def _lines(content: PlanContent) -> tuple[tuple[str, str], ...]:
    wrong = content.when_it_goes_wrong
    lines = (
        *(("Doel", goal.words) for goal in content.goals),
        ("Wat u van het plan vindt", content.resident_view.words),
        ("Wat uw netwerk ervan vindt", content.network_view.words),
        ("Wat het plan betekent voor de kinderen", content.children),
        ("Werkwijzen", ", ".join(DEFAULT_WAYS.get(code, code) for code in content.ways)),
        ("Waaraan u merkt dat het misgaat", wrong.signs),
        ("Wat dan te doen", wrong.what_to_do),
    )
    return tuple(line for line in lines if line[1])
