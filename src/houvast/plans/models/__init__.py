"""The tables of plans."""

from houvast.plans.models.plans import LifeArea, Plan, PlanVersion
from houvast.plans.models.tasks import Task, TaskStep

__all__ = ["LifeArea", "Plan", "PlanVersion", "Task", "TaskStep"]
