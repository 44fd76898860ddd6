"""The numbers of cases beside the log, for a privacy officer. A number opens no case."""

from collections.abc import Collection
from uuid import UUID

from houvast.cases import scopes
from houvast.directory.viewer import Viewer


def codes(viewer: Viewer, case_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the numbers of these cases, by id; in one query."""
    return dict(scopes.logged_cases(viewer).filter(pk__in=case_ids).values_list("pk", "code"))


def case_with(viewer: Viewer, code: str) -> UUID | None:
    """Give the case that has a number, in the viewer's own municipality; None when there is none."""
    return scopes.logged_cases(viewer).filter(code=code).values_list("pk", flat=True).first()
