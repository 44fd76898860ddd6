"""Say afterwards whether breaking the glass was right."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy_glass
from houvast.cases.models import GlassJudgement
from houvast.cases.rules.glass import judge_before
from houvast.cases.services.steps.load_case import judging_glass
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

WORDS_PLACE = "cases_glassjudgement.words"


def judge_glass(*, actor: Actor, now: datetime, glass_id: UUID, was_right: bool | None, words: str) -> None:
    """Put on record whether it was right, and why. It is said once, by another than who did it.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else was first.
    """
    with judging_glass(events.GLASS_JUDGED, glass_id, actor=actor, now=now) as (loaded, row):
        if GlassJudgement.objects.filter(glass_break=row).exists():
            raise Conflict("Een ander zei al of dit terecht was.")
        verdict = policy_glass.may_judge_glass(
            loaded.viewer,
            row.municipality_id,
            policy_glass.holders(loaded.facts),
            broken_by=row.member_id,
            judged=False,
            late=now > judge_before(row.at),
        )
        loaded.permit(verdict)
        problems = {}
        if was_right is None:
            problems["was_right"] = "Kies of het terecht was."
        if not words.strip():
            problems["words"] = "Schrijf op waarom u dat vindt."
        if problems or was_right is None:
            raise Invalid(problems)
        judgement_id = new_id()
        GlassJudgement(
            id=judgement_id,
            glass_break=row,
            case_id=row.case_id,
            municipality_id=row.municipality_id,
            was_right=was_right,
            words_sealed=seal(loaded.case.key, words.strip(), place=f"{WORDS_PLACE}:{judgement_id}"),
            by_id=loaded.viewer.member_id,
            at=now,
        ).save(force_insert=True)
        loaded.about("glass_break", row.id, member=str(row.member_id), was_right=was_right)
