"""Say whether a question that was set aside was needed."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.sharing import events, policy, scopes
from houvast.sharing.models import KnownJudgement
from houvast.sharing.services.steps.permit import permit


def judge_question(*, actor: Actor, now: datetime, question_id: UUID, outcome: str) -> None:
    """Put it on record; it is said once. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was said."""
    with act(events.SAMPLE_JUDGED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality = viewer.municipality_id
        acting.subject, acting.subject_id = "known_question", question_id
        row = scopes.questions_to_judge(viewer).filter(pk=question_id).first()
        if row is None:
            raise NotVisible
        permit(acting, policy.may_judge_question(viewer, row.municipality_id, asked_by=row.by_id))
        hold_municipality(row.municipality_id)
        if outcome not in KnownJudgement.Outcome.values:
            raise Invalid({"outcome": "Kies of deze vraag nodig was."})
        if KnownJudgement.objects.filter(question=row).exists():
            raise Conflict("Een ander zei al of deze vraag nodig was.")
        KnownJudgement.objects.create(
            question=row, municipality_id=row.municipality_id, outcome=outcome, by_id=viewer.member_id, at=now
        )
        acting.details = {"outcome": outcome}
