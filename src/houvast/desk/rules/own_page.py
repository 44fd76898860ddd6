"""The own page in words: what is said to a resident, in Dutch at level B1. Pure; `tests/readability.py` measures it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from houvast.desk.rules.own_page_facts import (
    TOLD_MOMENTS,
    Contact,
    Doer,
    Leading,
    Line,
    Look,
    OwnFacts,
    Section,
    StepTaken,
    TaskFacts,
)
from houvast.desk.rules.own_page_objecting import objecting
from houvast.desk.rules.own_page_requests import requests
from houvast.desk.rules.own_page_said import said_lines
from houvast.desk.rules.own_page_wishes import wish_title, wishes
from houvast.kernel.dutch_dates import relative, whole
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.taking_part import ParticipantKind

_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "opened": "Wij begonnen samen. U zat toen in stap {number}.",
        "scaled_up": "Er is besloten dat er meer hulp nodig is. U ging van stap {former} naar stap {number}.",
        "scaled_up_urgently": "Er was snel meer hulp nodig. U ging van stap {former} naar stap {number}.",
        "scaled_down": "Er is besloten dat het met minder hulp kan. U ging van stap {former} naar stap {number}.",
        "reversed": "Het besluit van daarvoor is teruggedraaid. U zit weer in stap {number}.",
        "closed": "De hulp samen is gestopt.",
        "reopened": "Wij begonnen opnieuw. U zit in stap {number}.",
    }
)
_LEADS: Mapping[Leading, str] = MappingProxyType(
    {
        Leading.SOMEBODY: "{name} leidt de hulp.",
        Leading.FOR_A_TIME: "{name} leidt de hulp voor een tijd: tot en met {until}.",
        Leading.RESIDENT: "De inwoner of het netwerk leidt de hulp zelf.",
        Leading.NOBODY: "Niemand leidt nu de hulp. Wij zoeken iemand.",
        Leading.NOT_NEEDED: "In deze stap hoeft niemand de hulp te leiden.",
    }
)


def greeting(facts: OwnFacts) -> str:
    """Give the heading of the page."""
    return f"Dag {facts.first_name}"


def introduction(facts: OwnFacts) -> str:
    """Say what stands here, and for whom it was written."""
    if facts.kind is ParticipantKind.SELF:
        return "Hier staat wie u helpt en wat we afspraken. U mag altijd zeggen wat u ervan vindt."
    if facts.kind is ParticipantKind.REPRESENTATIVE:
        return f"U kijkt mee voor {facts.about}. Wat hier staat, is geschreven voor {facts.about}."
    return f"U helpt {facts.about}. U ziet hier wat {facts.about} goed vindt. Het is geschreven voor {facts.about}."


def sections(facts: OwnFacts) -> tuple[Section, ...]:
    """Give the page, part by part, as far as the reader gets them."""
    return tuple(
        Section(part, _title(part, facts), tuple(_WRITERS[part](facts)))
        for part in OwnPart
        if part in facts.parts and not _said_elsewhere(part, facts)
    )


def _said_elsewhere(part: OwnPart, facts: OwnFacts) -> bool:
    """What one does oneself stands among the agreements for who sees them; who is asked or sent nothing reads none."""
    if part is OwnPart.QUESTIONS:
        return not facts.questions
    if part is OwnPart.LETTERS:
        return not facts.letters
    return part is OwnPart.OWN_TASKS and OwnPart.AGREEMENTS in facts.parts


def _title(part: OwnPart, facts: OwnFacts) -> str:
    if part is OwnPart.STEP and facts.kind is ParticipantKind.NETWORK:
        return f"In welke stap zit {facts.about}?"
    if part is OwnPart.WISHES:
        return wish_title(facts)
    return _TITLES[part]


_TITLES: Mapping[OwnPart, str] = MappingProxyType(
    {
        OwnPart.QUESTIONS: "Wij vragen u iets",
        OwnPart.FIRST: "Het eerste wat komt",
        OwnPart.LEADER: "Wie leidt de hulp?",
        OwnPart.HELPERS: "Wie helpt er nog meer?",
        OwnPart.AGREEMENTS: "Wat u wilt, en wat we afspraken",
        OwnPart.OWN_TASKS: "Wat doet u zelf?",
        OwnPart.WORDS: "Wilt u iets zeggen?",
        OwnPart.STEP: "In welke stap zit u?",
        OwnPart.DECISIONS: "Wat is er besloten?",
        OwnPart.LETTERS: "Welke brieven kreeg u?",
        OwnPart.LOOKED: "Wie keek in uw gegevens?",
        OwnPart.SHARED: "Wat deelden wij, en met wie?",
        OwnPart.REQUESTS: "Wilt u iets vragen over uw gegevens?",
        OwnPart.OBJECTING: "Bent u het er niet mee eens?",
    }
)


def _questions(facts: OwnFacts) -> Iterator[Line]:
    for each in facts.questions:
        yield Line(f"“{each}”", Look.QUOTE)
    yield Line("U hoeft niet te antwoorden. Bellen mag ook.", Look.SMALL)


def _first(facts: OwnFacts) -> Iterator[Line]:
    said = TOLD_MOMENTS.get(facts.moment[0]) if facts.moment else None
    if facts.moment and said:
        yield Line(_capital(whole(facts.moment[1], facts.today)), Look.BIG)
        yield Line(said, Look.BIG)
        yield Line(f"Dat is {relative(facts.moment[1], facts.today)}.")
    if facts.meeting:
        when, comes = facts.meeting
        yield Line(f"Er is een gesprek over uw situatie: {when}. U mag daarbij zijn.")
        if comes is not None:
            yield Line("U zei dat u komt." if comes else "U zei dat u niet komt. U mag zich bedenken.")
    if not (facts.moment and said) and not facts.meeting:
        yield Line("Er staat nu geen dag vast. Komt die er, dan leest u het hier.")


def _leader(facts: OwnFacts) -> Iterator[Line]:
    leader, contact = facts.leader, facts.leader.contact
    until = whole(leader.until, facts.today) if leader.until else ""
    named = _LEADS[leader.state].format(name=contact.name if contact else "Iemand", until=until)
    yield Line(named, Look.LOUD if leader.state is Leading.NOBODY else Look.TEXT)
    if leader.state is Leading.NOBODY:
        yield Line("Tot die tijd kunt u bellen met:" if contact else "Bel tot die tijd de gemeente.")
    elif contact is None and leader.state is not Leading.RESIDENT:
        yield Line("Wilt u iets vragen? Bel de gemeente.")
    if contact and contact.phone:
        yield Line("", Look.CALL, lead=contact.name, phone=contact.phone)
    if facts.evening and facts.evening.phone:
        yield Line("Belt u in de avond, de nacht of het weekend?", Look.SMALL)
        yield Line("", Look.CALL, lead=facts.evening.name, phone=facts.evening.phone)


def _helpers(facts: OwnFacts) -> Iterator[Line]:
    for each in facts.helpers:
        yield _row(each)
    if not facts.helpers:
        yield Line("Er helpt nu niemand anders.")


def _row(contact: Contact) -> Line:
    return Line(contact.does, Look.ROW, lead=contact.name, phone=contact.phone)


def _agreements(facts: OwnFacts) -> Iterator[Line]:
    for place, words in enumerate(facts.goals):
        yield Line(f"“{words}”", Look.QUOTE)
        yield from (_task(each, facts) for each in facts.tasks if each.goal == place)
        yield from _said(facts, place)
    rest = [each for each in facts.tasks if each.goal is None]
    if rest and facts.goals:
        yield Line("We spraken nog meer af", Look.QUOTE)
    yield from (_task(each, facts) for each in rest)
    if not facts.goals and not rest:
        yield Line("Er is nog geen plan. Wij maken dat samen met u.")
    if facts.when_wrong:
        yield Line("Gaat het mis? Bel dan:", Look.QUOTE)
        yield from (_row(each) for each in facts.when_wrong)


def _task(task: TaskFacts, facts: OwnFacts) -> Line:
    who = {Doer.READER: "U", Doer.RESIDENT: facts.about, Doer.NETWORK: "Uw netwerk"}.get(task.doer, task.name)
    what = task.what.strip()
    if task.due_on and not task.is_done:
        what = f"{what if what[-1:] in '.!?' else f'{what}.'} Klaar op {whole(task.due_on, facts.today)}."
    return Line(what, Look.ROW, lead=who, mark="Gedaan" if task.is_done else "")


def _own_tasks(facts: OwnFacts) -> Iterator[Line]:
    mine = [each for each in facts.tasks if each.doer is Doer.READER]
    yield from (_task(each, facts) for each in mine)
    if not mine:
        yield Line("U hoeft nu niets te doen.")


def _words(facts: OwnFacts) -> Iterator[Line]:
    yield Line("Schrijf het in uw eigen woorden. Niemand verandert uw tekst.")
    yield from _said(facts, None)


def _said(facts: OwnFacts, goal: int | None) -> Iterator[Line]:
    for each in facts.said:
        if each.goal == goal:
            yield from said_lines(each, facts.leader, facts.today)


def _step(facts: OwnFacts) -> Iterator[Line]:
    step = facts.step
    yield Line(step.name, Look.BIG, lead=f"Stap {step.number}")
    yield Line(f"Er zijn {step.all_steps} stappen. Hoe hoger de stap, hoe meer mensen samen helpen.")
    yield Line(f"Dit spraken wij daarover af: {step.own_direction}")
    if step.review_on:
        yield Line(f"Op {whole(step.review_on, facts.today)} kijken wij opnieuw of deze stap nog past.")


def _decisions(facts: OwnFacts) -> Iterator[Line]:
    for taken in reversed(facts.steps_taken):
        yield Line(_taken(taken), Look.ROW, lead=_capital(whole(taken.on, facts.today)))
    for each in facts.measures:
        until = whole(each.until, facts.today)
        yield Line(
            f"{each.what} Dit geldt tot en met {until}. De regel staat in: {each.law}.", lead=_capital(each.authority)
        )


def _letters(facts: OwnFacts) -> Iterator[Line]:
    for each in facts.letters:
        yield Line(each.subject, Look.ROW, lead=_capital(whole(each.on, facts.today)), opens=each.id)


def _looked(facts: OwnFacts) -> Iterator[Line]:
    yield Line("U ziet hier het werk van mensen en waar zij werken. Wij zeggen wie het laatst keek of iets opschreef.")
    for each in facts.looked:
        often = "1 keer" if each.times == 1 else f"{each.times} keer"
        last = whole(each.last, facts.today)
        yield Line(f"{_capital(each.title)}: {often}. De laatste keer was op {last}.", Look.ROW, lead=each.organisation)
    if not facts.looked:
        yield Line("Hier staat nog niets.")
    yield Line("Hier staan de gemeente en wie u al kent. Wilt u alles weten? Vraag dan wat er is bewaard.", Look.SMALL)


def _shared(facts: OwnFacts) -> Iterator[Line]:
    for each in facts.shared:
        why = f"Waarom? {_capital(each.purpose)}. De regel staat in: {each.law}."
        text = f"Wij vertelden {each.receiver}: {each.what}. {why}"
        yield Line(text, Look.ROW, lead=_capital(whole(each.on, facts.today)))
    if not facts.shared:
        yield Line("Hier staat nog niets.")
    yield Line("Delen wij iets dat wij u nog niet kunnen vertellen? Dan hoort u dat later.", Look.SMALL)


def _taken(taken: StepTaken) -> str:
    return _STEPS[taken.cause].format(number=taken.number, former=taken.former)


def taken_on(step: StepTaken, today: date) -> str:
    """Say in one line what was decided on a day."""
    return f"{whole(step.on, today)}. {_taken(step)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_WRITERS: Mapping[OwnPart, Callable[[OwnFacts], Iterator[Line]]] = MappingProxyType(
    {
        OwnPart.QUESTIONS: _questions,
        OwnPart.FIRST: _first,
        OwnPart.LEADER: _leader,
        OwnPart.HELPERS: _helpers,
        OwnPart.AGREEMENTS: _agreements,
        OwnPart.OWN_TASKS: _own_tasks,
        OwnPart.WORDS: _words,
        OwnPart.WISHES: wishes,
        OwnPart.STEP: _step,
        OwnPart.DECISIONS: _decisions,
        OwnPart.LETTERS: _letters,
        OwnPart.LOOKED: _looked,
        OwnPart.SHARED: _shared,
        OwnPart.REQUESTS: requests,
        OwnPart.OBJECTING: objecting,
    }
)
