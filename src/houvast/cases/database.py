"""What the database itself keeps of cases. `tests/cases/test_database.py` attacks each rule with raw SQL."""

from houvast.cases.database_bystanders import BYSTANDER_HISTORIES, BYSTANDER_RULES
from houvast.cases.database_erasing import ERASED
from houvast.cases.database_glass import GLASS_HISTORIES, GLASS_RULES
from houvast.cases.database_moments import MOMENT_HISTORIES, MOMENT_RULES
from houvast.cases.database_moves import MOVE_HISTORIES, MOVE_RULES
from houvast.cases.database_own_words import OWN_WORDS_HISTORIES, OWN_WORDS_RULES
from houvast.cases.database_receiving import RECEIVING_HISTORIES, RECEIVING_RULES
from houvast.cases.database_shielding import SHIELDING_RULES
from houvast.cases.database_statements import STATEMENT_HISTORIES, STATEMENT_RULES
from houvast.cases.database_stays import STAY_HISTORIES, STAY_RULES
from houvast.kernel.database_rules import Pointer, Rule, WrittenRule, append_only, fixed, no_delete, same_as_parent

CASE_HISTORIES: tuple[str, ...] = (
    "cases_phaseperiod",
    "cases_phasereview",
    "cases_seat",
    "cases_caselink",
    "cases_handover",
    "cases_handoveranswer",
    "cases_takeoverrequest",
    "cases_takeoveranswer",
    "cases_scalingproposal",
    "cases_scalingdecision",
    "cases_judgementrequest",
    "cases_partnerjudgement",
    "cases_followup",
    "cases_closure",
    "cases_reopening",
    "cases_note",
    "cases_passingpermission",
)
HISTORIES: tuple[str, ...] = (
    *CASE_HISTORIES,
    *MOMENT_HISTORIES,
    *STAY_HISTORIES,
    *MOVE_HISTORIES,
    *RECEIVING_HISTORIES,
    *GLASS_HISTORIES,
    *STATEMENT_HISTORIES,
    *BYSTANDER_HISTORIES,
    *OWN_WORDS_HISTORIES,
)
_WITH_MUNICIPALITY = (
    *(t for t in (*CASE_HISTORIES, *RECEIVING_HISTORIES) if not t.endswith("answer")),
    "cases_access",
    "cases_caseresident",
    "cases_caseorganisation",
)
_PARENTS = (
    ("cases_phasereview", "cases_phaseperiod", "period_id"),
    ("cases_handover", "cases_seat", "seat_id"),
    ("cases_scalingproposal", "cases_phaseperiod", "from_period_id"),
    ("cases_scalingdecision", "cases_scalingproposal", "proposal_id"),
    ("cases_followup", "cases_scalingdecision", "decision_id"),
    ("cases_judgementrequest", "cases_scalingproposal", "proposal_id"),
    ("cases_partnerjudgement", "cases_judgementrequest", "question_id"),
    ("cases_passingpermission", "cases_note", "note_id"),
    ("cases_closure", "cases_phaseperiod", "period_id"),
    ("cases_reopening", "cases_phaseperiod", "period_id"),
    ("cases_receiverrequest", "cases_phaseperiod", "period_id"),
    ("cases_aftercareplan", "cases_phaseperiod", "period_id"),
    ("cases_pulsecheck", "cases_aftercareplan", "aftercare_id"),
)
_SEATS = ("case_direction", "process_direction", "operational", "administrative")

_SEAT_POINTER = "(SELECT CASE NEW.responsibility {cases} END FROM cases_case c WHERE c.id = NEW.case_id)".format(
    cases=" ".join(f"WHEN '{seat}' THEN c.{seat}_id" for seat in _SEATS)
)
_ANOTHERS_SEAT = " OR ".join(
    f"(c.{seat}_id = NEW.id AND (c.id <> NEW.case_id OR NEW.responsibility <> '{seat}'))" for seat in _SEATS
)
_OTHER_OPEN_UNLINKED = (
    "SELECT 1 FROM cases_caseresident r JOIN cases_case c ON c.id = r.case_id "
    "JOIN cases_phaseperiod p ON p.id = c.phase_period_id "
    "WHERE r.until IS NULL AND p.state = 'open' AND r.case_id <> NEW.case_id AND {resident} "
    "AND NOT EXISTS (SELECT 1 FROM cases_caselink l WHERE (l.case_id = NEW.case_id AND l.other_id = r.case_id) "
    "OR (l.other_id = NEW.case_id AND l.case_id = r.case_id))"
)


def _newest(table: str, column: str, extra: str = "") -> str:
    """Say that a changed pointer names something else than the newest row of its history."""
    return (
        f"(NEW.{column} <> OLD.{column} AND NOT EXISTS (SELECT 1 FROM {table} h WHERE h.id = NEW.{column} "
        f"AND h.case_id = NEW.id{extra} AND NOT EXISTS (SELECT 1 FROM {table} n WHERE n.case_id = NEW.id"
        f"{extra.replace('h.', 'n.')} AND n.number > h.number)))"
    )


def _gone_once(table: str) -> Rule:
    """Keep who left a case from being put back into the same row: coming back is a row of its own."""
    condition = "OLD.until IS NOT NULL AND NEW.until IS DISTINCT FROM OLD.until"
    return Rule(f"{table}_gone_once", table, "UPDATE", condition, f"{table}: gone is gone")


_POINTER_MOVES = " OR ".join(
    [
        _newest("cases_phaseperiod", "phase_period_id"),
        *(_newest("cases_seat", f"{seat}_id", f" AND h.responsibility = '{seat}'") for seat in _SEATS),
    ]
)
_POINTER_TAKEN = " OR ".join(
    [
        "EXISTS (SELECT 1 FROM cases_phaseperiod h WHERE h.id = NEW.phase_period_id)",
        *(f"EXISTS (SELECT 1 FROM cases_seat h WHERE h.id = NEW.{seat}_id)" for seat in _SEATS),
    ]
)

_PHASES: tuple[WrittenRule, ...] = (
    Rule(
        "cases_phaseperiod_follows",
        "cases_phaseperiod",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM cases_phaseperiod h WHERE h.case_id = NEW.case_id), 0)",
        "cases_phaseperiod: number n follows n-1",
    ),
    Rule(
        "cases_phaseperiod_not_earlier",
        "cases_phaseperiod",
        "INSERT",
        "NEW.since < (SELECT MAX(h.since) FROM cases_phaseperiod h WHERE h.case_id = NEW.case_id)",
        "cases_phaseperiod: a period does not begin before the one it follows",
    ),
    Rule(
        "cases_phaseperiod_first",
        "cases_phaseperiod",
        "INSERT",
        "NEW.number = 1 AND NEW.id IS DISTINCT FROM "
        "(SELECT c.phase_period_id FROM cases_case c WHERE c.id = NEW.case_id)",
        "cases_phaseperiod: the first period is the one its case was written with",
    ),
    Rule(
        "cases_phaseperiod_turns",
        "cases_phaseperiod",
        "INSERT",
        "(NEW.number = 1 AND (NEW.state <> 'open' OR NEW.cause <> 'opened')) OR (NEW.number > 1 AND EXISTS ("
        "SELECT 1 FROM cases_phaseperiod h WHERE h.case_id = NEW.case_id AND h.number = NEW.number - 1 AND ("
        "(h.state = 'closed' AND NEW.cause <> 'reopened') "
        "OR (h.state = 'open' AND NEW.cause NOT IN ('scaled_up', 'scaled_up_urgently', 'scaled_down', 'reversed', "
        "'closed')) OR (NEW.state = 'closed' AND NEW.phase <> h.phase) "
        "OR (NEW.cause IN ('scaled_up', 'scaled_up_urgently') AND NEW.phase <> h.phase + 1) "
        "OR (NEW.cause IN ('scaled_down', 'reversed') AND NEW.phase <> h.phase - 1))))",
        "cases_phaseperiod: opened first, one phase at a time, reopened only after closed",
    ),
    Rule(
        "cases_phaseperiod_reopened_person",
        "cases_phaseperiod",
        "INSERT",
        "NEW.cause = 'reopened' AND EXISTS ("
        + _OTHER_OPEN_UNLINKED.format(
            resident="r.resident_id IN (SELECT m.resident_id FROM cases_caseresident m "
            "WHERE m.case_id = NEW.case_id AND m.until IS NULL)"
        )
        + ")",
        "cases_phaseperiod: a person in two open cases only when these are linked",
    ),
    Rule(
        "cases_phaseperiod_closes_seats",
        "cases_phaseperiod",
        "INSERT",
        "NEW.state = 'closed' AND EXISTS (SELECT 1 FROM cases_case c JOIN cases_seat s ON s.id IN ("
        "c.case_direction_id, c.process_direction_id, c.operational_id, c.administrative_id) "
        "WHERE c.id = NEW.case_id AND s.state <> 'not_required')",
        "cases_phaseperiod: a case closes when its seats have ended",
    ),
    Rule(
        "cases_phaseperiod_closes_confirmed",
        "cases_phaseperiod",
        "INSERT",
        "NEW.state = 'closed' AND EXISTS (SELECT 1 FROM cases_scalingdecision d "
        "JOIN cases_scalingproposal p ON p.id = d.proposal_id JOIN cases_phaseperiod f ON f.id = p.from_period_id "
        "WHERE d.case_id = NEW.case_id AND d.outcome = 'urgent' AND f.number = NEW.number - 2 AND NOT EXISTS ("
        "SELECT 1 FROM cases_scalingdecision a WHERE a.proposal_id = d.proposal_id AND a.number = 2))",
        "cases_phaseperiod: an urgent scaling is confirmed or reversed before its case closes",
    ),
    Pointer("cases_phaseperiod_newest", "cases_phaseperiod", "1 = 1", "cases_case", "phase_period_id", "case_id"),
)
_REVIEWS: tuple[WrittenRule, ...] = (
    Rule(
        "cases_phasereview_present",
        "cases_phasereview",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_phaseperiod p JOIN cases_case c ON c.phase_period_id = p.id "
        "WHERE p.id = NEW.period_id AND p.state = 'open')",
        "cases_phasereview: a review is about the phase that its case is in now",
    ),
    Rule(
        "cases_phasereview_not_earlier",
        "cases_phasereview",
        "INSERT",
        "NEW.reviewed_at < (SELECT p.since FROM cases_phaseperiod p WHERE p.id = NEW.period_id) OR "
        "NEW.reviewed_at < (SELECT MAX(r.reviewed_at) FROM cases_phasereview r WHERE r.period_id = NEW.period_id)",
        "cases_phasereview: a review does not come before what it follows",
    ),
    Rule(
        "cases_phasereview_next",
        "cases_phasereview",
        "INSERT",
        "NEW.review_on <= date(NEW.reviewed_at) OR (NEW.review_on IS NULL AND EXISTS ("
        "SELECT 1 FROM cases_phaseperiod p WHERE p.id = NEW.period_id AND p.review_on IS NOT NULL))",
        "cases_phasereview: the next review is on a day to come",
    ),
    Rule(
        "cases_phasereview_whole",
        "cases_phasereview",
        "INSERT",
        "length(NEW.weighed_sealed) = 0 OR NEW.resident_asked = (length(NEW.why_not_asked_sealed) > 0)",
        "cases_phasereview: what was weighed, and why the resident was not asked",
    ),
)
_SEAT_RULES: tuple[WrittenRule, ...] = (
    Rule(
        "cases_seat_follows",
        "cases_seat",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM cases_seat h "
        "WHERE h.case_id = NEW.case_id AND h.responsibility = NEW.responsibility), 0)",
        "cases_seat: number n follows n-1",
    ),
    Rule(
        "cases_seat_not_earlier",
        "cases_seat",
        "INSERT",
        "NEW.since < (SELECT MAX(h.since) FROM cases_seat h "
        "WHERE h.case_id = NEW.case_id AND h.responsibility = NEW.responsibility)",
        "cases_seat: a seat does not begin before the one it follows",
    ),
    Rule(
        "cases_seat_first",
        "cases_seat",
        "INSERT",
        f"NEW.number = 1 AND NEW.id IS DISTINCT FROM {_SEAT_POINTER}",
        "cases_seat: the first seat is the one its case was written with",
    ),
    Rule(
        "cases_seat_own_pointer",
        "cases_seat",
        "INSERT",
        f"EXISTS (SELECT 1 FROM cases_case c WHERE {_ANOTHERS_SEAT})",
        "cases_seat: a row is one seat of one case",
    ),
    Rule(
        "cases_seat_closed_case",
        "cases_seat",
        "INSERT",
        "NEW.state <> 'not_required' AND EXISTS (SELECT 1 FROM cases_case c JOIN cases_phaseperiod p "
        "ON p.id = c.phase_period_id WHERE c.id = NEW.case_id AND p.state = 'closed')",
        "cases_seat: in a closed case no seat is required",
    ),
    *(
        Pointer(
            f"cases_seat_newest_{seat}",
            "cases_seat",
            f"NEW.responsibility = '{seat}'",
            "cases_case",
            f"{seat}_id",
            "case_id",
        )
        for seat in _SEATS
    ),
)
_CASE_RULES = (
    *no_delete("cases_case"),
    fixed("cases_case", "id", "code", "municipality_id", "adopted_model_id", "key_id", "opened_at", "opened_by_id"),
    Rule(
        "cases_case_new_pointers", "cases_case", "INSERT", _POINTER_TAKEN, "cases_case: a case begins its own histories"
    ),
    Rule("cases_case_newest", "cases_case", "UPDATE", _POINTER_MOVES, "cases_case: pointers name the newest rows"),
    Rule(
        "cases_case_counts",
        "cases_case",
        "UPDATE",
        "NEW.returns < OLD.returns OR NEW.relapses < OLD.relapses",
        "cases_case: returns and relapses are only counted up",
    ),
    Rule(
        "cases_caseresident_two_cases",
        "cases_caseresident",
        "INSERT",
        "NEW.until IS NULL AND EXISTS ("
        + _OTHER_OPEN_UNLINKED.format(resident="r.resident_id = NEW.resident_id")
        + ")",
        "cases_caseresident: a person in two open cases only when these are linked",
    ),
    fixed("cases_caseresident", "id", "case_id", "municipality_id", "resident_id", "since"),
    *no_delete("cases_caseresident"),
    _gone_once("cases_caseresident"),
    fixed("cases_caseorganisation", "id", "case_id", "municipality_id", "organisation_id", "since"),
    *no_delete("cases_caseorganisation"),
    _gone_once("cases_caseorganisation"),
)
_ACCESS_RULES = (
    *no_delete("cases_access"),
    fixed(
        "cases_access",
        "id",
        "case_id",
        "municipality_id",
        "member_id",
        "team_id",
        "organisation_id",
        "part",
        "relation",
        "ground",
        "from_at",
        "until_at",
        "source",
        "source_id",
        "note_id",
    ),
    Rule(
        "cases_access_withdrawn_once",
        "cases_access",
        "UPDATE",
        "OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at",
        "cases_access: withdrawn is withdrawn",
    ),
    Rule(
        "cases_access_note_of_case",
        "cases_access",
        "INSERT",
        "NEW.note_id IS NOT NULL AND NEW.case_id IS DISTINCT FROM "
        "(SELECT n.case_id FROM cases_note n WHERE n.id = NEW.note_id)",
        "cases_access: a note of the same case",
    ),
)
_DECISION_RULES = (
    Rule(
        "cases_scalingdecision_second",
        "cases_scalingdecision",
        "INSERT",
        "NEW.number = 2 AND NOT EXISTS (SELECT 1 FROM cases_scalingdecision d "
        "WHERE d.proposal_id = NEW.proposal_id AND d.number = 1 AND d.outcome = 'urgent')",
        "cases_scalingdecision: only an urgent decision is confirmed or reversed",
    ),
)
_JUDGING_RULES = (
    Rule(
        "cases_scalingdecision_waits",
        "cases_scalingdecision",
        "INSERT",
        "NEW.outcome = 'approved' AND length(NEW.not_waited_sealed) = 0 AND EXISTS ("
        "SELECT 1 FROM cases_judgementrequest r WHERE r.proposal_id = NEW.proposal_id AND NOT EXISTS ("
        "SELECT 1 FROM cases_partnerjudgement j WHERE j.question_id = r.id))",
        "cases_scalingdecision: decided when all have judged, or with why it did not wait",
    ),
    Rule(
        "cases_judgementrequest_undecided",
        "cases_judgementrequest",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_scalingdecision d WHERE d.proposal_id = NEW.proposal_id)",
        "cases_judgementrequest: nobody is asked about what is decided",
    ),
    Rule(
        "cases_partnerjudgement_undecided",
        "cases_partnerjudgement",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_scalingdecision d JOIN cases_judgementrequest r ON r.proposal_id = d.proposal_id "
        "WHERE r.id = NEW.question_id)",
        "cases_partnerjudgement: nobody judges what is decided",
    ),
    Rule(
        "cases_partnerjudgement_whole",
        "cases_partnerjudgement",
        "INSERT",
        "length(NEW.risk_sealed) = 0 OR length(NEW.must_stay_sealed) = 0 OR length(NEW.why_sealed) = 0 OR "
        "((SELECT r.member_id FROM cases_judgementrequest r WHERE r.id = NEW.question_id) IS NULL "
        "AND (length(NEW.spoken_with_sealed) = 0 OR NEW.channel = ''))",
        "cases_partnerjudgement: risk, what must stay and why; outside Houvast also who said it and how",
    ),
)

RULES: tuple[WrittenRule, ...] = (
    *(rule for table in HISTORIES for rule in ERASED.get(table) or append_only(table)),
    *(same_as_parent(table, "municipality_id", "cases_case", "case_id") for table in _WITH_MUNICIPALITY),
    *(same_as_parent(table, "case_id", parent, key) for table, parent, key in _PARENTS),
    *_PHASES,
    *_REVIEWS,
    *_SEAT_RULES,
    *_CASE_RULES,
    *_ACCESS_RULES,
    *_DECISION_RULES,
    *MOMENT_RULES,
    *STAY_RULES,
    *MOVE_RULES,
    *_JUDGING_RULES,
    *RECEIVING_RULES,
    *SHIELDING_RULES,
    *GLASS_RULES,
    *STATEMENT_RULES,
    *BYSTANDER_RULES,
    *OWN_WORDS_RULES,
)
