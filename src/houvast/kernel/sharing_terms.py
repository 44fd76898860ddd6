"""The Dutch words for the values of the room `sharing` (see `terms`)."""

from collections.abc import Mapping
from types import MappingProxyType

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
    }
)
