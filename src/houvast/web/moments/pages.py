"""The pages of crucial moments, ready to print."""

from dataclasses import dataclass
from datetime import date, datetime

from houvast.cases.models import CrucialMoment, MomentContact
from houvast.cases.selectors.bands import Band
from houvast.cases.selectors.moments import ContactLine, MomentLine, MomentPage, TurnLine
from houvast.kernel.dutch_dates import moment as at
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import SECONDARY, SUBTLE, Act, Phone, phone
from houvast.web.moment_look import MomentMark, mark

SLUGS = {MomentContact.Side.FROM: "van", MomentContact.Side.TO: "naar"}
SIDE_OF_SLUG = {slug: side for side, slug in SLUGS.items()}
_NOBODY = "Nog niemand genoemd."


@dataclass(frozen=True, slots=True)
class ContactMark:
    """Whom to call at one side; `url` names somebody else, "" for who may not."""

    side: str
    name: str
    phone: Phone | None
    url: str
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class MomentLook:
    """One moment, its contacts, how it went, and what may be done with it."""

    mark: MomentMark
    case_name: str
    case_url: str
    all_url: str
    contacts: tuple[ContactMark, ...]
    history: tuple[str, ...]
    acts: tuple[Act, ...]
    add_url: str
    may_report: bool


@dataclass(frozen=True, slots=True)
class MomentsLook:
    """The moments of a case: what is to come or leaves something to do, and what is over."""

    case_name: str
    case_url: str
    running: tuple[MomentMark, ...]
    over: tuple[MomentMark, ...]
    plan_url: str


def moments_look(band: Band, moments: tuple[MomentLine, ...], *, may_plan: bool, now: datetime) -> MomentsLook:
    """Give the page of a case's moments."""
    return MomentsLook(
        case_name=f"{band.name}, {band.code}",
        case_url=addresses.case(band.code),
        running=tuple(mark(each, now=now) for each in moments if each.is_running),
        over=tuple(mark(each, now=now) for each in moments if not each.is_running),
        plan_url=f"{addresses.moments(band.code)}nieuw/" if may_plan else "",
    )


def moment_look(band: Band, page: MomentPage, *, may_change: bool, now: datetime) -> MomentLook:
    """Give the page of one moment."""
    moment = page.moment
    today = in_amsterdam(now).date()
    return MomentLook(
        mark=mark(moment, now=now),
        case_name=f"{band.name}, {band.code}",
        case_url=addresses.case(band.code),
        all_url=addresses.moments(band.code),
        contacts=tuple(_contact(moment, side, page.contacts, may_change=may_change) for side in MomentContact.Side),
        history=tuple(_turn(each, today, now) for each in page.turns),
        acts=_acts(moment, band.code, today) if may_change else (),
        add_url=addresses.moment_act(moment.id, "punt-toevoegen") if may_change and not _cancelled(moment) else "",
        may_report=may_change and not _cancelled(moment),
    )


def _cancelled(moment: MomentLine) -> bool:
    return not moment.is_expected and moment.state.value == "cancelled"


def _acts(moment: MomentLine, code: str, today: date) -> tuple[Act, ...]:
    there = _elsewhere(moment, code)
    if not moment.is_expected:
        return there if moment.is_running else ()
    likely = SECONDARY if moment.days.first <= today else SUBTLE
    return (
        *there,
        Act("Het ging door", addresses.moment_act(moment.id, "doorgegaan"), likely),
        Act("Verzetten", addresses.moment_act(moment.id, "verzetten"), SUBTLE),
        Act("Afzeggen", addresses.moment_act(moment.id, "afzeggen"), SUBTLE),
    )


def _elsewhere(moment: MomentLine, code: str) -> tuple[Act, ...]:
    """Lead to what such a moment asks of the other municipality: that it takes the case over, or looks along."""
    if moment.kind == CrucialMoment.Kind.MOVE:
        return (Act("Aanbieden aan die gemeente", addresses.offer_move(code), SECONDARY),)
    if moment.kind == CrucialMoment.Kind.SHELTER_ELSEWHERE:
        return (Act("Afspraak vastleggen", addresses.stay_elsewhere(code), SECONDARY),)
    return ()


def _contact(
    moment: MomentLine, side: MomentContact.Side, contacts: tuple[ContactLine, ...], *, may_change: bool
) -> ContactMark:
    found = next((each for each in contacts if each.side is side), None)
    url = addresses.moment_act(moment.id, f"contact/{SLUGS[side]}") if may_change else ""
    title = word_for(side)[:1].upper() + word_for(side)[1:]
    if found is None:
        return ContactMark(title, _NOBODY, None, url, is_named=False)
    name = ", ".join(part for part in (found.name, found.organisation) if part)
    return ContactMark(title, name, phone(found.phone, found.name), url)


def _turn(each: TurnLine, today: date, now: datetime) -> str:
    reason = f" {each.reason}" if each.reason else ""
    state = word_for(each.state)
    day = each.days.in_words(today)
    return f"{at(each.at, now)}, {each.by}: {state}, {day}.{reason}"
