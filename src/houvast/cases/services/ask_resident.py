"""Ask a resident something: it stands first on their own page, and their answer comes back in their own words."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import CaseResident, ResidentQuestion
from houvast.cases.rules.asking_resident import question_problems
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.vault.sealing import seal, unseal

QUESTION_PLACE = "cases_residentquestion.question"


def ask_resident(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, question: str) -> UUID:
    """Ask it; gives its id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was asked just now."""
    with acting_on_case(events.RESIDENT_ASKED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        if not CaseResident.objects.filter(case_id=case_id, resident_id=resident_id, until=None).exists():
            raise Invalid({"resident": "Kies iemand over wie deze casus gaat."})
        problems = question_problems(question)
        if problems:
            raise Invalid(problems)
        key, text, question_id = loaded.case.key, question.strip(), new_id()
        lately = ResidentQuestion.objects.filter(case_id=case_id, resident_id=resident_id, at__gt=now - SAME_WITHIN)
        if any(unseal(key, row.question_sealed, place=f"{QUESTION_PLACE}:{row.id}") == text for row in lately):
            raise Conflict(ALREADY)
        ResidentQuestion(
            id=question_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            resident_id=resident_id,
            question_sealed=seal(key, text, place=f"{QUESTION_PLACE}:{question_id}"),
            by_id=loaded.viewer.member_id,
            at=now,
        ).save(force_insert=True)
        loaded.about("resident_question", question_id)
        return question_id
