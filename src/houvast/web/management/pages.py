"""People and what they hold, ready to print."""

from datetime import datetime
from uuid import UUID

from houvast.directory.selectors_management import OpenRepair, PeoplePage, PersonPage
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.working_time import in_amsterdam, last_day_before
from houvast.web.look import Link, Paging
from houvast.web.management.listing import Row

PEOPLE = "/beheer/mensen/"
REPAIRS = "/beheer/herstel/"


def person_url(member_id: UUID, act: str = "") -> str:
    """Give the page of a member, or that of something to do for them."""
    return f"{PEOPLE}{member_id}/{act}"


def last_day(until_at: datetime) -> str:
    """Say the last day on which something holds."""
    return exact(last_day_before(until_at))


def period(from_at: datetime, until_at: datetime | None) -> str:
    """Say from when until when."""
    begins = f"vanaf {exact(in_amsterdam(from_at).date())}"
    return begins if until_at is None else f"{begins} tot en met {last_day(until_at)}"


def people_rows(page: PeoplePage) -> tuple[Row, ...]:
    """Give the list of people."""
    return tuple(
        Row(line.name, _what_one_is(line.titles, has_left=line.has_left), url=person_url(line.id))
        for line in page.lines
    )


def _what_one_is(titles: tuple[str, ...], *, has_left: bool) -> str:
    if has_left:
        return "gaat weg of is weg"
    return ", ".join(titles) or "nog geen functie, ziet dus niets"


def people_paging(page: PeoplePage, *, is_first: bool) -> Paging:
    """Give the way to the first and the next page."""
    count = len(page.lines)
    return Paging(
        summary="1 medewerker op deze pagina" if count == 1 else f"{count} medewerkers op deze pagina",
        first=None if is_first else Link("Eerste pagina", PEOPLE),
        next=None if page.after is None else Link("Volgende pagina", f"{PEOPLE}?na={page.after}"),
    )


def function_rows(person: PersonPage, *, is_oneself: bool) -> tuple[Row, ...]:
    """Give the functions of a member, each with the way to end it; nobody ends their own."""
    return tuple(
        Row(
            held.title,
            period(held.from_at, held.until_at),
            None if is_oneself else Link(f"Functie {held.title} beëindigen", f"/beheer/functies/{held.id}/beeindigen"),
        )
        for held in person.functions
    )


def stand_in_rows(person: PersonPage) -> tuple[Row, ...]:
    """Give who takes a member's place."""
    return tuple(Row(held.name, period(held.from_at, held.until_at)) for held in person.stand_ins)


def lost(repair: OpenRepair) -> str:
    """Say what somebody lost."""
    return "wachtwoord" if repair.is_password else "code-app"


def repair_rows(repairs: tuple[OpenRepair, ...], *, me: UUID, now: datetime) -> tuple[Row, ...]:
    """Give the repairs that wait; one's own waits for somebody else."""
    return tuple(
        Row(
            repair.name,
            f"{lost(repair)}, gevraagd door {repair.asked_by}, {moment(repair.asked_at, now)}",
            None
            if repair.asked_by_id == me
            else Link(f"Herstel van {repair.name} goedkeuren", f"{REPAIRS}{repair.id}/goedkeuren"),
        )
        for repair in repairs
    )
