"""Ask the colleague at the other end of a line something that is about nobody."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import events, policy, scopes
from houvast.short_lines.models import ColleagueQuestion
from houvast.short_lines.rules.asking import question_problems
from houvast.short_lines.rules.terms import Term
from houvast.short_lines.selectors.settings import newest
from houvast.short_lines.services.steps.asking import PLACE, turn_of
from houvast.short_lines.services.steps.loading import permit
from houvast.vault.sealing import seal, unseal
from houvast.vault.services.create_key import create_key


def ask_colleague(*, actor: Actor, now: datetime, line_id: UUID, question: str, known: str = "") -> UUID:
    """Put a question to a line; gives its id. Raises `NotVisible`, `Refused`, `Invalid`, also for what looks like
    data by which somebody is recognised, or `Conflict` when it was put a moment ago."""
    with act(events.COLLEAGUE_ASKED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = viewer.municipality_id, "short_line", line_id
        line = scopes.lines(viewer).select_related("team", "contact").filter(pk=line_id).first()
        if line is None:
            raise NotVisible
        answers = turn_of(line.contact, passed=False, now=now).member_id
        facts = policy.TeamFacts(line.team_id, line.team.organisation_id)
        permit(acting, policy.may_ask(viewer, facts, answers, ended=line.ended_at is not None))
        problems = question_problems(question, known)
        if problems:
            raise Invalid(problems)
        if _asked_just_now(line_id, viewer.member_id, question.strip(), now):
            raise Conflict(ALREADY)
        days = newest(line.municipality_id, Term.KEEP_QUESTIONS).days
        row = ColleagueQuestion(
            id=new_id(),
            line=line,
            key=create_key(now=now),
            asked_by_id=viewer.member_id,
            asked_at=now,
            keep_until=in_amsterdam(now).date() + timedelta(days=days),
        )
        row.question_sealed = seal(row.key, question.strip(), place=f"{PLACE}.question:{row.id}")
        row.known_sealed = seal(row.key, known.strip(), place=f"{PLACE}.known:{row.id}")
        row.save(force_insert=True)
        acting.subject, acting.subject_id = "colleague_question", row.id
        acting.details = {"line": str(line.id)}
        return row.id


def _asked_just_now(line_id: UUID, member_id: UUID, question: str, now: datetime) -> bool:
    """Say whether somebody put just this question to a line a moment ago."""
    recent = ColleagueQuestion.objects.select_related("key").filter(
        line_id=line_id, asked_by_id=member_id, asked_at__gt=now - SAME_WITHIN
    )
    return question in (unseal(row.key, row.question_sealed, place=f"{PLACE}.question:{row.id}") for row in recent)
