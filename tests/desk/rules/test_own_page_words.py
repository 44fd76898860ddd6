"""What an own page says, to whom, and how easily it reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from houvast.desk.rules.own_page import greeting, introduction, sections
from houvast.desk.rules.own_page_facts import Doer, Leader, Leading, Look, OwnFacts, Section, TaskFacts
from houvast.desk.rules.own_page_said import reader, sayable
from houvast.desk.rules.own_page_wishes import askable
from houvast.kernel.ids import new_id
from houvast.participation.rules.parts import ALWAYS, OwnPart
from houvast.participation.rules.taking_part import ParticipantKind
from tests.architecture.project import SOURCE
from tests.desk.rules.own_pages import BAN, CARE, CAUSES, EMPTY, FULL, REQUESTS, SANNE, SATURDAY
from tests.readability import readability, said_in_template

TEMPLATES = sorted((SOURCE / "web" / "templates" / "mijn").glob("*.html"))

FEW = 20
"""Of fewer words than this no formula says anything."""


def section(facts: OwnFacts, part: OwnPart) -> Section:
    return next(each for each in sections(facts) if each.part is part)


def said(facts: OwnFacts, part: OwnPart) -> str:
    return "\n".join(line.in_words for line in section(facts, part).lines)


def everything(facts: OwnFacts) -> list[str]:
    lines = [text for each in sections(facts) for text in (each.title, *(line.in_words for line in each.lines))]
    return [greeting(facts), introduction(facts), *lines]


def test_only_the_parts_that_somebody_gets_are_said() -> None:
    parts = [each.part for each in sections(replace(FULL, parts=ALWAYS))]
    assert parts == [OwnPart.LEADER, OwnPart.OWN_TASKS, OwnPart.WORDS, OwnPart.LETTERS, OwnPart.OBJECTING]
    assert OwnPart.LETTERS not in [each.part for each in sections(EMPTY)]
    assert OwnPart.OWN_TASKS not in [each.part for each in sections(FULL)]
    assert sections(replace(FULL, parts=frozenset())) == ()


def test_what_comes_first_is_said_with_its_day() -> None:
    assert said(FULL, OwnPart.FIRST) == (
        "Zaterdag 28 november\nU gaat weg uit de kliniek.\nDat is over 5 dagen.\n"
        "Er is een gesprek over uw situatie: do 26 nov, 14.00 uur. U mag daarbij zijn.\nU zei dat u komt."
    )
    stays_away = said(replace(FULL, meeting=("do 26 nov, 14.00 uur", False)), OwnPart.FIRST)
    assert "U zei dat u niet komt" in stays_away
    assert "U zei" not in said(replace(FULL, meeting=("do 26 nov, 14.00 uur", None)), OwnPart.FIRST)
    in_haste = replace(FULL, moment=("psycholance", SATURDAY), meeting=None)
    for facts in (EMPTY, in_haste):
        assert said(facts, OwnPart.FIRST) == "Er staat nu geen dag vast. Komt die er, dan leest u het hier."


@pytest.mark.parametrize(
    ("leader", "words"),
    [
        (Leader(Leading.SOMEBODY, SANNE), "Sanne de Boer leidt de hulp."),
        (Leader(Leading.SOMEBODY), "Iemand leidt de hulp.\nWilt u iets vragen? Bel de gemeente."),
        (Leader(Leading.FOR_A_TIME, SANNE, SATURDAY), "voor een tijd: tot en met zaterdag 28 november."),
        (Leader(Leading.RESIDENT), "De inwoner of het netwerk leidt de hulp zelf."),
        (
            Leader(Leading.NOBODY, SANNE),
            "Wij zoeken iemand.\nTot die tijd kunt u bellen met:",
        ),
        (Leader(Leading.NOBODY), "Bel tot die tijd de gemeente."),
        (Leader(Leading.NOT_NEEDED), "hoeft niemand de hulp te leiden"),
    ],
)
def test_it_is_honest_about_who_leads(leader: Leader, words: str) -> None:
    told = said(replace(FULL, leader=leader), OwnPart.LEADER)
    assert words in told
    assert ("Sanne de Boer 0596 00 01 12" in told) == (leader.contact is not None)
    assert "Crisisdienst Noord 0800 00 00 99" in told
    assert "Crisisdienst" not in said(replace(FULL, evening=None), OwnPart.LEADER)


def test_a_letter_stands_with_its_day_and_is_opened_by_its_id() -> None:
    (line,) = section(FULL, OwnPart.LETTERS).lines
    assert line.in_words == "Maandag 23 november: Wilt u met ons komen praten?"
    assert line.opens == FULL.letters[0].id


def test_agreements_stand_under_the_goal_in_the_words_of_the_resident() -> None:
    assert said(FULL, OwnPart.AGREEMENTS).splitlines() == [
        "“Ik wil slapen.”",
        "U: U belt de huisarts. (Gedaan)",
        "Yara Mensah: Komt elke dag. Klaar op zaterdag 28 november.",
        "U schreef gisteren: “Dinsdag is een slechte dag.” (Nog niemand heeft het gelezen.)",
        "“Ik wil mijn post durven openen.”",
        "We spraken nog meer af",
        "Uw netwerk: Haalt de post op.",
        "Ruben Dijkhuis: Ruben belt zelf.",
        "Gaat het mis? Bel dan:",
        "Janna, zijn zus: altijd 06 00 00 04 19",
    ]
    assert said(EMPTY, OwnPart.AGREEMENTS) == "Er is nog geen plan. Wij maken dat samen met u."
    loose = replace(EMPTY, tasks=(TaskFacts("Belt.", Doer.READER),))
    assert said(loose, OwnPart.AGREEMENTS) == "U: Belt."
    assert said(EMPTY, OwnPart.HELPERS) == "Er helpt nu niemand anders."
    assert said(FULL, OwnPart.HELPERS) == "Yara Mensah: behandelaar, FACT Noord 050 000 02 31"


def test_who_sees_no_agreements_sees_their_own_tasks() -> None:
    own = replace(FULL, parts=ALWAYS)
    assert said(own, OwnPart.OWN_TASKS) == "U: U belt de huisarts. (Gedaan)"
    assert said(replace(EMPTY, parts=ALWAYS), OwnPart.OWN_TASKS) == "U hoeft nu niets te doen."


def test_the_step_has_the_name_that_the_model_has_for_residents() -> None:
    told = said(FULL, OwnPart.STEP)
    assert told.startswith("Stap 3: Meer mensen helpen u samen\nEr zijn 4 stappen.")
    assert "De inwoner beslist mee." in told
    assert told.endswith("Op maandag 14 december kijken wij opnieuw of deze stap nog past.")
    assert "opnieuw" not in said(EMPTY, OwnPart.STEP)
    assert section(FULL, OwnPart.STEP).title == "In welke stap zit u?"
    near = replace(FULL, kind=ParticipantKind.NETWORK)
    assert section(near, OwnPart.STEP).title == "In welke stap zit Ruben Dijkhuis?"


def test_every_step_that_a_case_can_take_has_its_words_newest_first() -> None:
    lines = said(FULL, OwnPart.DECISIONS).splitlines()
    assert lines[0] == "Maandag 23 november: Wij begonnen opnieuw. U zit in stap 3."
    assert len(lines) == len(CAUSES) + 2
    assert lines[-2].startswith("Burgemeester: U mag niet in de straat komen. Dit geldt tot en met zaterdag")


def test_it_says_who_looked_by_function_and_what_was_shared_and_why() -> None:
    lines = said(FULL, OwnPart.LOOKED).splitlines()
    assert lines[1:-1] == [
        "Gemeente Eemsdelta: Casusregisseur: 3 keer. De laatste keer was op maandag 23 november.",
        "Politie: Wijkagent: 1 keer. De laatste keer was op maandag 23 november.",
    ]
    assert said(FULL, OwnPart.SHARED).splitlines()[0] == (
        "Maandag 23 november: Wij vertelden FACT Noord: de afspraken uit het plan. Waarom? Samen hulp geven. "
        "De regel staat in: Wmo 2015 artikel 5.2.5."
    )
    assert lines[-1].startswith("Hier staan de gemeente en wie u al kent.")
    assert said(EMPTY, OwnPart.LOOKED).splitlines()[1] == "Hier staat nog niets."
    assert said(EMPTY, OwnPart.SHARED).startswith("Hier staat nog niets.")


def test_one_objects_only_where_there_is_a_decision_and_it_says_where() -> None:
    told = said(FULL, OwnPart.OBJECTING)
    assert "is geen besluit in de zin van de wet" in told
    assert "bezwaar maken bij: burgemeester. Dat kan tot zes weken" in told
    assert "U blijft in de kliniek." in told
    assert "In het besluit zelf staat bij wie u terecht kunt" in told
    assert told.count("Dit is wel een besluit") == 2
    assert "Dit is wel een besluit" not in said(replace(FULL, measures=()), OwnPart.OBJECTING)
    unseen = replace(FULL, parts=ALWAYS)
    assert "Dit is wel een besluit" not in said(unseen, OwnPart.OBJECTING)
    for measure, where in ((BAN, "zes weken"), (CARE, "In het besluit zelf")):
        assert where in said(replace(FULL, measures=(measure,)), OwnPart.OBJECTING)


def test_it_says_with_whom_to_talk_who_helps_and_where_to_complain() -> None:
    told = said(FULL, OwnPart.OBJECTING)
    assert told.startswith("Zeg het tegen Sanne de Boer.")
    assert "Noor Feenstra: Cliëntondersteuning Noord 050 000 05 55" in told
    assert "Klachtencoördinator 0596 00 01 10" in told
    bare = said(EMPTY, OwnPart.OBJECTING)
    assert bare.startswith("Zeg het tegen de gemeente.")
    assert "Vraag de gemeente naar een cliëntondersteuner" in bare
    assert bare.endswith("Dien dan een klacht in bij de gemeente Eemsdelta.")
    own = replace(FULL, leader=Leader(Leading.RESIDENT, SANNE))
    assert said(own, OwnPart.OBJECTING).startswith("Zeg het tegen de gemeente.")
    near = replace(FULL, kind=ParticipantKind.NETWORK)
    assert "dossier" not in said(near, OwnPart.OBJECTING)
    assert "Wilt u weten wat wij over u bewaren?" in said(near, OwnPart.OBJECTING)


def test_it_says_how_it_stands_with_what_one_asked_about_ones_data() -> None:
    def told(number: int, facts: OwnFacts = FULL) -> list[str]:
        asked = tuple(each for each in REQUESTS if each.number == number)
        return said(replace(facts, requests=asked), OwnPart.REQUESTS).splitlines()[2:]

    assert told(12) == [
        "Vraag V-12: U vroeg om te zien wat wij over u bewaren, op maandag 23 november.",
        "Wij hebben uw vraag. Wij kijken eerst na wie het vraagt.",
        "U krijgt antwoord uiterlijk op woensdag 23 december.",
        "Zo krijgt u het antwoord: ophalen bij de gemeente.",
    ]
    assert told(11)[1:3] == [
        "Wij hebben uw vraag. Wij weten wie het vraagt.",
        "Het duurt langer. Dit is waarom: “Er is veel.”",
    ]
    assert told(10)[2].startswith("U had op vrijdag 20 november antwoord moeten krijgen.")
    assert "U krijgt een deel te zien." in told(9)[1]
    assert told(8)[1] == "Wij gaven antwoord op maandag 23 november. Wij zeiden nee. Dit is waarom: “Het klopt.”"
    assert told(7)[1].endswith("Wij zeiden ja. Dit stopt: “Wij delen niets meer.”")
    assert told(6)[1].endswith("“Wij moeten dit bewaren.” De regel gaat over: een wettelijke plicht of taak.")
    assert told(3)[1].endswith("Iemand anders kijkt het nog na. Daarna is het weg.")
    for number in (9, 8, 5):
        assert told(number)[-1].startswith("Bent u het niet eens met zo’n antwoord?")
    mentor = replace(FULL, kind=ParticipantKind.REPRESENTATIVE)
    assert ", voor Ruben Dijkhuis, op" in told(12, mentor)[0]
    assert said(EMPTY, OwnPart.REQUESTS).startswith("U mag vragen wat wij over u bewaren.")
    assert said(replace(EMPTY, why_not_ask="Uw kind vraagt het zelf."), OwnPart.REQUESTS) == "Uw kind vraagt het zelf."


def test_own_words_stand_where_they_belong_and_say_who_read_them() -> None:
    told = said(FULL, OwnPart.WORDS).splitlines()
    assert told[0] == "Schrijf het in uw eigen woorden. Niemand verandert uw tekst."
    assert told[1:] == [
        "U schreef op donderdag 19 november over “stap 3”: “Dat klopt niet.” "
        "(Gelezen door wie de hulp leidt (vandaag).)"
    ]
    led = replace(FULL, leader=Leader(Leading.SOMEBODY, SANNE))
    assert "(Sanne de Boer heeft het nog niet gelezen.)" in said(led, OwnPart.AGREEMENTS)


def test_one_can_say_something_about_what_stands_on_the_page() -> None:
    goal = new_id()
    all_of_it = sayable([(goal, "Ik wil slapen.")], has_plan=True, step="Samen", decided=["maandag. U ging."])
    assert [each.key for each in all_of_it] == ["algemeen", f"doel-{goal}", "plan", "stap", "besluit-1"]
    assert (all_of_it[1].about_id, all_of_it[1].stood) == (goal, "Ik wil slapen.")
    asked = sayable([], has_plan=False, step="", decided=[], questions=[(goal, "Hoe slaapt u?")])
    assert [each.key for each in asked] == [f"vraag-{goal}", "algemeen"]
    assert said(FULL, OwnPart.QUESTIONS).startswith("“Hoe slaapt u nu?”")
    assert sections(FULL)[0].part is OwnPart.QUESTIONS
    assert OwnPart.QUESTIONS not in [each.part for each in sections(EMPTY)]


def test_it_says_who_reads_what_one_says() -> None:
    texts = [reader("Sanne", is_led=True), reader("", is_led=True), reader("Marit", is_led=False)]
    texts.append(reader("", is_led=False))
    assert texts[0] == texts[1] == "Wie uw hulp leidt, leest dit."
    assert texts[2].startswith("Marit zorgt dat iedereen samenwerkt")
    assert "Wij bewaren uw tekst." in texts[3]
    assert readability(" ".join(texts)).is_plain


def test_what_was_wished_stands_with_its_answer() -> None:
    assert said(FULL, OwnPart.WISHES).splitlines() == [
        "Kent u iemand die u kan helpen? U kunt die persoon voorstellen. U krijgt altijd antwoord.",
        "Komt een dag u niet uit? Dan kunt u om een andere dag vragen.",
        "U vroeg vandaag om een andere dag: Zaterdag 28 november. “Liever op maandag.” (Er is nog geen antwoord.)",
        "U stelde vandaag iemand voor: Bo Vos, vriend. “Mag alles weten.” "
        "(Antwoord vandaag: ja, deze persoon hoort er nu bij.)",
        "U vroeg vandaag om een andere dag: Het gesprek van do 26 nov. “Later.” "
        "(Antwoord vandaag: ja, wij proberen het gesprek te verzetten naar zaterdag 28 november. Tot dan.)",
        "U vroeg vandaag om een andere dag: Donderdag 26 november. “Eerder.” "
        "(Antwoord vandaag: ja, het wordt zaterdag 28 november.)",
        "U stelde vandaag iemand voor: Jip Vos, buur. (Antwoord vandaag: nee. Jip wil dit zelf niet.)",
    ]
    led = replace(FULL, leader=Leader(Leading.SOMEBODY, SANNE))
    assert "(Sanne de Boer moet nog antwoorden.)" in said(led, OwnPart.WISHES)
    assert section(FULL, OwnPart.WISHES).title == "Wilt u iemand erbij, of een andere dag?"
    assert section(EMPTY, OwnPart.WISHES).title == "Wilt u iemand erbij?"
    assert len(section(EMPTY, OwnPart.WISHES).lines) == 1


def test_one_asks_for_another_date_of_what_stands_on_the_page_and_not_what_it_is_for() -> None:
    both = askable(FULL, moment_id=(moment := new_id()), meeting_id=(meeting := new_id()))
    assert [(each.key, each.about_id, each.stood) for each in both] == [
        ("dag", moment, "zaterdag 28 november"),
        ("gesprek", meeting, "het gesprek van do 26 nov, 14.00 uur"),
    ]
    hidden = replace(FULL, moment=("psycholance", SATURDAY), meeting=None)
    unseen = (replace(FULL, parts=frozenset(OwnPart) - {part}) for part in (OwnPart.FIRST, OwnPart.WISHES))
    for facts in (EMPTY, hidden, *unseen):
        assert askable(facts, moment_id=moment, meeting_id=meeting) == ()


def test_it_says_for_whom_it_was_written() -> None:
    assert greeting(FULL) == "Dag Ruben"
    assert "wie u helpt" in introduction(FULL)
    assert "U kijkt mee voor Ruben Dijkhuis" in introduction(replace(FULL, kind=ParticipantKind.REPRESENTATIVE))
    assert "wat Ruben Dijkhuis goed vindt" in introduction(replace(FULL, kind=ParticipantKind.NETWORK))
    assert {line.look for each in sections(FULL) for line in each.lines} == set(Look)


@pytest.mark.parametrize("kind", ParticipantKind)
@pytest.mark.parametrize("facts", [FULL, EMPTY], ids=["full", "empty"])
def test_it_reads_easily(kind: ParticipantKind, facts: OwnFacts) -> None:
    assert readability("\n\n".join(everything(replace(facts, kind=kind)))).is_plain


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_what_the_pages_say_by_themselves_reads_easily(template: Path) -> None:
    text = said_in_template(template.read_text(encoding="utf-8"))
    counted = readability(text) if text else None
    assert counted is None or counted.words < FEW or counted.is_plain


def test_a_template_is_read_without_its_marks() -> None:
    template = "<p class='x'>Dag {{ naam }}.</p>{% if a %}<li>Bel.</li>{% endif %}"
    assert said_in_template(template) == "Dag dit.\n\nBel."
