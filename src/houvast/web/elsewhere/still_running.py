"""What still runs in a case that moves, ready to print: before it is offered, and as long as nobody has answered."""

from collections.abc import Iterator
from datetime import date, datetime

from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moments import MomentLine
from houvast.desk.selectors.leaving import StillRunning, still_running
from houvast.directory.viewer import Viewer
from houvast.kernel.euros import euros
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import Elsewhere
from houvast.web.look import Link
from houvast.web.referral_look import referral_headline

_ENDS = (
    "Dit loopt nog en gaat niet mee. Zegt de andere gemeente ja, dan stopt het hier. Rond het eerst af, of noem het "
    "in de samenvatting."
)


def running_look(viewer: Viewer, found: FoundCase, *, now: datetime) -> tuple[Elsewhere | None, tuple[str, ...]]:
    """Give what ends unfinished, with a link to each; and the moments of which the other municipality is told."""
    running, today = still_running(viewer, found.band.case_id, now=now), in_amsterdam(now).date()
    links = tuple(_links(found.band.code, running, now))
    told = tuple(_moment(each, today) for each in running.told)
    return (Elsewhere(_ENDS, links) if links else None), told


def _moment(line: MomentLine, today: date) -> str:
    word = word_for(line.kind)
    return f"{word[:1].upper()}{word[1:]}: {line.days.in_words(today)}"


def _links(code: str, running: StillRunning, now: datetime) -> Iterator[Link]:
    for moment in running.untold:
        yield Link(f"{_moment(moment, in_amsterdam(now).date())}, gaat over zorg", addresses.moment(moment.id))
    for each in running.tailor_made:
        waits = "een besluit" if each.for_answer else "de afloop"
        yield Link(f"Maatwerk van {euros(each.cents)} wacht op {waits}", addresses.case_act(code, "plan"))
    for mark in running.referrals:
        yield Link(referral_headline(mark, now), addresses.case_act(code, "zvh"))
    for asked in running.questions:
        text = f"Vraag van {asked.asking_table} aan {asked.table} wacht op antwoord"
        yield Link(text, addresses.agenda_item(asked.item_id))
