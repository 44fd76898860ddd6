"""The one rule for what people write in a part of a case: notes here, documents in a higher room.

And the form in which the question who sees what stands in another question.
"""

from collections.abc import Callable
from typing import TypeAlias

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Q, UUIDField
from django.db.models.sql.compiler import SQLCompiler

from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer


class Written(Expression):
    """A question that Django wrote before, to stand in another: `case_id__in=Written(…)`."""

    def __init__(self, sql: str, parameters: tuple[str | int, ...]) -> None:
        """Take SQL as Django wrote it for this database, with its parameters."""
        super().__init__(output_field=UUIDField())
        self.sql, self.parameters = sql, parameters

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        """Give it as it is."""
        return f"({self.sql})", self.parameters


Sees: TypeAlias = Callable[[Part], Written]
"""Gives the cases of which somebody sees a part."""


def read_whole(sees: Sees, viewer: Viewer, *, by: str) -> Q:
    """Say which rows that somebody wrote in a part of a case may be read whole; `by` is the column of who wrote it.

    One's own in a visible case; general ones; those on care and justice when they were shared with the case and the
    viewer's relation opens that part.
    """
    own = Q((by, viewer.member_id), case_id__in=sees(Part.BAND))
    general = Q(part=Part.GENERAL_NOTES, case_id__in=sees(Part.GENERAL_NOTES))
    shared = Q()
    for part in (Part.CARE_NOTES, Part.JUSTICE_NOTES):
        shared |= Q(part=part, shared_with_case=True, case_id__in=sees(part))
    return own | general | shared


def headed(sees: Sees) -> Q:
    """Say of which rows on care and justice one may know that they exist, who wrote them and when: no word of them."""
    care = Q(part=Part.CARE_NOTES, case_id__in=sees(Part.CARE_SUMMARY))
    justice = Q(part=Part.JUSTICE_NOTES, case_id__in=sees(Part.JUSTICE_SUMMARY))
    return care | justice
