"""What waits equally long stands in one order, whatever order a database gives it in; and how long is left."""

from datetime import UTC, date, datetime
from itertools import permutations

from houvast.ave.load import load_file
from houvast.desk.rules.work import Act, Cause, WorkRow, grouped, term
from tests.ave.test_model import WHOLE

DAY = date(2026, 11, 30).isoformat()
PHASE = load_file(WHOLE).phase(2)


def _row(code: str, target: str, order: tuple[int, str] = (0, DAY)) -> WorkRow:
    why, when = "De fase opnieuw bekijken.", "over 6 dagen"
    return WorkRow(Cause.REVIEW, code, "Huishouden", PHASE, why, when, "ma 30 nov", False, Act.REVIEW, target, order)


def test_what_waits_equally_long_stands_by_code() -> None:
    first, second, third = _row("C-2026-0001", "b"), _row("C-2026-0002", "a"), _row("C-2026-0002", "b")
    longest = _row("C-2026-0009", "a", (0, date(2026, 11, 1).isoformat()))
    for rows in permutations([first, second, third, longest]):
        assert [group.rows for group in grouped(rows, 3)] == [(longest, first, second)]


def test_on_a_saturday_what_ends_on_sunday_ends_tomorrow() -> None:
    saturday, sunday = datetime(2026, 11, 28, 9, tzinfo=UTC), date(2026, 11, 29)
    assert term(sunday, saturday) == ("morgen", "uiterlijk zo 29 nov", False)
    assert term(saturday, saturday)[0] == "vandaag"
