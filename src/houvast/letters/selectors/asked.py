"""Of which case a letter is that somebody asked for, also when they may not see it: for the log of refusals only."""

from uuid import UUID

from houvast.letters.models import Letter


def case_of_letter(letter_id: UUID) -> UUID | None:
    """Give the case of a letter; None when there is none with this id."""
    return Letter.objects.filter(pk=letter_id).values_list("case_id", flat=True).first()
