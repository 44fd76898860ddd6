"""What somebody said on their own page, and whether it was read: the words of the page. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.own_words import WordsAbout
from houvast.desk.rules.own_page_facts import Leader, Leading, Line, Look, SaidFacts
from houvast.kernel.dutch_dates import relative, whole

_READERS = {
    Responsibility.CASE_DIRECTION: "wie de hulp leidt",
    Responsibility.PROCESS_DIRECTION: "wie zorgt dat iedereen samenwerkt",
}
GENERAL = "algemeen"
LEADS = (Leading.SOMEBODY, Leading.FOR_A_TIME)


@dataclass(frozen=True, slots=True)
class Sayable:
    """Something about which one can say something. `key` stands in the form, `stood` is how it stands now."""

    key: str
    label: str
    about: WordsAbout
    about_id: UUID | None = None
    stood: str = ""


def said_lines(said: SaidFacts, leader: Leader, today: date) -> Iterator[Line]:
    """Give one's own words with their day, and who read them. Nothing of them is changed."""
    lead = f"U schreef {on_day(said.on, today)}"
    if said.stood and said.goal is None:
        lead = f"{lead} over “{said.stood}”"
    yield Line(f"“{said.words}”", Look.SAID, lead=lead, mark=_read(said, leader, today))


def _read(said: SaidFacts, leader: Leader, today: date) -> str:
    if not said.read:
        who = leads(leader)
        return f"{who} heeft het nog niet gelezen." if who else "Nog niemand heeft het gelezen."
    told = [f"{_READERS[who]} ({on_day(on, today)})" for who, on in said.read]
    return f"Gelezen door {' en '.join(told)}."


def leads(leader: Leader) -> str:
    """Give the name of who leads; "" when nobody does, or the resident does."""
    return leader.contact.name if leader.contact and leader.state in LEADS else ""


def reader(name: str, *, is_led: bool) -> str:
    """Say who reads what somebody says here: who leads, or who sees to it as long as nobody does."""
    if is_led:
        return "Wie uw hulp leidt, leest dit."
    if name:
        return f"{name} zorgt dat iedereen samenwerkt, en leest dit."
    return "Wij bewaren uw tekst. Wie uw hulp gaat leiden, leest hem. Hebt u haast? Bel de gemeente."


def on_day(day: date, today: date) -> str:
    """Give a day that has been: "vandaag", "gisteren" or "op maandag 23 november"."""
    near = relative(day, today)
    return near if near in ("vandaag", "gisteren") else f"op {whole(day, today)}"


def sayable(
    goals: Sequence[tuple[UUID, str]],
    *,
    has_plan: bool,
    step: str,
    decided: Sequence[str],
    questions: Sequence[tuple[UUID, str]] = (),
) -> tuple[Sayable, ...]:
    """Give about what somebody can say something, from what stands on their page; what they are asked comes first."""
    found = [
        Sayable(f"vraag-{each}", f"Antwoord op: {words}", WordsAbout.QUESTION, each, words) for each, words in questions
    ]
    found += [Sayable(GENERAL, "Iets anders", WordsAbout.GENERAL)]
    found += [Sayable(f"doel-{each}", f"Doel: {words}", WordsAbout.GOAL, each, words) for each, words in goals]
    if has_plan:
        found.append(Sayable("plan", "Het hele plan", WordsAbout.PLAN, None, "het hele plan"))
    if step:
        found.append(Sayable("stap", "De stap waarin u zit", WordsAbout.STEP, None, step))
    found += [
        Sayable(f"besluit-{place}", f"Besluit: {words}", WordsAbout.DECISION, None, words)
        for place, words in enumerate(decided, start=1)
    ]
    return tuple(found)
