"""The municipalities of the practice region with their reporting points.

The ten Groningen municipalities and the names of their points: inventory "Werken met AVE", March 2023. Opsterland and
the two neighbours of its pilot: press release "AVE in Opsterland". Heerenveen and its *meitinkers*: VNG on Heerenveen.

Former municipalities, whose names lists still hold, are those that were joined in 2010 (Oldambt), 2018, 2019 and 2021
(Statistics Netherlands, municipal divisions; written from memory, to be confirmed).

Everything else is *verzonnen*: names of teams, which source goes past public order first, evening numbers, and that it
is Eemsdelta that hears its parks department (the inventory names no municipality).
"""

from dataclasses import dataclass

from houvast.intake.models import ReportingPoint
from houvast.intake.rules.triage import Step
from houvast.practice import triage_questions as ask

Source = ReportingPoint.Source


@dataclass(frozen=True, slots=True)
class Point:
    """A reporting point: its name, kind of source, the questions asked there, and who looks at what comes in."""

    name: str
    source: Source
    questions: tuple[str, ...]
    steps: tuple[Step, ...] = (Step.OGGZ,)


@dataclass(frozen=True, slots=True)
class Local:
    """A municipality: what it is called, how it works, and where its people live."""

    code: str
    name: str
    region: str
    model: str
    area: str
    team: str
    towns: tuple[str, ...]
    points: tuple[Point, ...]
    team_title: str = "casusregisseur"
    second_team: str = ""
    spellings: tuple[str, ...] = ()
    cases: int = 8


GRONINGEN, FRYSLAN = "Groningen", "Fryslân"
POLICE = Point("Politie (E33)", Source.POLICE_E33, ask.POLICE_LIST)
POLICE_IN_TWO_STEPS = Point("Politie (E33)", Source.POLICE_E33, ask.POLICE_LIST, (Step.PUBLIC_ORDER, Step.OGGZ))
CALL_CENTRE = Point("Klantcontactcentrum", Source.CALL_CENTRE, ask.FRONT_DESK)
_BROAD_POINT = Point("Meldpunt van de gemeente", Source.REPORTING_POINT, ask.BROAD)

MUNICIPALITIES: tuple[Local, ...] = (
    Local(
        "westerkwartier",
        "Westerkwartier",
        GRONINGEN,
        "groningen",
        "0594",
        "Sociaal team Westerkwartier",
        ("Zuidhorn", "Leek", "Grootegast", "Marum"),
        (POLICE, Point("Meldpunt Bezorgd", Source.REPORTING_POINT, ask.WORRYING_BEHAVIOUR), CALL_CENTRE),
        spellings=("Grootegast", "Leek", "Marum", "Zuidhorn"),
    ),
    Local(
        "het-hogeland",
        "Het Hogeland",
        GRONINGEN,
        "groningen",
        "0595",
        "Sociaal team Het Hogeland",
        ("Uithuizen", "Winsum", "Bedum", "Leens"),
        (
            POLICE_IN_TWO_STEPS,
            Point("Meldpunt Zorgwekkend gedrag", Source.REPORTING_POINT, ask.WORRYING_BEHAVIOUR),
            Point("Sociaal Team", Source.TEAM, ask.OWN_TEAM),
        ),
        spellings=("Hogeland", "Bedum", "De Marne", "Eemsmond", "Winsum"),
    ),
    Local(
        "eemsdelta",
        "Eemsdelta",
        GRONINGEN,
        "groningen",
        "0596",
        "Gebiedsteam Delfzijl",
        ("Delfzijl", "Appingedam", "Loppersum", "Spijk"),
        (
            POLICE,
            Point("Meldpunt Zorg en Veiligheid", Source.REPORTING_POINT, ask.CARE_AND_SAFETY),
            Point("Sociaal Plein", Source.CALL_CENTRE, ask.FRONT_DESK),
            Point("Boa's", Source.STREET_WARDENS, ask.OUTSIDE, (Step.PUBLIC_ORDER, Step.OGGZ)),
            Point("Groendienst", Source.PARKS, ask.OUTSIDE),
        ),
        second_team="Gebiedsteam Appingedam",
        spellings=("Appingedam", "Delfzijl", "Loppersum"),
        cases=12,
    ),
    Local(
        "oldambt",
        "Oldambt",
        GRONINGEN,
        "groningen",
        "0597",
        "Sociaal team Oldambt",
        ("Winschoten", "Scheemda", "Finsterwolde"),
        (POLICE_IN_TWO_STEPS, Point("Breed meldpunt sociaal", Source.REPORTING_POINT, ask.BROAD)),
        spellings=("Reiderland", "Scheemda", "Winschoten"),
    ),
    Local(
        "westerwolde",
        "Westerwolde",
        GRONINGEN,
        "groningen",
        "0599",
        "Sociaal team Westerwolde",
        ("Ter Apel", "Vlagtwedde", "Bellingwolde"),
        (POLICE, Point("Meldpunt Veiligheid en Zorg", Source.REPORTING_POINT, ask.CARE_AND_SAFETY), CALL_CENTRE),
        spellings=("Bellingwedde", "Vlagtwedde"),
        cases=6,
    ),
    Local(
        "stadskanaal",
        "Stadskanaal",
        GRONINGEN,
        "groningen",
        "0599",
        "Sociaal team Stadskanaal",
        ("Stadskanaal", "Musselkanaal", "Onstwedde"),
        (
            POLICE,
            Point("Meldpunt zorgwekkend gedrag KCC", Source.CALL_CENTRE, ask.WORRYING_BEHAVIOUR),
            Point("Burgerzaken", Source.CALL_CENTRE, ask.FRONT_DESK),
            Point("Sociale Teams", Source.TEAM, ask.OWN_TEAM),
        ),
    ),
    Local(
        "pekela",
        "Pekela",
        GRONINGEN,
        "groningen",
        "0597",
        "Sociaal team Pekela",
        ("Oude Pekela", "Nieuwe Pekela"),
        (POLICE, Point("Meldpunt Zorg en Veiligheid", Source.REPORTING_POINT, ask.CARE_AND_SAFETY)),
        cases=6,
    ),
    Local(
        "veendam",
        "Veendam",
        GRONINGEN,
        "groningen",
        "0598",
        "Sociaal team Veendam",
        ("Veendam", "Wildervank"),
        (
            POLICE_IN_TWO_STEPS,
            Point("Meldpunt Bezorgd", Source.REPORTING_POINT, ask.WORRYING_BEHAVIOUR),
            CALL_CENTRE,
        ),
        cases=7,
    ),
    Local(
        "midden-groningen",
        "Midden-Groningen",
        GRONINGEN,
        "groningen",
        "0598",
        "Sociaal team Hoogezand",
        ("Hoogezand", "Slochteren", "Muntendam"),
        (POLICE, Point("Sociale teams", Source.TEAM, ask.OWN_TEAM)),
        second_team="Sociaal team Slochteren",
        spellings=("Midden Groningen", "Hoogezand-Sappemeer", "Menterwolde", "Slochteren"),
    ),
    Local(
        "groningen",
        "Groningen",
        GRONINGEN,
        "groningen",
        "050",
        "WIJ Noord",
        ("Groningen", "Haren", "Ten Boer"),
        (
            POLICE_IN_TWO_STEPS,
            Point("Meldpunt Overlast en zorg", Source.REPORTING_POINT, ask.NUISANCE),
            Point("Meldpunt Zorgwekkend gedrag", Source.REPORTING_POINT, ask.WORRYING_BEHAVIOUR),
            Point("Sociaal Team WIJ", Source.TEAM, ask.OWN_TEAM),
        ),
        team_title="medewerker WIJ",
        second_team="WIJ Zuid",
        spellings=("Haren", "Ten Boer"),
        cases=12,
    ),
    Local(
        "opsterland",
        "Opsterland",
        FRYSLAN,
        "opsterland",
        "0512",
        "Gebiedsteam Opsterland",
        ("Gorredijk", "Beetsterzwaag", "Ureterp"),
        (POLICE, _BROAD_POINT),
        second_team="Sociaal team Opsterland",
        cases=9,
    ),
    Local(
        "ooststellingwerf",
        "Ooststellingwerf",
        FRYSLAN,
        "opsterland",
        "0516",
        "Gebiedsteam Ooststellingwerf",
        ("Oosterwolde", "Appelscha", "Haulerwijk"),
        (POLICE, _BROAD_POINT),
        second_team="Sociaal team Ooststellingwerf",
        cases=6,
    ),
    Local(
        "weststellingwerf",
        "Weststellingwerf",
        FRYSLAN,
        "opsterland",
        "0561",
        "Gebiedsteam Weststellingwerf",
        ("Wolvega", "Noordwolde"),
        (POLICE, _BROAD_POINT),
        second_team="Sociaal team Weststellingwerf",
        cases=6,
    ),
    Local(
        "heerenveen",
        "Heerenveen",
        FRYSLAN,
        "opsterland",
        "0513",
        "Meitinkers Heerenveen",
        ("Heerenveen", "Akkrum", "Jubbega"),
        (POLICE, _BROAD_POINT, CALL_CENTRE),
        team_title="meitinker",
        second_team="Sociaal team Heerenveen",
    ),
)

THEMES: tuple[tuple[str, str], ...] = (
    # *verzonnen*: each municipality sets its own list. A theme is a reason for involvement, never a label.
    ("verward", "Onbegrepen gedrag"),
    ("schulden", "Geldzorgen"),
    ("wonen", "Wonen en overlast"),
    ("verslaving", "Middelengebruik"),
    ("huiselijk-geweld", "Geweld thuis"),
    ("jeugd", "Zorgen om een kind"),
    ("eenzaam", "Eenzaamheid"),
    ("na-verblijf", "Terug uit kliniek, opvang of PI"),
)
