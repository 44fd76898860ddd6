"""Hold cases for a verb of a higher room that touches many of them by what its municipality decided, unseen."""

from collections.abc import Collection
from uuid import UUID

from houvast.cases.models import Case


def hold_cases(case_ids: Collection[UUID]) -> dict[UUID, Case]:
    """Lock these cases until the transaction is over, always in one order, and give them with their keys.

    The caller shows nothing of them: who decides on a covenant opens no case by that.
    """
    len(Case.objects.select_for_update().filter(pk__in=case_ids).order_by("pk"))
    return {case.id: case for case in Case.objects.select_related("key").filter(pk__in=case_ids).order_by("pk")}
