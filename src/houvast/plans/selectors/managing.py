"""Whose municipality somebody sees numbers of."""

from uuid import UUID

from houvast.directory.selectors import adopted_model, parsed_model
from houvast.directory.viewer import Viewer
from houvast.plans import policy
from houvast.plans.rules.tailor_made import managing_functions


def managed_by(viewer: Viewer) -> UUID | None:
    """Give the municipality of which the viewer sees numbers, by the model it adopted last; None for who sees none."""
    if viewer.municipality_id is None:
        return None
    try:
        functions = managing_functions(parsed_model(adopted_model(viewer.municipality_id)))
    except LookupError:
        return None
    return viewer.municipality_id if policy.may_see_figures(viewer, functions).allowed else None
