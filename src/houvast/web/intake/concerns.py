"""The concern that is open on the board, ready to print."""

from collections.abc import Mapping
from datetime import datetime, time
from uuid import UUID

from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.hits import CaseHit
from houvast.directory.viewer import Viewer
from houvast.intake import policy
from houvast.intake.rules.judgement import Agreement
from houvast.intake.rules.matching import Certainty, FieldJudgement, MatchField
from houvast.intake.selectors.concern_pages import ConcernPage, DecisionLine
from houvast.intake.selectors.earlier import EarlierConcern
from houvast.intake.selectors.lines import CameBack
from houvast.intake.selectors.persons import KnownPerson
from houvast.kernel.dutch_dates import known_part, moment, short, time_left
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.naming import age
from houvast.web import addresses
from houvast.web.intake.choices import choices
from houvast.web.intake.heads import is_soon, nth
from houvast.web.intake.looks import Candidate, ConcernLook, FieldRow, Hit, ThemeChoice
from houvast.web.look import CAREFUL, GOOD, LATE, PRIMARY, SECONDARY, Link, phase_mark, phone

_QUESTIONS = {"V": "Kennen wij haar?", "M": "Kennen wij hem?"}
_CLASSES = {Agreement.EQUAL: GOOD, Agreement.FITS: GOOD, Agreement.SIMILAR: CAREFUL, Agreement.DIFFERENT: LATE}
_LIKELY = (Certainty.CERTAIN, Certainty.PROBABLE)


def concern_look(
    viewer: Viewer,
    page: ConcernPage,
    persons: tuple[KnownPerson, ...],
    *,
    now: datetime,
    chosen: str,
    visible: Mapping[UUID, str],
    following: UUID | None,
) -> ConcernLook:
    """Give the concern. `chosen` is whom to compare with, by id; `visible` are the cases that may be read, by id;
    `themes` is the list of the municipality.
    """
    may_decide = page.facts.waits and policy.may_decide(viewer, page.facts, page.duo_domains).allowed
    who = next((each for each in persons if str(each.resident_id) == chosen), persons[0] if persons else None)
    busy = page.busy if page.busy and page.busy.member_id != viewer.member_id else None
    in_triage = page.facts.waits
    return ConcernLook(
        name=page.name,
        clock=_capital(time_left(page.clock.until, now)) if page.facts.waits else "",
        clock_class="" if is_soon(page.clock.until, now) else "houvast-klok__rustig",
        clock_rest=_clock_rest(page, now),
        earlier=_earlier(page.earlier),
        earlier_rest=_earlier_rest(page.earlier, now),
        text=tuple(line for line in page.told.text.splitlines() if line.strip()) if page.told else (),
        text_hidden=_hidden(page),
        facts=tuple(_facts(page, now)),
        point=page.point,
        questions=page.instruction,
        busy=f"{busy.name} is hier sinds {_at(busy.since)} mee bezig." if busy and may_decide else "",
        take_url=addresses.concern_act(page.id, "oppakken"),
        state=_state(page, now),
        case=_case(page, visible),
        question=_QUESTIONS.get(page.sex, "Kennen wij deze persoon?"),
        candidate=_candidate(page, who, visible) if who else None,
        others=tuple(_other(page, each) for each in persons if each is not who),
        nobody="Niemand in uw gemeente lijkt op deze persoon.",
        is_in_triage=in_triage and may_decide,
        same_url=addresses.concern_act(page.id, "dezelfde"),
        other_url=addresses.concern_act(page.id, "iemand-anders"),
        themes=_themes(page) if may_decide else (),
        themes_url=addresses.concern_act(page.id, "aanleiding"),
        choices=choices(viewer, page, who, following) if may_decide else None,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _at(moment_of_day: datetime) -> str:
    return f"{in_amsterdam(moment_of_day):%H.%M} uur"


def _clock_rest(page: ConcernPage, now: datetime) -> str:
    came_in = f"binnen {moment(page.received_at, now)}"
    level = page.settings.urgency_at(page.urgency, page.received_at)
    if level is None or not page.facts.waits or page.came_back is CameBack.NOT_ANSWERED:
        return _capital(came_in)
    return f"van {level.working_hours} werkuren · {came_in}"


def _earlier(earlier: tuple[EarlierConcern, ...]) -> str:
    return f"{_capital(nth(len(earlier) + 1))} melding in zes weken" if earlier else ""


def _earlier_rest(earlier: tuple[EarlierConcern, ...], now: datetime) -> str:
    """Say when the earlier ones came and what they share: facts with their dates."""
    if not earlier:
        return ""
    today = in_amsterdam(now).date()
    days = ", ".join(f"{short(each.reported_on, today)} ({each.link.value})" for each in reversed(earlier))
    return f": {days} en nu."


def _hidden(page: ConcernPage) -> str:
    if page.told is not None:
        return ""
    if page.gone:
        return "Wie het was en wat er gemeld is, is gewist."
    return f"Wat de melder vertelde, leest alleen {page.step.label}."


def _themes(page: ConcernPage) -> tuple[ThemeChoice, ...]:
    """Give the themes to choose from; a retired one only where it was chosen."""
    offered = page.settings.theme_names(retired=False)
    return tuple(
        ThemeChoice(code, name, code in page.themes)
        for code, name in page.settings.theme_names().items()
        if code in offered or code in page.themes
    )


def _facts(page: ConcernPage, now: datetime) -> list[tuple[str, str]]:
    if page.gone:
        return [("Bron", page.point), ("Gemeld", short(page.reported_on, in_amsterdam(now).date()))]
    facts = [("Bron", ", ".join(part for part in (page.point, page.incident) if part))]
    facts.append(("Gemeld", ", ".join(part for part in (_reported(page, now), page.address) if part)))
    facts.append(("Geboren", _born(page.born, now)))
    if page.told is not None:
        facts.append(("BSN", page.told.bsn_masked or "niet opgegeven"))
        if page.told.reporter:
            facts.append(("Melder", page.told.reporter))
    if page.themes:
        names = page.settings.theme_names()
        facts.append(("Aanleiding", ", ".join(names.get(code, code) for code in page.themes)))
    facts.append(("Wil bericht", "ja" if page.wants_answer else "nee"))
    return facts


def _reported(page: ConcernPage, now: datetime) -> str:
    day = short(page.reported_on, in_amsterdam(now).date())
    return day if page.reported_time is None else f"{day}, {_clock(page.reported_time)} uur"


def _clock(at: time) -> str:
    return f"{at:%H.%M}"


def _born(born: PartialDate | None, now: datetime) -> str:
    if born is None:
        return "niet opgegeven"
    years = age(born.year, born.month or 0, born.day or 0, in_amsterdam(now).date())
    return f"{known_part(born)} ({years} jaar)"


def _state(page: ConcernPage, now: datetime) -> str:
    """Say what was decided, or why it is here again."""
    last = page.history[-1] if page.history else None
    if last is None:
        return ""
    if page.came_back is not None:
        return _came_back(page.came_back, last)
    said = f"{last.by}, {moment(last.at, now)}: {last.label.lower()}"
    details = ", ".join(part for part in (last.to_team, last.receiver, last.reason.lower()) if part)
    text = f" “{last.text}”" if last.text else ""
    return f"{said} ({details}).{text}" if details else f"{said}.{text}"


def _came_back(why: CameBack, last: DecisionLine) -> str:
    if why is CameBack.NOT_ANSWERED:
        return f"{last.to_team} zei niet op tijd ja. Het signaal is terug."
    reason = f" “{last.answer.reason}”" if last.answer and last.answer.reason else ""
    return f"{last.to_team} gaf het signaal terug.{reason}"


def _case(page: ConcernPage, visible: Mapping[UUID, str]) -> Link | None:
    code = visible.get(page.case_id) if page.case_id else None
    return Link(f"Naar casus {code}", addresses.case(code)) if code else None


def _candidate(page: ConcernPage, who: KnownPerson, visible: Mapping[UUID, str]) -> Candidate:
    return Candidate(
        resident_id=who.resident_id,
        name=who.name,
        heading="Bevestigd: dezelfde" if who.confirmed else f"Bekend: {who.certainty.value}",
        summary=who.summary,
        rows=tuple(_field(page, who, each) for each in who.judgements),
        hits=tuple(_hit(each, visible) for each in who.cases),
        is_confirmed=who.confirmed,
        same_class=PRIMARY if who.certainty in _LIKELY else SECONDARY,
    )


def _field(page: ConcernPage, who: KnownPerson, judged: FieldJudgement) -> FieldRow:
    shown = {
        MatchField.SURNAME: (page.surname, who.surname),
        MatchField.FIRST_NAMES: (page.first_names, who.first_names),
        MatchField.BIRTH_DATE: (_short_born(page.born), _short_born(who.born)),
        MatchField.ADDRESS: (page.address, who.address),
        MatchField.BSN: (_bsn(page), "bekend" if who.bsn_known else ""),
    }
    theirs, ours = shown[judged.field]
    return FieldRow(
        judged.field.value, theirs or "geen", ours or "geen", judged.text, _CLASSES.get(judged.agreement, "")
    )


def _bsn(page: ConcernPage) -> str:
    if page.told is None:
        return "niet zichtbaar"
    return "bekend" if page.told.bsn_masked else ""


def _short_born(born: PartialDate | None) -> str:
    if born is None:
        return ""
    return "-".join("00" if part is None else f"{part:02}" for part in (born.day, born.month, born.year))


def _hit(hit: CaseHit, visible: Mapping[UUID, str]) -> Hit:
    return Hit(
        code=hit.code,
        url=addresses.case(hit.code) if hit.case_id in visible else "",
        phase=phase_mark(hit.phase),
        director=director(hit),
        phone=phone(hit.director_phone, hit.director),
    )


def director(hit: CaseHit) -> str:
    """Say who leads a case, as far as triage may know."""
    if hit.director:
        return f"casusregie {hit.director}"
    return "niemand heeft de casusregie" if hit.director_state is SeatState.VACANT else "eigen regie"


def _other(page: ConcernPage, who: KnownPerson) -> Link:
    return Link(f"{who.name}, {who.certainty.value}", f"{addresses.concern(page.id)}?persoon={who.resident_id}")
