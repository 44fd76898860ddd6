"""A stay in another municipality, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases import policy
from houvast.cases.rules.stays import has_passed
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.stays import StayPage
from houvast.desk.rules.stays import stay_sentence
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment, relative, short, whole
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import SECONDARY, SUBTLE, Act, Phone, phone


@dataclass(frozen=True, slots=True)
class StayLook:
    """Everything that the page of a stay prints. `facts` are the terms of the agreement, in their order."""

    title: str
    under: str
    case_name: str
    case_url: str
    careful: str
    acts: tuple[Act, ...]
    facts: tuple[tuple[str, str], ...]
    parts: tuple[str, ...]
    who: str
    who_phone: Phone | None
    director: str
    director_phone: Phone | None
    history: tuple[str, ...]


def stay_look(viewer: Viewer, found: FoundCase, page: StayPage, *, now: datetime) -> StayLook:
    """Give the page of a stay, with the acts that this viewer may do."""
    line, band, today = page.line, found.band, in_amsterdam(now).date()
    director = next((seat for seat in band.seats if seat.responsibility == "case_direction"), None)
    return StayLook(
        title=f"Verblijf in {line.host}",
        under=_under(page, now),
        case_name=f"{band.name}, {band.code}",
        case_url=addresses.case(band.code),
        careful=_careful(page, now),
        acts=_acts(viewer, found, page),
        facts=tuple(
            (term, text)
            for term, text in (
                ("Vanaf", whole(line.from_on, today)),
                ("Tot en met", whole(line.until_on, today)),
                ("Grond", f"{word_for(page.ground).capitalize()}. {page.ground_words}"),
                ("Wie doet wat", page.agreement),
                ("Wie betaalt wat", page.pays),
                ("Afgesproken door", f"{page.agreed_by}, gemeente {band.municipality}"),
            )
            if text
        ),
        parts=("Wie heeft de regie", "Deze afspraak", *(word_for(part).capitalize() for part in page.parts)),
        who=f"{line.who}, {line.host}",
        who_phone=phone(line.phone, line.who),
        director=director.holder if director and director.holder else "niemand",
        director_phone=phone(director.phone, director.holder) if director and director.holder else None,
        history=tuple(_turn(page, number, now) for number in range(len(line.turns))),
    )


def _under(page: StayPage, now: datetime) -> str:
    line, today = page.line, in_amsterdam(now).date()
    if line.has_ended:
        return f"Voorbij sinds {short(line.until_on, today)}"
    if has_passed(line.until_on, today):
        return f"Afgelopen op {short(line.until_on, today)}"
    return f"{line.who} kijkt mee tot en met {short(line.until_on, today)}, {relative(line.until_on, today)}"


def _careful(page: StayPage, now: datetime) -> str:
    line, today = page.line, in_amsterdam(now).date()
    if line.has_ended or not has_passed(line.until_on, today):
        return ""
    return f"{line.who} ziet deze casus niet meer. Leg vast dat de inwoner terug is, of verleng de afspraak."


def _acts(viewer: Viewer, found: FoundCase, page: StayPage) -> tuple[Act, ...]:
    line = page.line
    if line.has_ended:
        return ()
    may_end = policy.may_end_stay(
        viewer, found.facts, host_member=line.host_member_id, host_team=line.host_team_id
    ).allowed
    offered = (
        (may_end, Act("De inwoner is terug", addresses.stay(line.id, "beeindigen"), SECONDARY)),
        (
            policy.may_work_in(viewer, found.facts).allowed,
            Act("Verlengen", addresses.stay(line.id, "verlengen"), SUBTLE),
        ),
    )
    return tuple(act for allowed, act in offered if allowed)


def _turn(page: StayPage, number: int, now: datetime) -> str:
    turn, line = page.line.turns[number], page.line
    until = short(turn.until_on, in_amsterdam(now).date())
    told = "".join(stay_sentence(turn.state, line.host, line.who, turn.by, until))
    reason = f" {turn.reason}" if turn.reason else ""
    return f"{moment(turn.at, now)}: {told}{reason}"
