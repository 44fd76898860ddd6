"""The processing activities of a municipality, and to which of them each entry belongs.

The standard Logboek Dataverwerkingen and the Verwerkingenlogging of the VNG want a register where each activity has a
UUID (VNG Realisatie, gemma-verwerkingenlogging). These are what a municipality begins with; it edits them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity, as the register says it: why personal data are processed, and on which ground."""

    code: str
    name: str
    purpose: str
    ground: str
    source: str


_MADE_UP = "verzonnen: kijk na met uw functionaris voor gegevensbescherming"
ACTIVITIES: tuple[Activity, ...] = (
    Activity(
        "casusregie",
        "Samenwerken rond een casus",
        "Eén plan en één aanspreekpunt voor inwoners met problemen die oplopen",
        "Wmo 2015, Jeugdwet, openbare orde: per onderdeel van een casus vastgelegd",
        _MADE_UP,
    ),
    Activity(
        "signalen",
        "Signalen ontvangen en beoordelen",
        "Bepalen of iemand hulp nodig heeft en wie die geeft",
        "AVG artikel 6, lid 1, onder e",
        _MADE_UP,
    ),
    Activity(
        "overleg",
        "Bespreken aan een overlegtafel",
        "Samen besluiten over een casus, een adres of een thema",
        "AVG artikel 6, lid 1, onder e; convenant van de tafel",
        _MADE_UP,
    ),
    Activity(
        "delen",
        "Gegevens delen met een ander",
        "Een ander laten weten wat die voor de hulp of de veiligheid nodig heeft",
        "Per keer vastgelegd bij wat is gedeeld",
        _MADE_UP,
    ),
    Activity(
        "toegang",
        "Toegang van medewerkers regelen",
        "Alleen wie het nodig heeft, kan erbij",
        "AVG artikel 32",
        _MADE_UP,
    ),
    Activity(
        "toezicht",
        "Toezicht op wie wat zag",
        "Laten zien en nakijken wie persoonsgegevens zag of veranderde",
        "AVG artikel 5, lid 2, en artikel 15",
        _MADE_UP,
    ),
    Activity(
        "cijfers",
        "Cijfers zonder namen",
        "Weten hoe het gaat, zonder te weten met wie",
        "AVG artikel 6, lid 1, onder e",
        _MADE_UP,
    ),
)
OTHERWISE = "casusregie"
_OF_KIND: Mapping[str, str] = {
    **dict.fromkeys(("concern", "repair_row", "import", "point", "theme"), "signalen"),
    **dict.fromkeys(("consultation",), "overleg"),
    **dict.fromkeys(
        (
            "disclosure",
            "known",
            "consent",
            "ground",
            "covenant",
            "sharing_term",
            "stay",
            "move",
            "referral",
            "house_file",
        ),
        "delen",
    ),
    **dict.fromkeys(("directory", "account", "access", "admission_criterion", "list_version"), "toegang"),
    **dict.fromkeys(("log", "page", "request", "sample", "vault", "alarm"), "toezicht"),
    **dict.fromkeys(("figures",), "cijfers"),
}


def activity_of(event: str) -> str:
    """Give the code of the activity to which an event belongs: exactly one, also for an event of a later version."""
    return _OF_KIND.get(event.partition(".")[0], OTHERWISE)


def activity_id(municipality: UUID, code: str) -> UUID:
    """Give the UUID of an activity of a municipality: the same one when its words change (RFC 9562, v5)."""
    return uuid5(municipality, f"houvast verwerkingsactiviteit {code}")


def problems(activity: Activity) -> dict[str, str]:
    """Say what is missing from what somebody wrote about an activity."""
    asked = {"name": activity.name, "purpose": activity.purpose, "ground": activity.ground, "source": activity.source}
    return {field: "Dit is nog leeg." for field, words in asked.items() if not words.strip()}
