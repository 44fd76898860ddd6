"""Eemsdelta: Ruben Dijkhuis, whose case director left, and two linked cases around him. Everybody is *verzonnen*."""

from collections.abc import Generator
from datetime import datetime
from uuid import UUID

from houvast.cases.models import Note
from houvast.cases.rules.matrix import Part
from houvast.cases.services.link_cases import NewLink
from houvast.cases.services.name_moment_contact import NewContact
from houvast.documents.rules.adding import DocumentKind, Redaction
from houvast.practice import papers
from houvast.practice.casework import CASE, OPERATIONAL, PROCESS, Casework, Step
from houvast.practice.crucial_moments import FROM, TO, Kind, also, expect, report
from houvast.practice.eemsdelta_own_pages import own_pages, page_of_a_mother
from houvast.practice.eemsdelta_plan import Around, plan_of_ruben
from houvast.practice.homes import Address, Home, Someone, befriend, settle
from houvast.practice.papers import Paper
from houvast.practice.phone_numbers import landline
from houvast.practice.stage import Stage
from houvast.practice.stories import Story, tell
from houvast.residents.rules.networking import Allowed

_LETTER = Paper(
    "Brief van FACT over de opname",
    DocumentKind.LETTER,
    (
        "Ruben is opgenomen. Hij slaapt weer.",
        "Zijn buurvrouw, mevrouw Kuipers, belde de politie.",
        "FACT komt elke week.",
    ),
    Part.CARE_NOTES,
    shared=True,
)
_LETTER_LESS = Paper(
    "Brief van FACT, zonder naam van de melder",
    DocumentKind.LETTER,
    ("Ruben is opgenomen.", "Een buur belde de politie."),
)
_LEFT_OUT = Redaction(
    "De naam van de buurvrouw, en wat over zijn gezondheid gaat.",
    "Zij wil niet dat Ruben weet wie belde. Over zijn gezondheid gaat alleen de zorg.",
    "AVG, artikel 9, en WGBO, artikel 457 (onbevestigd)",
)
_TABLE = Paper(
    "Verslag rond de tafel", DocumentKind.REPORT, ("Aanwezig: Marit, FACT, De Klamp.", "Wie leidt, is open.")
)
_TABLE_AGAIN = Paper(
    "Verslag rond de tafel", DocumentKind.REPORT, ("Aanwezig: Marit, FACT, De Klamp, moeder.", "Wie leidt, is open.")
)
Scene = Generator[datetime, datetime, Casework]
"""A part of the story that leaves a case behind."""


def dijkhuis(stage: Stage) -> Story:
    """Tell how Ruben came to be helped, how it got worse, and how nobody leads his case since six days."""
    bram = stage["team-b"]
    now = yield stage.at.ago(120, 10)
    people = (
        Someone("Ruben", "Dijkhuis", 34, "M", role="vader", phone=417, wish="liefst een sms"),
        Someone("Fenna", "Dijkhuis", 8, "V", role="dochter, om het weekend", month=5),
    )
    at = Address("Bentepad", "12", "9936", "Delfzijl")
    home = settle(bram, now, town=stage.town, name="Huishouden Dijkhuis", people=people, at=at)
    case, sister = _is_helped(stage, home, now)
    own = own_pages(stage, case, home, sister)
    yield from tell([_goes_on(stage, case, home), plan_of_ruben(stage, case, Around(home, sister)), own])


def _goes_on(stage: Stage, case: Casework, home: Home) -> Story:
    mother = yield from _his_mother(stage)
    yield from _it_gets_worse(stage, case, mother)
    own, family = yield from _the_mother_of_fenna(stage, case, home)
    yield from _nobody_leads(stage, case)
    yield from page_of_a_mother(stage, own, family)


def _is_helped(stage: Stage, home: Home, now: datetime) -> tuple[Casework, UUID]:
    bram, ruben = stage["team-b"], home.residents[0]
    seats = {CASE: bram, PROCESS: stage["leader"]}
    case = Casework.open(bram, now, town=stage.town, home=home, seats=seats, themes=("verward", "wonen"))
    all_of_it, some = tuple(Allowed), (Allowed.HOW_IT_GOES, Allowed.PLAN, Allowed.THINK_ALONG)
    befriend(bram, now, ruben, "Geke Dijkhuis", "moeder", phone=418, may_know="mag alles weten", allowed=all_of_it)
    sister = befriend(bram, now, ruben, "Janna Dijkhuis", "zus, helpt met de post", phone=419, allowed=some)
    case.surround(
        bram,
        now,
        stage.contact("fact", "Yara Mensah", "behandelregie", directs_treatment=True, people=2),
        stage.contact("housing", "Peter Vos", "wonen"),
        stage.contact("debts", "Tom Reitsma", "schuldhulpverlener", mobile_number=430),
        stage.contact("youth-care", "Iris de Wit", "voor Fenna", people=2),
        stage.contact("police"),
        stage.contact("ggz", people=3),
        stage.contact("home-care"),
        stage.contact("doctor"),
        stage.contact("welfare"),
    )
    return case, sister


def _his_mother(stage: Stage) -> Scene:
    now = yield stage.at.ago(90, 14)
    mother = settle(
        stage["wmo"],
        now,
        town=stage.town,
        name="Mevrouw G. Dijkhuis",
        people=[Someone("Geke", "Dijkhuis", 67, "V", phone=418)],
        at=Address("Bentepad", "31", "9936", "Delfzijl"),
        ground="wmo",
    )
    femke = stage["team-c"]
    seats = {CASE: femke, PROCESS: stage["leader"]}
    return Casework.open(femke, now, town=stage.town, home=mother, seats=seats)


def _it_gets_worse(stage: Stage, case: Casework, mother: Casework) -> Story:
    marit, bram = stage["oggz"], stage["team-b"]
    now = yield stage.at.ago(23, 15)
    step = Step(
        2,
        3,
        "Ruben slaapt slecht en is 's nachts op straat. Vier organisaties werken langs elkaar heen.",
        "Fenna komt nu niet logeren. Zij weet niet waarom.",
    )
    proposal = case.propose(bram, now, step)
    now = yield stage.at.ago(21, 11, 20)
    case.agree(marit, now, proposal, seats={PROCESS: marit})
    case.round_off(marit, now)
    case.link(marit, now, NewLink(mother.id, "Ruben wil dat zijn moeder een eigen casus en een eigen regisseur houdt."))


def _the_mother_of_fenna(
    stage: Stage, case: Casework, home: Home
) -> Generator[datetime, datetime, tuple[Casework, Home]]:
    iris, fenna = stage["youth"], home.residents[1]
    now = yield stage.at.ago(19, 9)
    family = settle(
        iris,
        now,
        town=stage.town,
        name="Gezin Admiraal",
        people=[Someone("Lieke", "Admiraal", 32, "V", role="moeder van Fenna", phone=421)],
        at=Address("Noorsingel", "8", "9931", "Appingedam"),
        ground="youth",
    ).joined_by(fenna, iris, now, stage.town)
    own = Casework.open(
        stage["oggz"],
        now,
        town=stage.town,
        home=family,
        seats={CASE: iris, PROCESS: stage["leader"]},
        themes=("jeugd",),
        links=[NewLink(case.id, "De ouders wonen apart. De zorgen om Fenna hebben een eigen plan nodig.")],
    )
    return own, family


def _nobody_leads(stage: Stage, case: Casework) -> Story:
    marit, bram, at = stage["oggz"], stage["team-b"], stage.at
    now = yield at.ago(12, 9)
    case.write(bram, now, "E33: 's nachts op straat. Op de CBL beoordeeld en opgenomen.", Note.Part.CARE, shared=True)
    letter = papers.add(case, bram, now, _LETTER)
    papers.redact(bram, now, letter, _LETTER_LESS, _LEFT_OUT)
    on, comes_home = at.ahead(5), "Ruben gaat naar huis. FACT en de crisisdienst zijn er ook in het weekend."
    clinic = NewContact(FROM, "Joke Staal", "GGZ Noorderlicht, kliniek", landline("0596", 312))
    fact = NewContact(TO, "Yara Mensah", "FACT Noord", landline("050", 231))
    now = yield at.ago(8, 14)
    moment = expect(case, marit, now, Kind.CLINIC_OUT, on, comes_home, clinic, fact)
    report_of_table = papers.add(case, marit, now, _TABLE)
    also(marit, now, moment, "Moeder weet het", "Ruben", at.ahead(3))
    now = yield at.ago(7, 9)
    why = "Erik Landman is met verlof."
    case.fill(marit, now, OPERATIONAL, stage["team-manager"], until=at.ahead(11), why=why)
    papers.write_on(marit, now, report_of_table, _TABLE_AGAIN)
    now = yield at.ago(6, 17)
    case.give_back(bram, now, CASE, "Ik krijg een andere baan. Er is nog geen opvolger.")
    now = yield at.working_ago(1, 15)
    report(marit, now, moment, "Sleutel", "De Klamp: het huis is in orde, de sleutel ligt klaar.")
    report(marit, now, moment, "Moeder", "Ruben belde zelf.")
    report(marit, now, moment, "De casusregisseur is", "Er is geen casusregisseur.", done=False)
