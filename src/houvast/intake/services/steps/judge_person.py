"""What confirming and denying a person have in common."""

from uuid import UUID

from houvast.intake.services.steps.load_concern import LoadedConcern
from houvast.kernel.errors import NotVisible
from houvast.residents.scopes import known_in


def judge_person(loaded: LoadedConcern, resident_id: UUID) -> None:
    """Go on when the actor may decide and the resident is known here. The log does not name the resident.

    Of a concern that goes straight out later only the fact, the date and the receiver may remain.
    """
    loaded.permit_deciding()
    if not known_in(loaded.concern.municipality_id).filter(pk=resident_id).exists():
        raise NotVisible
