"""What was shared about one person, with whom and why, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.kernel.dutch_dates import exact
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.models import Disclosure, DisclosureTurn
from houvast.sharing.rules.content import TurnState

_WENT = (TurnState.GIVEN.value, TurnState.APPROVED.value)


def held_disclosures(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what went out about a person: what, to which organisation, why and until when; in three queries.

    Reasons of professionals are not in it, nor the name of who received it.
    """
    went = set(
        DisclosureTurn.objects.filter(case__in=case_ids, state__in=_WENT).values_list("disclosure_id", flat=True)
    )
    ended = dict(
        DisclosureTurn.objects.filter(case__in=case_ids, state=TurnState.WITHDRAWN.value).values_list(
            "disclosure_id", "at"
        )
    )
    rows = Disclosure.objects.filter(pk__in=went).select_related("receiver", "member__organisation", "organisation")
    about = [row for row in rows.order_by("at", "number") if resident_id in {UUID(each) for each in row.about}]
    return tuple(_held(row, until=_until(row, ended)) for row in about)


def _until(row: Disclosure, ended: dict[UUID, datetime]) -> str:
    if row.id in ended:
        return f"ingetrokken op {exact(in_amsterdam(ended[row.id]).date())}"
    return exact(row.until_on) if row.until_on else ""


def _held(row: Disclosure, *, until: str) -> Held:
    receiver = row.receiver.name if row.receiver else (row.member.organisation.name if row.member else "")
    parts = [word_for(part) for part in Part if part in row.parts]
    lines = (
        ("Met wie", receiver),
        ("Wat", ", ".join(parts)),
        ("Waarvoor", row.purpose),
        ("Grond", row.law),
        ("Tot", until),
    )
    told = tuple(line for line in lines if line[1])
    return Held(HeldKind.SHARED, "Gedeeld", told, in_amsterdam(row.at).date(), row.organisation.name, row.case_id)
