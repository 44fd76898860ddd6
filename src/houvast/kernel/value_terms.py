"""The Dutch words for values: what a field can be, which part of a case, what somebody is to it (see `terms`)."""

from collections.abc import Mapping
from types import MappingProxyType

_SEAT_STATES: Mapping[str, str] = MappingProxyType(
    {
        "NOT_REQUIRED": "niet vereist",
        "HELD_BY_RESIDENT": "bij inwoner of netwerk",
        "HELD": "ingevuld",
        "HELD_TEMPORARILY": "tijdelijk ingevuld",
        "VACANT": "leeg",
    }
)

_STANDINGS: Mapping[str, str] = MappingProxyType(
    {
        "OPEN": "open",
        "WAITING": "wacht",
        "DONE": "gedaan",
        "NOT_DONE": "niet gedaan",
        "WITHDRAWN": "ingetrokken",
    }
)

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Responsibility": {
            "CASE_DIRECTION": "casusregie",
            "PROCESS_DIRECTION": "procesregie",
            "OPERATIONAL": "operationeel",
            "ADMINISTRATIVE": "bestuurlijk",
        },
        "SeatState": _SEAT_STATES,
        "Seat.State": _SEAT_STATES,
        "Seat.Cause": {
            "OPENED": "casus geopend",
            "FILLED_FROM_MODEL": "ingevuld volgens het model",
            "ASSIGNED": "toegewezen",
            "HANDED_OVER": "overgedragen",
            "FILLED_TEMPORARILY": "tijdelijk ingevuld",
            "RETURNED": "teruggegeven",
            "SCALED": "door op- of afschalen",
            "CLOSED": "casus gesloten",
            "REOPENED": "casus heropend",
        },
        "PhasePeriod.State": {"OPEN": "open", "CLOSED": "gesloten"},
        "PhasePeriod.Cause": {
            "OPENED": "geopend",
            "SCALED_UP": "opgeschaald",
            "SCALED_UP_URGENTLY": "met spoed opgeschaald",
            "SCALED_DOWN": "afgeschaald",
            "REVERSED": "spoed teruggedraaid",
            "CLOSED": "gesloten",
            "REOPENED": "heropend",
        },
        "Case.Kind": {"HOUSEHOLD": "huishouden", "PERSON": "één persoon"},
        "FactorRepair.Factor": {"CODE_APP": "code-app", "MEMORISED": "wachtwoord"},
        "HandOverAnswer.Outcome": {"ACCEPTED": "aangenomen", "REFUSED": "geweigerd", "WITHDRAWN": "ingetrokken"},
        "TakeOverAnswer.Outcome": {
            "ACCEPTED": "aangenomen",
            "RETURNED": "terug met advies",
            "SHARED": "gedeeld",
            "WITHDRAWN": "ingetrokken",
        },
        "ScalingDecision.Outcome": {
            "APPROVED": "akkoord",
            "REFUSED": "afgewezen",
            "WITHDRAWN": "ingetrokken",
            "URGENT": "met spoed",
            "CONFIRMED": "spoed bevestigd",
            "REVERSED": "spoed teruggedraaid",
        },
        "FollowUp.Item": {
            "HEARD": "wie is gehoord",
            "RESIDENT_TOLD": "inwoner is het verteld",
            "SEATS": "plekken invullen",
        },
        "FollowUp.State": {"DONE": "gedaan", "POSTPONED": "uitgesteld"},
        "Note.Part": {"CARE": "zorgnotitie", "JUSTICE": "notitie politie en justitie", "GENERAL": "algemene notitie"},
        "Part": {
            "BAND": "wie heeft de regie",
            "DECISIONS": "besluiten",
            "PEOPLE": "mensen",
            "ORGANISATIONS": "organisaties",
            "GENERAL_NOTES": "algemene notities",
            "CARE_NOTES": "zorgnotities",
            "CARE_SUMMARY": "samenvatting zorg",
            "JUSTICE_NOTES": "notities politie en justitie",
            "JUSTICE_SUMMARY": "samenvatting politie en justitie",
            "PLAN": "plan",
            "TASK": "eigen taak",
        },
        "Relation": {
            "CASE_DIRECTOR": "casusregisseur",
            "PROCESS_DIRECTOR": "procesregisseur",
            "OPERATIONAL_HOLDER": "operationeel verantwoordelijke",
            "ADMINISTRATIVE_HOLDER": "bestuurlijk verantwoordelijke",
            "PROCESS_TEAM": "team procesregie",
            "DECIDER": "beslisser",
            "AFTERCARE": "nazorg",
            "ASKED_FOR_SEAT": "gevraagd voor een plek",
            "ASKED_TO_TAKE_OVER": "gevraagd om over te nemen",
            "TASK_OWNER": "doet een taak",
        },
        "Domain": {
            "WMO": "maatschappelijke ondersteuning (Wmo)",
            "YOUTH": "jeugd",
            "PARTICIPATION": "participatie en schulden",
            "OGGZ": "openbare geestelijke gezondheidszorg",
            "PUBLIC_ORDER": "openbare orde en veiligheid",
        },
        "Holding": {"YES": "ja", "NO": "nee", "TEMPORARY": "alleen tijdelijk", "NOT_DECIDED": "niet besloten"},
        "Side": {
            "MUNICIPAL": "gemeentelijk",
            "PARTNER": "van een ketenpartner",
            "RESIDENT": "van de inwoner",
            "SAFETY_HOUSE": "van het Zorg- en Veiligheidshuis",
        },
        "Direction": {"UP": "omhoog", "DOWN": "omlaag"},
        "Organisation.Kind": {
            "MUNICIPALITY": "gemeente",
            "POLICE": "politie",
            "MENTAL_HEALTH": "GGZ",
            "FACT": "FACT-team",
            "PROBATION": "reclassering",
            "HOUSING": "woningcorporatie",
            "SHELTER": "opvang",
            "PUBLIC_HEALTH": "GGD",
            "SAFETY_HOUSE": "Zorg- en Veiligheidshuis",
            "OTHER": "andere organisatie",
        },
        "Concern.State": {"WAITING": "wacht op triage", "PASSED_ON": "doorgegeven", "DECIDED": "besloten"},
        "Outcome": {
            "JOINED": "bij casus voegen",
            "NEW_CASE": "nieuwe casus",
            "PASSED_ON": "doorgeven",
            "ADVICE": "advies aan melder",
            "NOTHING": "niets doen",
            "STRAIGHT_OUT": "direct naar een ander",
        },
        "Step": {"PUBLIC_ORDER": "openbare orde", "OGGZ": "OGGZ"},
        "Certainty": {
            "CERTAIN": "zeker",
            "PROBABLE": "waarschijnlijk",
            "POSSIBLE": "misschien",
            "NONE": "onbekend",
        },
        "Agreement": {
            "EQUAL": "gelijk",
            "FITS": "past",
            "SIMILAR": "lijkt op",
            "NOT_COMPARABLE": "niet te vergelijken",
            "DIFFERENT": "anders",
        },
        "ListVersion.Kind": {
            "REASON": "redenen bij triage",
            "URGENCY": "urgenties",
            "TERM": "termijnen",
            "RECEIVER": "ontvangers van direct doorzetten",
        },
        "RepairRow.State": {"WAITING": "te herstellen", "CORRECTED": "hersteld", "DISMISSED": "weggelegd"},
        "Task.OwnerKind": {
            "MEMBER": "medewerker",
            "TEAM": "team",
            "ORGANISATION": "organisatie",
            "RESIDENT": "inwoner",
            "NETWORK": "naaste",
        },
        "Task.Source": {"PLAN": "uit het plan", "RESOLUTION": "uit een overleg"},
        "TaskStep.State": _STANDINGS,
        "Standing": _STANDINGS,
        "Asked": {"GOAL": "doel", "NOT_APPLICABLE": "niet van toepassing", "NOT_ASKED": "niet gevraagd"},
        "ViewState": {
            "GIVEN": "gezegd",
            "NOT_ASKED_YET": "nog niet gevraagd",
            "DID_NOT_WANT": "wilde niets zeggen",
        },
        "ReportingPoint.Source": {
            "POLICE_E33": "politie (E33)",
            "REPORTING_POINT": "meldpunt",
            "CALL_CENTRE": "klantcontactcentrum",
            "STREET_WARDENS": "handhaving op straat",
            "PARKS": "groenbeheer",
            "TEAM": "team",
        },
    }
)
