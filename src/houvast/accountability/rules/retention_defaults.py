"""The periods with which every municipality begins, each with its source and how sure it is.

The sources are those of our own research into the law. A municipality checks each with its archivist and lawyer before
it counts on it, and sets its own.
"""

from houvast.accountability.rules.retention import Certainty, CountedFrom, Period
from houvast.kernel.clock_start import RecordKind

_CLOSING, _RECORD = CountedFrom.CLOSING, CountedFrom.RECORD
_WMO = "Wmo 2015, artikel 5.3.4: vijftien jaar"
_YOUTH = "Jeugdwet, artikel 7.3.8: twintig jaar na de laatste wijziging (sinds 2020)"
_OGGZ = "GGD IJsselland: traject OGGZ tien jaar na het laatste bericht, alleen een screening vijf jaar"
_HOUSE = "WGS: hoogstens vijf jaar, te verlengen"
_SCREENING = "GGD IJsselland: OGGZ, alleen een screening vijf jaar"
_NOT_ADOPTED = "Selectielijst: niet aangenomen, vijf jaar (zo genoemd voor een Wmo-plan zonder voorziening)"
_SAFE_AT_HOME = "Veilig Thuis: hoogstens twintig jaar. Wat u ervan ontvangt, kan korter"
_WVGGZ = "Wvggz: de wet heeft een eigen termijn, nog na te gaan. De vijf jaar zijn verzonnen"
_REPAIR_ROW = "Verzonnen: een jaar om een lijst te herstellen"
_LOG = "Verzonnen: zo lang iemand inzage kan vragen. Houvast vernietigt zelf niets uit het logboek"
_REQUEST = "Verzonnen: vijf jaar na het antwoord, om te kunnen laten zien wat is gedaan. Vraag uw archivaris"
_REST = "Verzonnen: er is nog geen vaste termijn. Vraag uw archivaris"

_BY_GROUND = (
    (RecordKind.CASE, _CLOSING),
    (RecordKind.PLAN, _CLOSING),
    (RecordKind.NOTE, _RECORD),
    (RecordKind.DOCUMENT, _CLOSING),
    (RecordKind.CONSULTATION, _CLOSING),
    (RecordKind.CONCERN, _RECORD),
    (RecordKind.PERSON, _CLOSING),
)

DEFAULTS: tuple[Period, ...] = (
    *(Period(kind, "wmo", "", 15, start, _WMO, Certainty.SOURCED) for kind, start in _BY_GROUND),
    *(Period(kind, "youth", "", 20, start, _YOUTH, Certainty.SOURCED) for kind, start in _BY_GROUND),
    *(Period(kind, "oggz", "", 10, start, _OGGZ, Certainty.CHECK) for kind, start in _BY_GROUND),
    *(Period(kind, "", "", 5, start, _REST, Certainty.MADE_UP) for kind, start in _BY_GROUND),
    Period(RecordKind.PLAN, "wvggz", "", 5, _CLOSING, _WVGGZ, Certainty.MADE_UP),
    Period(RecordKind.LONE_CONCERN, "", "", 5, _RECORD, _NOT_ADOPTED, Certainty.CHECK),
    Period(RecordKind.LONE_CONCERN, "oggz", "", 5, _RECORD, _SCREENING, Certainty.CHECK),
    Period(RecordKind.REPAIR_ROW, "", "", 1, _RECORD, _REPAIR_ROW, Certainty.MADE_UP),
    Period(RecordKind.NOTE, "", "safe_at_home", 20, _RECORD, _SAFE_AT_HOME, Certainty.CHECK),
    Period(RecordKind.REQUEST, "", "", 5, _RECORD, _REQUEST, Certainty.MADE_UP),
    Period(RecordKind.LOG, "", "", 20, _RECORD, _LOG, Certainty.MADE_UP),
    Period(RecordKind.REFERRAL, "", "", 5, _CLOSING, _HOUSE, Certainty.CHECK),
    Period(RecordKind.HOUSE_FILE, "", "", 5, _RECORD, _HOUSE, Certainty.CHECK),
    Period(
        RecordKind.NOTE,
        "",
        "police",
        1,
        _RECORD,
        "Wpg en de afspraak met de politie: eerder vernietigen. Het ene jaar is verzonnen",
        Certainty.MADE_UP,
    ),
    Period(
        RecordKind.NOTE,
        "",
        "probation",
        5,
        _RECORD,
        "Wjsg en de afspraak met de reclassering. De vijf jaar zijn verzonnen",
        Certainty.MADE_UP,
    ),
)
