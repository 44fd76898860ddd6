"""The tables of plans."""

from houvast.plans.models.limits import Limit, LimitEnd, LimitTold
from houvast.plans.models.links import LinkCode, TaskLink, TaskLinkEnd
from houvast.plans.models.plans import LifeArea, Plan, PlanVersion
from houvast.plans.models.tailor_made import TailorMade, TailorMadeDecision, TailorMadeOutcome, TailorMadeSetting
from houvast.plans.models.tasks import Task, TaskStep

__all__ = [
    "LifeArea",
    "Limit",
    "LimitEnd",
    "LimitTold",
    "LinkCode",
    "Plan",
    "PlanVersion",
    "TailorMade",
    "TailorMadeDecision",
    "TailorMadeOutcome",
    "TailorMadeSetting",
    "Task",
    "TaskLink",
    "TaskLinkEnd",
    "TaskStep",
]
