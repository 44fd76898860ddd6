"""Reasons for involvement come from the list of the municipality."""

from collections.abc import Sequence
from uuid import UUID

from houvast.intake.selectors.settings import theme_names
from houvast.kernel.errors import Invalid


def must_be_on_list(themes: Sequence[str], municipality_id: UUID) -> None:
    """Raise `Invalid` at `themes` for one that is not on the list of this municipality."""
    if not set(themes) <= theme_names(municipality_id, retired=False).keys():
        raise Invalid({"themes": "Kies een aanleiding uit de lijst van uw gemeente."})
