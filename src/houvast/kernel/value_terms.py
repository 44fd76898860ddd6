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

_CAUSES: Mapping[str, str] = {
    "ASKED": "gevraagd",
    "SEAT_VACANT": "niemand heeft de regie",
    "SCALING_PROPOSED": "voorstel om te schalen",
    "REVIEW_DUE": "opnieuw kijken",
    "MOMENT_NEAR": "cruciaal moment nadert",
}
_OUTCOMES: Mapping[str, str] = {"DONE": "gedaan", "NOT_DONE": "niet gedaan"}
_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "AREA_BAN": "gebiedsverbod",
        "PENALTY_ORDER": "last onder dwangsom",
        "HOUSE_BAN": "huisverbod",
        "COMPULSORY_CARE": "verplichte zorg",
        "OTHER": "andere maatregel",
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

_MOMENT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "CLINIC_IN": "de kliniek in",
        "CLINIC_OUT": "uit de kliniek",
        "ASSESSED_ADMITTED": "beoordeeld op de CBL en opgenomen",
        "ASSESSED_NOT_ADMITTED": "beoordeeld op de CBL en niet opgenomen",
        "PSYCHOLANCE": "rit met de psycholance",
        "PRISON_IN": "de gevangenis in",
        "PRISON_OUT": "uit de gevangenis",
        "SHELTER_OUT": "uit de opvang",
        "MOVE": "verhuizing naar een andere gemeente",
        "SHELTER_ELSEWHERE": "opvang in een andere gemeente",
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
        "PartnerJudgement.Stance": {"AGREES": "eens", "DISAGREES": "niet eens"},
        "FollowUp.Item": {
            "HEARD": "wie is gehoord",
            "RESIDENT_TOLD": "inwoner is het verteld",
            "SEATS": "plekken invullen",
        },
        "FollowUp.State": {"DONE": "gedaan", "POSTPONED": "uitgesteld"},
        "CrucialMoment.Kind": _MOMENT_KINDS,
        "MomentTurn.State": {
            "EXPECTED": "verwacht",
            "MOVED": "verzet",
            "HAPPENED": "doorgegaan",
            "CANCELLED": "afgezegd",
        },
        "MomentContact.Side": {"FROM": "waar iemand vandaan komt", "TO": "waar iemand heen gaat"},
        "MomentItem.Timing": {"BEFORE": "vooraf", "AFTER": "achteraf"},
        "MomentReport.State": {"DONE": "gedaan", "NOT_DONE": "niet gedaan", "OPEN": "weer open"},
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
            "JUDGEMENT": "eigen oordeel",
            "ITEM": "agendapunt",
            "MOMENTS": "cruciale momenten",
            "CARE_MOMENTS": "cruciale momenten in de zorg",
        },
        "Relation": {
            "CASE_DIRECTOR": "casusregisseur",
            "PROCESS_DIRECTOR": "procesregisseur",
            "OPERATIONAL_HOLDER": "operationeel verantwoordelijke",
            "ADMINISTRATIVE_HOLDER": "bestuurlijk verantwoordelijke",
            "PROCESS_TEAM": "team procesregie",
            "DECIDER": "beslisser",
            "SCALED_URGENTLY": "schaalde met spoed op",
            "AFTERCARE": "nazorg",
            "ASKED_FOR_SEAT": "gevraagd voor een plek",
            "ASKED_TO_TAKE_OVER": "gevraagd om over te nemen",
            "TASK_OWNER": "doet een taak",
            "ASKED_TO_JUDGE": "gevraagd om een oordeel",
            "AT_THE_TABLE": "bespreekt de casus in een overleg",
            "ITEM_HOLDER": "houdt een punt van een moment",
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
            "THEME": "thema's",
            "COLUMN": "kolommen van politielijsten",
        },
        "RepairRow.State": {"WAITING": "te herstellen", "CORRECTED": "hersteld", "DISMISSED": "weggelegd"},
        "Task.OwnerKind": {
            "MEMBER": "medewerker",
            "TEAM": "team",
            "ORGANISATION": "organisatie",
            "RESIDENT": "inwoner",
            "NETWORK": "naaste",
        },
        "Limit.Kind": _MEASURES,
        "Measure": _MEASURES,
        "Task.Source": {"PLAN": "uit het plan", "RESOLUTION": "uit een overleg"},
        "TaskStep.State": _STANDINGS,
        "Standing": _STANDINGS,
        "Asked": {"GOAL": "doel", "NOT_APPLICABLE": "niet van toepassing", "NOT_ASKED": "niet gevraagd"},
        "ViewState": {
            "GIVEN": "gezegd",
            "NOT_ASKED_YET": "nog niet gevraagd",
            "DID_NOT_WANT": "wilde niets zeggen",
        },
        "ConsultationTable.Kind": {
            "MDO": "MDO",
            "OOV": "OOV-overleg",
            "OGGZ": "OGGZ-overleg",
            "TVO": "TVO",
            "LOCAL": "lokaal overleg",
        },
        "Meeting.State": {"PLANNED": "gepland", "OPEN": "bezig", "CLOSED": "gesloten"},
        "AgendaItem.Kind": {"CASE": "casus", "ADDRESS": "adres", "GROUP": "groep", "THEME": "thema"},
        "AgendaItem.Cause": _CAUSES,
        "AgendaCause": _CAUSES,
        "ItemGuest.Kind": {"RESIDENT": "inwoner", "SUPPORTER": "naaste"},
        "ItemGuest.ToldHow": {
            "IN_PERSON": "in een gesprek",
            "PHONE": "per telefoon",
            "LETTER": "per brief",
            "MESSAGE": "per bericht",
        },
        "ResolutionOutcome.State": _OUTCOMES,
        "OutcomeState": _OUTCOMES,
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
