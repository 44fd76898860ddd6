"""An own page with everything on it, and one with nothing. All of it is *verzonnen*."""

from dataclasses import replace
from datetime import UTC, date, datetime

from houvast.accountability.rules.answers import ErasureRefusal
from houvast.accountability.rules.asking import OwnRequest
from houvast.accountability.rules.requests import RequestKind, RequestOutcome
from houvast.ave.vocabulary import Responsibility
from houvast.desk.rules.own_page_facts import (
    Contact,
    Doer,
    Help,
    Leader,
    Leading,
    LetterFacts,
    LookFacts,
    MeasureFacts,
    OwnFacts,
    SaidFacts,
    SharedFacts,
    StepFacts,
    StepTaken,
    TaskFacts,
    WishFacts,
)
from houvast.kernel.ids import new_id
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.taking_part import ParticipantKind

TODAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
SANNE = Contact("Sanne de Boer", "0596 00 01 12", "Gemeente Eemsdelta")
SUPPORTER = Contact("Noor Feenstra", "050 000 05 55", "Cliëntondersteuning Noord")
CAUSES = ("opened", "scaled_up", "scaled_up_urgently", "scaled_down", "reversed", "closed", "reopened")
BAN = MeasureFacts("U mag niet in de straat komen.", "burgemeester", "Gemeentewet artikel 172a", SATURDAY, True)
CARE = MeasureFacts("U blijft in de kliniek.", "rechter", "Wet verplichte ggz artikel 6:4", SATURDAY, False)

INSPECTION, CORRECTION, OBJECTION, ERASURE = RequestKind
ASKED = OwnRequest(12, INSPECTION, TODAY, date(2026, 12, 23), "ophalen bij de gemeente")
REQUESTS = (
    ASKED,
    replace(ASKED, number=11, is_checked=True, longer="Er is veel."),
    replace(ASKED, number=10, due_on=date(2026, 11, 20), is_checked=True),
    replace(ASKED, number=9, answered_on=TODAY, outcome=RequestOutcome.PARTLY),
    replace(ASKED, number=8, kind=CORRECTION, answered_on=TODAY, outcome=RequestOutcome.REFUSED, reason="Het klopt."),
    replace(
        ASKED,
        number=7,
        kind=OBJECTION,
        answered_on=TODAY,
        outcome=RequestOutcome.GRANTED,
        reason="Wij delen niets meer.",
    ),
    replace(
        ASKED,
        number=6,
        kind=ERASURE,
        answered_on=TODAY,
        outcome=RequestOutcome.REFUSED,
        reason="Wij moeten dit bewaren.",
        ground=ErasureRefusal.LEGAL_TASK,
    ),
    *(
        replace(ASKED, number=5 - place, kind=kind, answered_on=TODAY, outcome=RequestOutcome.GRANTED)
        for place, kind in enumerate((INSPECTION, CORRECTION, ERASURE))
    ),
)

FULL = OwnFacts(
    kind=ParticipantKind.SELF,
    parts=frozenset(OwnPart),
    first_name="Ruben",
    about="Ruben Dijkhuis",
    now=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    today=TODAY,
    leader=Leader(Leading.NOBODY, SANNE),
    step=StepFacts(3, "Meer mensen helpen u samen", "De inwoner beslist mee.", 4, date(2026, 12, 14)),
    help=Help("gemeente Eemsdelta", SUPPORTER, Contact("Klachtencoördinator", "0596 00 01 10")),
    evening=Contact("Crisisdienst Noord", "0800 00 00 99"),
    helpers=(Contact("Yara Mensah", "050 000 02 31", "behandelaar, FACT Noord"),),
    goals=("Ik wil slapen.", "Ik wil mijn post durven openen."),
    tasks=(
        TaskFacts("U belt de huisarts.", Doer.READER, goal=0, is_done=True, due_on=TODAY),
        TaskFacts("Komt elke dag", Doer.OTHER, "Yara Mensah", goal=0, due_on=SATURDAY),
        TaskFacts("Haalt de post op.", Doer.NETWORK, goal=None),
        TaskFacts("Ruben belt zelf.", Doer.RESIDENT, goal=None),
    ),
    when_wrong=(Contact("Janna, zijn zus", "06 00 00 04 19", "altijd"),),
    moment=("clinic_out", SATURDAY),
    meeting=("do 26 nov, 14.00 uur", True),
    steps_taken=tuple(StepTaken(TODAY, cause, 3, 2) for cause in CAUSES),
    measures=(BAN, CARE),
    looked=(
        LookFacts("casusregisseur", "Gemeente Eemsdelta", 3, TODAY),
        LookFacts("wijkagent", "Politie", 1, TODAY),
    ),
    shared=(
        SharedFacts(TODAY, "FACT Noord", "de afspraken uit het plan", "samen hulp geven", "Wmo 2015 artikel 5.2.5"),
    ),
    questions=("Hoe slaapt u nu?",),
    letters=(LetterFacts(new_id(), TODAY, "Wilt u met ons komen praten?"),),
    requests=REQUESTS,
    wishes=(
        WishFacts(TODAY, True, "zaterdag 28 november", "Liever op maandag."),
        WishFacts(TODAY, False, "Bo Vos, vriend", "Mag alles weten.", True, TODAY),
        WishFacts(TODAY, True, "het gesprek van do 26 nov", "Later.", True, TODAY, SATURDAY, "Tot dan.", True),
        WishFacts(TODAY, True, "donderdag 26 november", "Eerder.", True, TODAY, SATURDAY),
        WishFacts(TODAY, False, "Jip Vos, buur", "", False, TODAY, answer="Jip wil dit zelf niet."),
    ),
    said=(
        SaidFacts("Dinsdag is een slechte dag.", date(2026, 11, 22), "Ik wil slapen.", goal=0),
        SaidFacts("Dat klopt niet.", date(2026, 11, 19), "stap 3", read=((Responsibility.CASE_DIRECTION, TODAY),)),
    ),
)
EMPTY = OwnFacts(
    kind=ParticipantKind.SELF,
    parts=frozenset(OwnPart),
    first_name="Ruben",
    about="Ruben Dijkhuis",
    now=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    today=TODAY,
    leader=Leader(Leading.NOBODY),
    step=StepFacts(2, "U krijgt hulp", "De inwoner beslist zelf.", 4),
    help=Help("gemeente Eemsdelta"),
)
