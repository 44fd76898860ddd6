"""The Dutch words for the values of the room `sharing` (see `terms`)."""

from collections.abc import Mapping
from types import MappingProxyType

_WAYS: Mapping[str, str] = {
    "MEMBER": "iemand in Houvast",
    "ORGANISATION": "een hele organisatie",
    "TABLE": "een overlegtafel",
    "HOUSE": "het Zorg- en Veiligheidshuis",
    "FROM_HOUSE": "terug van het Zorg- en Veiligheidshuis",
    "OUTSIDE": "buiten Houvast",
    "KNOWN": "wie vroeg of iemand bekend is",
}
_TURNS: Mapping[str, str] = {
    "GIVEN": "gedeeld",
    "ASKED": "aan een ander voorgelegd",
    "REFUSED": "mag niet",
    "APPROVED": "goedgekeurd",
    "DECLINED": "niet goedgekeurd",
    "TOLD": "inwoner verteld of uitgesteld",
    "SHORTENED": "korter gemaakt",
    "WITHDRAWN": "ingetrokken",
}
_MEANINGS: Mapping[str, str] = {
    "GROUND": "om te delen",
    "LIFTING": "om het geheim op te heffen",
    "HELP": "met de hulp zelf",
}

SHARING_VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ReceiverKind": {
            "WMO": "gemeente: maatschappelijke ondersteuning",
            "YOUTH": "gemeente: jeugd",
            "PARTICIPATION": "gemeente: inkomen en schulden",
            "OGGZ": "gemeente: OGGZ",
            "PUBLIC_ORDER": "gemeente: openbare orde en veiligheid",
            "POLICE": "politie",
            "MENTAL_HEALTH": "GGZ",
            "FACT": "FACT-team",
            "PROBATION": "reclassering",
            "HOUSING": "woningcorporatie",
            "SHELTER": "opvang",
            "PUBLIC_HEALTH": "GGD",
            "SAFETY_HOUSE": "Zorg- en Veiligheidshuis",
            "CHILD_SAFETY": "Veilig Thuis of jeugdbescherming",
            "OTHER": "andere organisatie",
            "TABLE_MDO": "tafel: MDO",
            "TABLE_OOV": "tafel: OOV-overleg",
            "TABLE_OGGZ": "tafel: OGGZ-overleg",
            "TABLE_TVO": "tafel: TVO",
            "TABLE_SAFETY_HOUSE": "tafel: casusoverleg ZVH",
            "TABLE_LOCAL": "tafel: lokaal overleg",
        },
        "SecrecyRoute": {
            "NOT_APPLICABLE": "geen geheim",
            "LIFTED": "opgeheven door de inwoner",
            "LEGAL_DUTY": "doorbroken door een wettelijke plicht of een meldrecht",
            "CONFLICT_OF_DUTIES": "doorbroken door een conflict van plichten",
        },
        "ConflictStep": {
            "TRIED": "toestemming geprobeerd",
            "HARM": "ernstige schade",
            "HELPS": "delen helpt",
            "NO_OTHER_WAY": "kan niet anders",
            "LEAST": "zo min mogelijk",
        },
        "Answer": {
            "NO": "nee",
            "NOT_YET": "nog niet",
            "SECOND": "na goedkeuring van een ander",
            "YES": "ja",
        },
        "Disclosure.Way": _WAYS,
        "Way": _WAYS,
        "DisclosureTurn.State": _TURNS,
        "TurnState": _TURNS,
        "DisclosureState": {
            "RUNNING": "loopt",
            "WAITING": "wacht op een ander",
            "REFUSED": "mocht niet",
            "DECLINED": "niet goedgekeurd",
            "WITHDRAWN": "ingetrokken",
            "OVER": "voorbij",
        },
        "KnownJudgement.Outcome": {
            "NEEDED": "de vraag was nodig",
            "TALKED": "niet nodig en besproken met de vrager",
            "REPORTED": "niet nodig en gemeld bij de leiding",
        },
        "Consent.Meaning": _MEANINGS,
        "Meaning": _MEANINGS,
        "Giver": {
            "RESIDENT": "de inwoner zelf",
            "PARENTS": "ouder of voogd",
            "BOTH": "kind en ouder samen",
            "REPRESENTATIVE": "vertegenwoordiger",
        },
    }
)
