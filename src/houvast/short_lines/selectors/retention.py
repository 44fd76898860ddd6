"""What retention asks of short lines: which questions there still are, and the last day of each."""

from datetime import date, timedelta
from uuid import UUID

from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.models import ColleagueQuestion
from houvast.vault.selectors import still_kept

_KIND, GROUND = RecordKind.COLLEAGUE_QUESTION, "short_line"
_DAY = timedelta(days=1)


def kept_questions(stretch: Stretch) -> list[Kept]:
    """Give questions to a colleague. Each has its own last day: the term of the municipality when it was asked."""
    rows = ColleagueQuestion.objects.filter(line__municipality_id=stretch.municipality_id)
    columns = ("pk", "line__team__organisation_id", "asked_at", "keep_until")
    found = still_kept(rows, stretch, since="asked_at", by_moment=True).values_list(*columns)
    return [
        Kept(pk, asked, [ClockStart(_KIND, GROUND, organisation_id, in_amsterdam(asked).date(), until + _DAY)])
        for pk, organisation_id, asked, until in found
    ]


def questions_over(today: date) -> list[tuple[UUID, UUID]]:
    """Give the questions of which the last day is over, with their municipality, the oldest first. For upkeep."""
    rows = ColleagueQuestion.objects.filter(keep_until__lt=today, key__destroyed_at__isnull=True)
    return list(rows.order_by("asked_at", "id").values_list("line__municipality_id", "pk"))
