"""What one can do who disagrees, truthfully: which ways there are, and where there is a real decision to object to.

That a case goes to another step is no decision in the sense of the law (Awb art. 1:3): it changes nobody's rights, so
one cannot object to it as such. A measure is. Against some one objects with who imposed it (Awb art. 7:1, within six
weeks, art. 6:7); against others one goes to a court at once, so that only the decision itself says where. Help by a
client supporter is free and independent (Wmo 2015 art. 1.1.1 and 2.2.4); complaints: Awb chapter 9; objecting to the
use of data: AVG art. 21, and having them corrected: art. 16.
"""

from collections.abc import Iterator

from houvast.desk.rules.own_page_facts import Contact, Leading, Line, Look, MeasureFacts, OwnFacts
from houvast.kernel.dutch_dates import whole
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.taking_part import ParticipantKind


def objecting(facts: OwnFacts) -> Iterator[Line]:
    """Give the ways that there are, the nearest first."""
    yield Line(_talk(facts))
    supporter = facts.help.supporter
    if supporter:
        yield Line("Wilt u dat iemand u helpt? De cliëntondersteuner is er alleen voor u. Het is gratis.")
        yield _call(supporter)
    else:
        yield Line(
            "Wilt u dat iemand u helpt? Vraag de gemeente naar een cliëntondersteuner. Die is er alleen voor u. "
            "Het is gratis."
        )
    if facts.kind is ParticipantKind.NETWORK:
        yield Line(f"Wilt u weten wat wij over u bewaren? Vraag het dan aan de {facts.help.municipality}.")
    else:
        yield from _rights(facts)
    yield from _complaint(facts)


def _talk(facts: OwnFacts) -> str:
    contact = facts.leader.contact
    whom = contact.name if contact and facts.leader.state is not Leading.RESIDENT else "de gemeente"
    return f"Zeg het tegen {whom}. Vertel wat u anders wilt. Daar praten wij dan samen over."


def _rights(facts: OwnFacts) -> Iterator[Line]:
    yield Line("U mag in het dossier laten zetten wat u vindt. Uw woorden blijven staan zoals u ze zei.")
    yield Line("U mag lezen wat er over u is bewaard. Klopt het niet? Dan mag u vragen om het te veranderen.")
    yield Line(
        "Wilt u niet dat wij uw gegevens gebruiken? Zeg dat dan. Dat heet bezwaar tegen het gebruik van gegevens."
    )
    yield Line(
        "De stap waarin u zit, is geen besluit in de zin van de wet. Daartegen kunt u geen bezwaar maken. "
        "U kunt er wel altijd over praten."
    )
    if OwnPart.DECISIONS in facts.parts:
        for measure in facts.measures:
            yield Line(_against(measure, facts), lead="Dit is wel een besluit")


def _against(measure: MeasureFacts, facts: OwnFacts) -> str:
    what = f"{measure.what} Het geldt tot en met {whole(measure.until, facts.today)}."
    if measure.objects_at:
        return (
            f"{what} Hiertegen kunt u bezwaar maken bij: {measure.authority}. Dat kan tot zes weken na de dag van het "
            "besluit."
        )
    return f"{what} In het besluit zelf staat bij wie u terecht kunt, en tot welke dag."


def _complaint(facts: OwnFacts) -> Iterator[Line]:
    where = facts.help.complaint
    if where is None:
        yield Line(f"Vindt u dat wij u niet goed behandelen? Dien dan een klacht in bij de {facts.help.municipality}.")
    else:
        yield Line("Vindt u dat wij u niet goed behandelen? Dien dan een klacht in bij:")
        yield _call(where)


def _call(contact: Contact) -> Line:
    return Line(contact.does, Look.ROW, lead=contact.name, phone=contact.phone)
