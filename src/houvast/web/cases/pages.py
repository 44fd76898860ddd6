"""The case page, ready to print."""

from dataclasses import dataclass
from datetime import date, datetime

from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases.models import Note
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import Band as CaseBand
from houvast.cases.selectors.bands import SeatLine
from houvast.cases.selectors.contents import LinkLine, NoteLine, OrganisationLine, PersonLine
from houvast.desk.rules.timeline import Happening
from houvast.desk.rules.work import days_since
from houvast.desk.selectors.case_page import Acts, CasePage
from houvast.intake.selectors.passed_on import CaseConcernLine
from houvast.kernel.dutch_dates import moment, relative, short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.cases.aftercare_part import AftercareLook, aftercare_look
from houvast.web.cases.elsewhere import elsewhere
from houvast.web.cases.own_words_part import OwnWordsLook, own_words_look
from houvast.web.cases.people_look import ResidentMark, resident_marks, with_age
from houvast.web.cases.plan_part import PlanLook, plan_look
from houvast.web.cases.statements_part import StatementsLook, statements_look
from houvast.web.cases.tables_part import TablesLook, back_to_meeting, tables_look
from houvast.web.cases.waiting import dissent, waiting
from houvast.web.document_look import DocumentsMark, documents_mark
from houvast.web.look import (
    FILLING_OVER,
    FUNCTION_OVER,
    ON_VACANT,
    SECONDARY,
    SUBTLE,
    Act,
    Band,
    Event,
    Link,
    Phone,
    SeatMark,
    Timeline,
    band,
    phase_mark,
    phone,
    seat_held,
    seat_not_required,
    seat_of_resident,
    seat_overdue,
    seat_temporary,
    seat_until,
    seat_vacant,
)
from houvast.web.moment_look import MomentMark, nearest
from houvast.web.referral_look import referral_headline, times_back

_NOTE_KINDS = {Note.Part.CARE.value: "zorg", Note.Part.JUSTICE.value: "politie en justitie"}
_TIMELINE_SIZE = 12
_CLOSED_LINE = "gesloten"


@dataclass(frozen=True, slots=True)
class OrganisationMark:
    """An organisation beside the case; `release_url` is "" for who may not let it go."""

    name: str
    note: str
    phone: Phone | None
    release_url: str


_NOTE_PARTS = {Part.GENERAL_NOTES, Part.CARE_SUMMARY, Part.JUSTICE_SUMMARY, Part.NOTE}
_NOT_ON = "Niet doorgeven zonder toestemming van wie dit schreef."


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note; `text` is "" when only its heading may be seen.

    `limit` says that it goes no further; `pass_url` is where its writer lets it, "" for anybody else.
    """

    heading: str
    text: str
    limit: str
    pass_url: str


@dataclass(frozen=True, slots=True)
class ConcernMark:
    """A concern of the case; `lines` are empty for who may know that it is there, but not read it."""

    heading: str
    joined: str
    lines: tuple[str, ...]
    may_read: bool


@dataclass(frozen=True, slots=True)
class CaseLook:
    """Everything that the template of a case prints."""

    code: str
    url: str
    name: str
    under: str
    themes: str
    band: Band
    acts: tuple[Act, ...]
    more_acts: tuple[Act, ...]
    waiting: tuple[Act, ...]
    dissent: tuple[Act, ...]
    aftercare: AftercareLook | None
    said: StatementsLook
    wrote: OwnWordsLook
    plan: PlanLook | None
    tables: TablesLook | None
    notes: tuple[NoteMark, ...]
    sees_notes: bool
    documents: DocumentsMark | None
    concerns: tuple[ConcernMark, ...]
    sees_concerns: bool
    residents: tuple[ResidentMark, ...]
    sees_people: bool
    organisations: tuple[OrganisationMark, ...]
    sees_organisations: bool
    organisation_count: int
    people_count: int
    asks_who_can_leave: bool
    asks_from: int
    may_add: bool
    moment: MomentMark | None
    moments: Link | None
    elsewhere: tuple[Act, ...]
    house: Link | None
    timeline: Timeline
    whole_timeline: Timeline


def look(page: CasePage, *, now: datetime) -> CaseLook:
    """Give a case as its page prints it."""
    found = page.found.band
    events = tuple(_event(each, now) for each in page.timeline)
    more = Link(f"alles, {len(events)} gebeurtenissen", addresses.case_act(found.code, "tijdlijn"))
    count = len({each.organisation_id for each in page.organisations})
    return CaseLook(
        code=found.code,
        url=addresses.case(found.code),
        name=found.name,
        under=_under(found, page.people, times_back(page.referrals)),
        themes=", ".join(page.themes),
        band=_band(found, page, now),
        acts=(*back_to_meeting(page), *_acts(found, page.acts)),
        more_acts=_more_acts(found, page.acts),
        waiting=waiting(page, now),
        dissent=dissent(page, now),
        aftercare=aftercare_look(page, now=now),
        said=statements_look(page, now=now),
        wrote=own_words_look(page, now=now),
        plan=plan_look(page, now=now),
        tables=tables_look(page, now=now),
        notes=tuple(_note(each, page, now) for each in page.notes),
        sees_notes=page.acts.contribute or bool(page.parts & _NOTE_PARTS),
        documents=documents_mark(page.documents, found.code, may_add=page.acts.contribute, now=now),
        concerns=tuple(_concern(each, now) for each in page.concerns),
        sees_concerns=bool(page.concerns) or Part.PEOPLE in page.parts,
        residents=resident_marks(page, now=now),
        sees_people=Part.PEOPLE in page.parts,
        organisations=tuple(_organisation(each, found, page.acts) for each in page.organisations),
        sees_organisations=Part.ORGANISATIONS in page.parts,
        organisation_count=count,
        people_count=sum(each.people for each in page.organisations),
        asks_who_can_leave=count >= page.asks_who_can_leave_from,
        asks_from=page.asks_who_can_leave_from,
        may_add=page.acts.work_in,
        moment=nearest(page.moments, now=now),
        moments=_moments(found, page),
        elsewhere=elsewhere(page, now),
        house=_house(found, page, now),
        timeline=Timeline(events[:_TIMELINE_SIZE], more if len(events) > _TIMELINE_SIZE else None),
        whole_timeline=Timeline(events),
    )


def _moments(found: CaseBand, page: CasePage) -> Link | None:
    """Lead to all moments when there are more than the one that is shown."""
    shown = sum(each.is_running for each in page.moments[:1])
    return Link("Alle cruciale momenten", addresses.moments(found.code)) if len(page.moments) > shown else None


def _house(found: CaseBand, page: CasePage, now: datetime) -> Link | None:
    """Lead to the referrals to a safety house, with how the newest one stands."""
    newest = next(iter(page.referrals), None)
    if newest is None:
        return None
    return Link(referral_headline(newest, now), addresses.case_act(found.code, "zvh"))


def _under(found: CaseBand, people: tuple[PersonLine, ...], house: str) -> str:
    named = [with_age(person) for person in people[:4]]
    town = next((person.resident.town for person in people if person.resident.town), "")
    counts = [f"{found.relapses} keer heropend"] if found.relapses else []
    counts += [f"{found.returns} keer teruggegeven door een team"] if found.returns else []
    counts += [house] if house else []
    return " · ".join(
        part for part in (found.code, ", ".join(named), town, f"gemeente {found.municipality}", *counts) if part
    )


def _band(found: CaseBand, page: CasePage, now: datetime) -> Band:
    today = in_amsterdam(now).date()
    since = f"sinds {short(in_amsterdam(found.since).date(), today)}"
    lines = (_CLOSED_LINE, since) if found.is_closed else (since, *_review(found, today))
    evening = phone(found.evening_phone, found.evening_name)
    return band(
        phase=phase_mark(found.phase),
        lines=lines,
        phases=tuple(phase.number for phase in found.phases),
        seats=tuple(_seat(seat, found, page.acts, now) for seat in found.seats),
        evening=evening,
        linked=tuple(_link(each) for each in page.links),
        history=Link("Hoe de regie verliep", addresses.case_act(found.code, "tijdlijn")),
    )


def _review(found: CaseBand, today: date) -> tuple[str, ...]:
    if found.review_on is None:
        return ()
    word = "herzien had gemoeten" if found.review_overdue else "herzien"
    return (f"{word} {short(found.review_on, today)}",)


def _seat(seat: SeatLine, found: CaseBand, acts: Acts, now: datetime) -> SeatMark:
    today = in_amsterdam(now).date()
    since = short(in_amsterdam(seat.since).date(), today)
    call = phone(seat.phone, seat.holder)
    lines = tuple(part for part in (seat.function, seat.organisation) if part)
    if seat.state is SeatState.NOT_REQUIRED:
        label = "een gesloten casus" if found.is_closed else f"AVE {found.phase.number}"
        return seat_not_required(seat.name, phase_label=label)
    if seat.state is SeatState.VACANT:
        return _vacant(seat, found, acts, since, now)
    if seat.state is SeatState.HELD_BY_RESIDENT:
        return seat_of_resident(seat.name, who=seat.holder, lines=("inwoner en netwerk",), since=since, phone=call)
    if seat.ends is None:
        return seat_held(seat.name, who=seat.holder, lines=lines, since=since, phone=call)
    until, left = short(seat.ends, today), relative(seat.ends, today)
    if seat.overdue:
        act, label = _solve(seat, found, acts), FUNCTION_OVER if seat.falls_vacant else FILLING_OVER
        return seat_overdue(
            seat.name,
            who=seat.holder,
            lines=lines,
            since=since,
            until=until,
            late=left,
            phone=call,
            act=act,
            label=label,
        )
    ending = seat_until if seat.state is SeatState.HELD else seat_temporary
    return ending(seat.name, who=seat.holder, lines=lines, since=since, until=until, left=left, phone=call)


def _vacant(seat: SeatLine, found: CaseBand, acts: Acts, since: str, now: datetime) -> SeatMark:
    line = (
        f"Al {days_since(seat.since, now)}, sinds {since}."
        if days_since(seat.since, now) != "vandaag"
        else "Sinds vandaag."
    )
    call = phone(seat.owner_phone, seat.owner)
    lines = (line, f"Tot iemand ja zegt, belt u {seat.owner}.") if seat.owner else (line,)
    return seat_vacant(seat.responsibility, seat.name, lines=lines, phone=call, act=_solve(seat, found, acts))


def _solve(seat: SeatLine, found: CaseBand, acts: Acts) -> Act | None:
    if seat.responsibility in acts.assign:
        word = "Casusregie" if seat.responsibility is Responsibility.CASE_DIRECTION else "Procesregie"
        return Act(f"{word} toewijzen", addresses.seat_act(found.code, "toewijzen", seat.responsibility), ON_VACANT)
    if seat.responsibility in acts.fill_temporarily:
        return Act("Tijdelijk invullen", addresses.seat_act(found.code, "tijdelijk", seat.responsibility), ON_VACANT)
    return None


def _link(each: LinkLine) -> str:
    leads = f"casusregie {each.director}" if each.director else "niemand heeft de casusregie"
    name = f"{each.name}, {each.code}" if each.name else f"casus {each.code}"
    return f"Gekoppeld: {name}, {'gesloten' if each.phase_closed else f'AVE {each.phase}'}, {leads}."


def _acts(found: CaseBand, acts: Acts) -> tuple[Act, ...]:
    """Give what is done most, above the band."""
    offered = [
        (acts.scale, "Op- of afschalen", "schalen", SECONDARY),
        (acts.reopen, "Heropenen", "heropenen", SECONDARY),
        (acts.contribute, "Notitie", "notitie", SECONDARY),
    ]
    return tuple(
        Act(text, addresses.case_act(found.code, slug), look) for allowed, text, slug, look in offered if allowed
    )


def _more_acts(found: CaseBand, acts: Acts) -> tuple[Act, ...]:
    """Give what is done less often, behind one word."""
    offered = [
        (acts.review, "Fase herzien", "herzien"),
        (acts.work_in, "Cruciaal moment klaarzetten", "momenten/nieuw"),
        (acts.write_letters, "Brief maken", "brieven/nieuw"),
        (acts.write_letters, "Brieven", "brieven"),
        (acts.follow_code, "Meldcode", "meldcode"),
        (acts.work_in, "Mag ik dit delen?", "delen"),
        (acts.work_in, "Wat is met wie gedeeld", "gedeeld"),
        (acts.work_in, "Aanbieden aan een andere gemeente", "verhuizen"),
        (acts.work_in, "Verblijf in een andere gemeente vastleggen", "verblijf-elders"),
        (acts.refer, "Aanmelden bij het Zorg- en Veiligheidshuis", "zvh"),
        (acts.work_in, "De inwoner iets vragen", "inwoner-vragen"),
        (acts.work_in, "Een team vragen om over te nemen", "team-vragen"),
        (acts.work_in, "Koppelen aan een andere casus", "koppelen"),
        (acts.close, "Casus sluiten", "sluiten"),
        (acts.break_glass, "Noodtoegang nemen", "noodtoegang"),
    ]
    made = [Act(text, addresses.case_act(found.code, slug), SUBTLE) for allowed, text, slug in offered if allowed]
    return (*_seat_acts(found, acts), *made)


def _seat_acts(found: CaseBand, acts: Acts) -> tuple[Act, ...]:
    made = []
    for responsibility in ASSIGNED:
        seat, slug = found.seat(responsibility), addresses.SEAT_SLUGS[responsibility]
        if not seat.holder:
            continue
        if responsibility in acts.hand_over:
            made.append(
                Act(
                    f"{slug.capitalize()} overdragen",
                    addresses.seat_act(found.code, "overdragen", responsibility),
                    SUBTLE,
                )
            )
        if responsibility in acts.assign:
            made.append(
                Act(
                    f"{slug.capitalize()} aan een ander toewijzen",
                    addresses.seat_act(found.code, "toewijzen", responsibility),
                    SUBTLE,
                )
            )
        if responsibility in acts.fill_temporarily:
            made.append(
                Act(
                    f"{slug.capitalize()} waarnemen",
                    addresses.seat_act(found.code, "tijdelijk", responsibility),
                    SUBTLE,
                )
            )
        if responsibility in acts.give_back:
            made.append(
                Act(
                    f"{slug.capitalize()} teruggeven",
                    addresses.seat_act(found.code, "teruggeven", responsibility),
                    SUBTLE,
                )
            )
    return tuple(made)


def _note(each: NoteLine, page: CasePage, now: datetime) -> NoteMark:
    kind = _NOTE_KINDS.get(each.part, "")
    about = f" over {kind}" if kind else ""
    heading = f"{each.author}, {each.organisation}, {moment(each.written_at, now)}{about}"
    own = f"notitie/{each.id}/doorgeven" if each.id in page.own_notes else ""
    return NoteMark(
        heading=heading,
        text=each.text or "",
        limit=_NOT_ON if each.asks_permission else "",
        pass_url=addresses.case_act(page.found.band.code, own) if own and each.asks_permission else "",
    )


def _concern(each: CaseConcernLine, now: datetime) -> ConcernMark:
    today = in_amsterdam(now).date()
    joined = f"Bij deze casus sinds {short(in_amsterdam(each.joined_at).date(), today)}"
    return ConcernMark(
        heading=f"{each.point}, gemeld {short(each.reported_on, today)}",
        joined=f"{joined}, door {each.by}." if each.by else f"{joined}.",
        lines=tuple(line for line in (each.text or "").splitlines() if line.strip()),
        may_read=each.text is not None,
    )


def _organisation(each: OrganisationLine, found: CaseBand, acts: Acts) -> OrganisationMark:
    role = "behandelregie, geen casusregie" if each.directs_treatment else each.contact_role
    note = ", ".join(part for part in (each.contact_name, role) if part)
    release = f"{addresses.case_act(found.code, 'mensen')}laten-gaan/{each.id}/" if acts.work_in else ""
    return OrganisationMark(each.name, note, phone(each.phone, each.name), release)


def _event(each: Happening, now: datetime) -> Event:
    return Event(moment(each.at, now).removesuffix(" uur"), each.at.isoformat(), each.strong, each.text, each.said)
