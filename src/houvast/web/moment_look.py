"""A crucial moment, ready to print: on the case page and on its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from houvast.cases.models import MomentReport
from houvast.cases.rules.moments import Days, closed_day
from houvast.cases.selectors.moments import ItemLine, MomentLine
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses

_CLASSES = {MomentReport.State.DONE: "ja", MomentReport.State.NOT_DONE: "nee", MomentReport.State.OPEN: ""}
_READ_ALOUD = {
    MomentReport.State.DONE: "Gedaan: ",
    MomentReport.State.NOT_DONE: "Lukt niet: ",
    MomentReport.State.OPEN: "Nog te doen: ",
}


@dataclass(frozen=True, slots=True)
class ItemMark:
    """An item: its class (ja, nee or nothing), what is read aloud before it, the text, and a line below it."""

    id: str
    css_class: str
    aloud: str
    text: str
    note: str
    url: str
    late: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class MomentMark:
    """A moment: how far, its title with the day, what stands out about that day, and what is to be done."""

    number: str
    unit: str
    when: str
    title: str
    about: str
    careful: str
    before: tuple[ItemMark, ...]
    after: tuple[ItemMark, ...]
    url: str
    is_expected: bool
    state: str
    open_count: int

    @property
    def items(self) -> tuple[ItemMark, ...]:
        """Give what counts now: before a moment what comes before it, and after it what comes after."""
        return self.before if self.is_expected else self.after


def nearest(moments: Sequence[MomentLine], *, now: datetime) -> MomentMark | None:
    """Give the moment that comes first of those that are not over; None when there is none."""
    running = next((each for each in moments if each.is_running), None)
    return None if running is None else mark(running, now=now)


def mark(moment: MomentLine, *, now: datetime) -> MomentMark:
    """Give a moment as it is printed."""
    today = in_amsterdam(now).date()
    number, unit = _how_far(moment.days, today)
    items = [(each.before, _item(each, today)) for each in moment.items]
    name = word_for(moment.kind)
    return MomentMark(
        number=number,
        unit=unit,
        when=relative(min(max(today, moment.days.first), moment.days.last), today),
        title=f"{name[:1].upper()}{name[1:]}: {moment.days.in_words(today)}",
        about=moment.about,
        careful=closed_day(moment.days.first) if moment.is_expected else "",
        before=tuple(item for before, item in items if before),
        after=tuple(item for before, item in items if not before),
        url=addresses.moment(moment.id),
        is_expected=moment.is_expected,
        state=word_for(moment.state),
        open_count=sum(each.is_open for each in moment.items),
    )


def _how_far(days: Days, today: date) -> tuple[str, str]:
    if days.first <= today <= days.last:
        return "Nu", "vandaag" if days.first == days.last else "deze dagen"
    number = (days.first - today).days if days.first > today else (today - days.last).days
    unit = "dag" if number == 1 else "dagen"
    return str(number), unit if days.first > today else f"{unit} geleden"


def _item(each: ItemLine, today: date) -> ItemMark:
    who = each.member or each.who
    return ItemMark(
        id=f"punt-{each.id}",
        css_class=_CLASSES[each.state],
        aloud=_READ_ALOUD[each.state],
        text=each.text,
        note=", ".join(part for part in (who, _said(each, today)) if part),
        url=addresses.moment_item(each.id),
        late=each.is_open and each.due < today,
        is_open=each.is_open,
    )


def _said(each: ItemLine, today: date) -> str:
    """Say when it must be done, or what was said of it."""
    if each.is_open or each.reported_at is None:
        return f"uiterlijk {short(each.due, today)}"
    on = short(in_amsterdam(each.reported_at).date(), today)
    said = f": {each.said}" if each.said else ""
    done = "gedaan" if each.state is MomentReport.State.DONE else "lukt niet"
    return f"{done} {on}, {each.by}{said}"
