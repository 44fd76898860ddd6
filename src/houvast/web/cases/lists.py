"""The list of cases, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.lists import CaseFilter, CaseLine
from houvast.desk.rules.work import days_since
from houvast.kernel.dutch_dates import short
from houvast.kernel.paging import Page
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.cases.forms import FilterForm
from houvast.web.form_look import OPTIONAL, fields
from houvast.web.look import Link, Paging, PhaseMark, phase_mark


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row of the list."""

    name: str
    url: str
    code: str
    phase: PhaseMark
    closed: bool
    director: str
    director_vacant: bool
    process: str
    process_vacant: bool
    since: str
    review: str
    review_late: bool


def lines(rows: Sequence[CaseLine], *, now: datetime) -> tuple[CaseRow, ...]:
    """Give cases as rows."""
    return tuple(_row(row, now) for row in rows)


def _row(row: CaseLine, now: datetime) -> CaseRow:
    today = in_amsterdam(now).date()
    return CaseRow(
        name=row.name,
        url=addresses.case(row.code),
        code=row.code,
        phase=phase_mark(row.phase),
        closed=row.is_closed,
        director=_who(row.director, row.director_state),
        director_vacant=row.director_state is SeatState.VACANT,
        process=_who(row.process_director, row.process_state),
        process_vacant=row.process_state is SeatState.VACANT,
        since=days_since(row.since, now),
        review=short(row.review_on, today) if row.review_on else "",
        review_late=row.review_on is not None and row.review_on < today,
    )


def _who(name: str, state: SeatState) -> str:
    if state is SeatState.VACANT:
        return "Niemand"
    if state is SeatState.HELD_TEMPORARILY:
        return f"{name} (tijdelijk)"
    return name or "niet nodig"


def list_page(page: Page[CaseLine], form: FilterForm, wanted: CaseFilter, *, now: datetime) -> dict[str, object]:
    """Give what the template of the list prints."""
    rows = lines(page.rows, now=now)
    chosen = {name: value for name, value in form.data.items() if value and name in form.fields}
    following = Link("Volgende", f"?{urlencode({**chosen, 'na': page.after})}") if page.after else None
    first = Link("Naar het begin", f"?{urlencode(chosen)}") if form.data.get("na") else None
    paging = Paging(f"{len(rows)} casussen op deze pagina", first, following) if following or first else None
    closed = wanted.state == "closed"
    return {
        "rows": rows,
        "fields": tuple(replace(field, label=field.label.removesuffix(OPTIONAL)) for field in fields(form)),
        "paging": paging,
        "filtered": bool(chosen),
        "closed": closed,
    }
