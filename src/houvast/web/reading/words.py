"""The words of Houvast that people meet on the screen, as `docs/begrippen.md` explains them (a test compares)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its meaning; a second word after a comma means the same."""

    word: str
    meaning: str


WORDS: tuple[Word, ...] = (
    Word("afschalen", "Naar een lagere AVE-fase gaan."),
    Word(
        "AVE-model, model",
        "De afspraken van één gemeente of regio over de vier fasen: wie mag wat hebben, wie beslist, volgens welke "
        "criteria, binnen welke termijn. Een model heeft versies.",
    ),
    Word(
        "behandelregie",
        "De leiding over een behandeling, bijvoorbeeld in de GGZ. Is geen casusregie. Wie de behandelregie heeft, is "
        "een contactpersoon en krijgt daarmee geen plek.",
    ),
    Word(
        "bestuurlijke verantwoordelijkheid, bestuurlijk",
        "Knopen doorhakken die alleen een bestuurder mag doorhakken. Ligt bij een wethouder of de burgemeester.",
    ),
    Word("burgerservicenummer, BSN", "Het nummer van een inwoner. Staat afgeschermd op het scherm."),
    Word("casus", "Een huishouden of één persoon waarvoor mensen samenwerken onder een AVE-model."),
    Word(
        "casusregie",
        "Leiding geven aan het ene plan rond één inwoner of huishouden. De inwoner of het netwerk kan dit ook zelf "
        "doen.",
    ),
    Word("casusregisseur", "Wie de casusregie heeft."),
    Word("contactpersoon", "Wie u bij een organisatie belt over een casus."),
    Word(
        "criterium",
        "Een uitspraak die waar moet zijn om op of af te schalen. Criteria staan in groepen: alle, of één van.",
    ),
    Word(
        "domein",
        "Een deel van de gemeente met een eigen wet en een eigen grond, bijvoorbeeld Wmo, jeugd of openbare orde.",
    ),
    Word("doorgaande lijn", "Dezelfde casusregisseur blijft, ook bij op- en afschalen."),
    Word(
        "duo",
        "Twee medewerkers, meestal OGGZ en OOV, die signalen en een werklijst delen. Ieder houdt de eigen grond.",
    ),
    Word("eigen regie", "Wat de inwoner in een fase zelf beslist."),
    Word("externe opschaling", "Opschalen naar een organisatie buiten de gemeente, meestal het ZVH."),
    Word("fase, AVE-fase", "Eén van de vier trappen van AVE, met nummer, naam en kleur."),
    Word(
        "functie",
        "Het werk waarvoor iemand is aangesteld. Het model zegt welke functie welke verantwoordelijkheid mag hebben.",
    ),
    Word(
        "gekoppelde casus",
        "Een andere casus waarin dezelfde persoon voorkomt, met een reden waarom het er twee zijn.",
    ),
    Word("gezamenlijke risicoafweging", "Partners wegen samen het risico, vooral bij afschalen."),
    Word("grens", "De overgang tussen twee fasen in één richting, met criteria, beslisser en termijn."),
    Word("grond", "Waarom iemand iets mag zien of doen. Kan een plek zijn, een functie of een grondslag."),
    Word("grondslag", "De regel in de wet waarop iets mag."),
    Word("heropenen", "Een gesloten casus weer openen."),
    Word("huishouden", "Mensen die samen wonen, met begin en einde."),
    Word("inwoner", "De persoon om wie het gaat."),
    Word("ketenpartner", "Een organisatie buiten de gemeente die meewerkt."),
    Word("leefgebied", "Een deel van het leven waar iets kan spelen: wonen, geld, gezondheid, veiligheid."),
    Word("logboek", "De keten van alles wat is gedaan, bekeken of geweigerd. Er kan niets uit of tussen."),
    Word("mandaat", "De bevoegdheid om namens een ander te beslissen, met begin en einde."),
    Word("medewerker", "Iemand die met Houvast werkt, bij een gemeente of ketenpartner."),
    Word("melder", "Wie een signaal geeft."),
    Word("meldpunt", "Waar signalen binnenkomen. Heeft een eigen naam en eigen triagevragen."),
    Word("naaste", "Familie, vriend of buur die dicht bij de inwoner staat."),
    Word("nazorg", "Wat na sluiten of afschalen nog wordt gedaan, tot een datum."),
    Word("netwerk", "Alle naasten samen."),
    Word("notitie", "Vrije tekst bij een casus, versleuteld."),
    Word("oefenregio", "Een Houvast met verzonnen mensen om in te oefenen."),
    Word("ontvanger", "Wie bij afschalen of doorgeven met naam de zorg overneemt."),
    Word(
        "operationele verantwoordelijkheid, operationeel",
        "Zorgen voor mensen en middelen. Ligt bij een leidinggevende.",
    ),
    Word("opnieuw kijken, herziening", "Op een afgesproken datum samen bekijken of de fase nog past."),
    Word("opschalen", "Naar een hogere AVE-fase gaan."),
    Word("organisatie", "De gemeente of een ketenpartner."),
    Word(
        "overdragen, overdracht",
        "Een verantwoordelijkheid aan een ander geven. De oude houder blijft tot de nieuwe ja zegt.",
    ),
    Word("overlegtafel, tafel", "Een vaste groep die casussen bespreekt: MDO, OGGZ-overleg, TVO."),
    Word(
        "overnameverzoek",
        "De vraag van een team of een ander de casus overneemt: aangenomen, terug met advies, of gedeeld.",
    ),
    Word("plek, stoel", "De plaats van één verantwoordelijkheid in één casus. Ook een lege plek bestaat."),
    Word("procesregie", "Organisaties bij elkaar brengen en zorgen dat er wordt besloten."),
    Word("procesregisseur", "Wie de procesregie heeft."),
    Word("protocol", "Een vaste werkwijze die bij een fase of thema hoort."),
    Word(
        "signaal, melding",
        "Een bericht dat het met iemand misschien niet goed gaat. Een eigen gegeven, ook als er geen casus komt.",
    ),
    Word("spoed", "Opschalen dat niet kan wachten. Wordt daarna bevestigd of teruggedraaid."),
    Word("termijn", "De tijd waarbinnen iets moet gebeuren, in werkuren, werkdagen of weken."),
    Word("teruggeven", "Zeggen dat u een verantwoordelijkheid niet langer hebt. De plek is dan leeg."),
    Word("terugval", "Een gesloten casus die weer open moet."),
    Word(
        "thema",
        "Waar het om gaat, bijvoorbeeld jeugd of huiselijk geweld. Een reden voor betrokkenheid, nooit een etiket op "
        "een mens.",
    ),
    Word("tijdelijk invullen, waarnemen", "Een verantwoordelijkheid voor korte tijd doen, met einddatum en reden."),
    Word("tijdlijn", "Wat er in een casus gebeurde, op volgorde."),
    Word("toewijzen", "Een verantwoordelijkheid aan iemand geven als de plek leeg is."),
    Word("triage", "Beoordelen wat er met een signaal moet gebeuren."),
    Word("triage-instructie", "De vragen en aanwijzingen van een meldpunt."),
    Word("uitkomst", "Wat er na triage met een signaal gebeurt."),
    Word("urgentie", "Hoe snel een signaal beoordeeld moet zijn, in werkuren."),
    Word("verantwoordelijkheid", "Eén van de vier: casusregie, procesregie, operationeel, bestuurlijk."),
    Word("verborgen adres", "Een adres dat nergens te zien is, omdat dat gevaarlijk is."),
    Word("vervanger", "Wie een medewerker vervangt, voor een afgesproken tijd."),
    Word(
        "vinger aan de pols",
        "Op een afgesproken dag vragen hoe het gaat na afschalen of sluiten. Het gaat goed, het blijft zoals het is "
        "met een nieuwe dag, of het moet weer omhoog.",
    ),
    Word("voorstel", "Een voorstel om op of af te schalen. Blijft staan, ook als het is afgewezen of ingetrokken."),
    Word("werkdag", "Maandag tot en met vrijdag, behalve erkende feestdagen."),
    Word("zekerheid", "Hoe zeker Houvast is dat het om dezelfde persoon gaat. In woorden, nooit in procenten."),
)
