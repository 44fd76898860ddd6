"""Which case somebody asked for and did not get, so that the log can answer who tried to look at a case."""

from uuid import UUID

from houvast.cases.selectors.asked import case_of_code, case_of_row
from houvast.consultation.selectors.asked import case_of_item, case_of_question
from houvast.documents.selectors.asked import case_of_document
from houvast.intake.selectors.asked import case_of_concern
from houvast.letters.selectors.asked import case_of_letter
from houvast.plans.selectors.asked import case_of_tailor_made, case_of_task
from houvast.safety_house.selectors.asked import case_of_referral


def case_asked_for(code: str, row_id: UUID | None) -> UUID | None:
    """Give the case of a code, or of the id of something in a case; None when there is none. For the log only."""
    found = case_of_code(code) if code else None
    if found is not None or row_id is None:
        return found
    rooms = (
        case_of_row,
        case_of_task,
        case_of_tailor_made,
        case_of_document,
        case_of_letter,
        case_of_concern,
        case_of_item,
        case_of_question,
        case_of_referral,
    )
    return next((case_id for each in rooms if (case_id := each(row_id)) is not None), None)
