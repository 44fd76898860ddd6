"""Load a concern to act on: visible to the actor, its row locked until the act is over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.audit.events import Event
from houvast.audit.services.act import Act, Detail, act
from houvast.directory.viewer import Viewer
from houvast.intake import policy, scopes
from houvast.intake.models import Concern, PassOnAnswer, TriageDecision
from houvast.intake.rules.triage import decided_label
from houvast.intake.services.steps.destinations import steps_of
from houvast.intake.services.steps.load_viewer import load_viewer
from houvast.intake.services.steps.permit import permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Key

JOINS = ("point", "key", "decision__decided_by", "decision__to_team", "decision__answer", "taken_by")
_GONE = "Dit signaal ging direct door. De gegevens zijn verwijderd; dat is niet terug te draaien."


@dataclass(frozen=True, slots=True)
class LoadedConcern:
    """A locked concern with what policies need, inside the act that changes it."""

    acting: Act
    concern: Concern
    key: Key
    viewer: Viewer
    facts: policy.ConcernFacts
    duo_domains: frozenset[str]

    @property
    def decision(self) -> TriageDecision:
        """Give the newest decision. Raises `Conflict` when nobody has decided anything yet."""
        if self.concern.decision is None:
            raise Conflict("Over dit signaal is nog niets beslist.")
        return self.concern.decision

    def permit(self, verdict: Verdict) -> None:
        """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
        permit(self.acting, verdict)

    def permit_deciding(self) -> None:
        """Go on when the actor may decide and nobody has: raises `Refused` or `Conflict`."""
        self.permit(policy.may_decide(self.viewer, self.facts, self.duo_domains))
        if not self.facts.waits:
            raise Conflict(decided_message(self.concern))

    def details(self, **details: Detail) -> None:
        """Put on record what was done: ids and codes only."""
        self.acting.details.update(details)


def facts_of_concern(concern: Concern, *, now: datetime) -> policy.ConcernFacts:
    """Give a concern, loaded with `JOINS`, as facts for policies."""
    decision = concern.decision
    came_back = (
        concern.state == Concern.State.PASSED_ON
        and decision is not None
        and decision.accept_before is not None
        and decision.accept_before <= now
    )
    return policy.ConcernFacts(
        municipality_id=concern.municipality_id,
        steps=steps_of(concern.point),
        step=concern.step,
        waits=came_back or concern.state == Concern.State.WAITING,
        decision=None
        if decision is None
        else policy.DecisionFacts(
            outcome=decision.outcome,
            decided_by=decision.decided_by_id,
            decided_at=decision.decided_at,
            to_team=decision.to_team_id,
            is_answered=answer_of(concern) is not None,
        ),
    )


def answer_of(concern: Concern) -> PassOnAnswer | None:
    """Give what the receiver said to the newest decision, or None."""
    found: PassOnAnswer | None = getattr(concern.decision, "answer", None)
    return found


def decided_message(concern: Concern) -> str:
    """Say in Dutch who was first and what they decided."""
    decision, answer = concern.decision, answer_of(concern)
    if decision is None or (answer is not None and not answer.accepted):
        return "Intussen is dit signaal veranderd. Kijk opnieuw en beslis dan."
    at = in_amsterdam(decision.decided_at)
    return (
        f"{decision.decided_by.name} was eerder: {decided_label(decision.outcome).lower()}, op {at:%d-%m} "
        f"om {at:%H.%M} uur. Uw keuze is niet opgeslagen."
    )


@contextmanager
def acting_on_concern(
    event: Event,
    *,
    actor: Actor,
    now: datetime,
    concern_id: UUID,
    version: int | None = None,
    scope: Callable[..., QuerySet[Concern]] = scopes.concerns,
) -> Iterator[LoadedConcern]:
    """Act on a visible concern, locked until the act is over.

    `version` is the one that the person saw when they began; `scope` is a function of `houvast.intake.scopes`.
    Raises `NotVisible`, and `Conflict` that says who decided what when somebody was first, or that it went straight
    out.
    """
    with act(event, actor=actor, now=now) as acting:
        viewer = load_viewer(actor, now=now)
        acting.municipality = viewer.municipality_id
        acting.subject, acting.subject_id = "concern", concern_id
        if not scope(viewer, now=now).filter(pk=concern_id).exists():
            raise NotVisible
        Concern.objects.select_for_update().get(pk=concern_id)
        concern = Concern.objects.select_related(*JOINS).get(pk=concern_id)
        acting.municipality = concern.municipality_id
        if concern.key is None:
            raise Conflict(_GONE)
        facts, duo = facts_of_concern(concern, now=now), scopes.duo_domains(viewer, now=now)
        loaded = LoadedConcern(acting, concern, concern.key, viewer, facts, duo)
        if version is not None and concern.version != version:
            raise Conflict(decided_message(concern))
        yield loaded
