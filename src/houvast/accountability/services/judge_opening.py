"""Say of one opening in a sample whether it belongs to the work. What was said before stays; the last one counts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.accountability import events, policy, scopes
from houvast.accountability.models import SampleFinding
from houvast.accountability.selectors.sampling import WORDS_PLACE
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What is said, and how often the opening had been judged when somebody looked."""

    outcome: str
    words: str
    seen: int


def judge_opening(*, actor: Actor, now: datetime, sample_id: UUID, number: int, new: NewFinding) -> None:
    """Say it. Raises `NotVisible`, `Refused` for one's own, `Invalid`, or `Conflict` when somebody was first."""
    with act(events.SAMPLE_JUDGED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_sample(viewer))
        rows = scopes.sampled_openings(viewer).filter(sample=sample_id, number=number)
        opening = rows.select_related("case__key").first()
        if opening is None:
            raise NotVisible
        permit(acting, policy.may_judge_opening(viewer, opening.member_id))
        _check(new)
        hold_municipality(municipality_id)
        if SampleFinding.objects.filter(opening=opening).count() != new.seen:
            raise Conflict("Iemand anders beoordeelde deze regel net. Kijk opnieuw wat er nu staat.")
        finding_id, key = new_id(), opening.case.key
        gone = not key.wrapped  # the case was destroyed meanwhile: no words about it are kept any more
        words = b"" if gone else seal(key, new.words.strip(), place=f"{WORDS_PLACE}:{finding_id}")
        SampleFinding.objects.create(
            id=finding_id,
            opening=opening,
            municipality_id=municipality_id,
            number=new.seen + 1,
            outcome=new.outcome,
            words_sealed=words,
            by_id=viewer.member_id,
            at=now,
        )
        acting.case, acting.subject, acting.subject_id = opening.case_id, "sample", sample_id
        acting.details = {"number": number, "outcome": new.outcome}


def _check(new: NewFinding) -> None:
    wrong = {}
    if new.outcome not in SampleFinding.Outcome.values:
        wrong["outcome"] = "Kies wat u vindt."
    if new.outcome != SampleFinding.Outcome.FITS and not new.words.strip():
        wrong["words"] = "Schrijf in een paar woorden waarom, of wat u gaat vragen."
    if wrong:
        raise Invalid(wrong)
