"""What reporting codes hold about one person, for who asks to see it (AVG art. 15).

Only those about that person. Who answers reads each of them before it goes anywhere, and leaves it out where it is not
safe, as anything that is gathered: who asks for a child may be the one whom it is about.
"""

from collections.abc import Collection
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.reporting_code.models import ReportingCode, ReportingCodeStep
from houvast.reporting_code.rules.steps import CodeOutcome, CodeStep
from houvast.vault.held_rows import Told, held_rows

_CODE = Told(
    HeldKind.NOTE,
    "Meldcode begonnen: geef dit alleen als het veilig is",
    "begun_at",
    "organisation__name",
    texts={"why": "Waarom"},
)
_STEP = Told(
    HeldKind.NOTE,
    "Stap van een meldcode: geef dit alleen als het veilig is",
    "at",
    "by__organisation__name",
    texts={"words": "Wat is gedaan"},
    plain={"on_date": "Op", "reported_on": "Gemeld bij Veilig Thuis op"},
    coded={"step": ("Stap", CodeStep), "outcome": ("Besluit", CodeOutcome)},
)


def held_reporting_codes(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give those about somebody in these cases, with their steps; each table in one query."""
    codes = ReportingCode.objects.filter(case__in=case_ids, resident=resident_id)
    steps = ReportingCodeStep.objects.filter(reporting_code__in=codes)
    return (*held_rows(codes, _CODE), *held_rows(steps, _STEP))
