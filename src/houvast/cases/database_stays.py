"""What the database itself keeps of stays elsewhere, as part of `database.py`."""

from houvast.cases.database_moments import follows, newest, not_earlier
from houvast.kernel.database_rules import Pointer, Rule, WrittenRule, fixed, no_delete, same_as_parent

STAY_HISTORIES = ("cases_stayturn",)

STAY_RULES: tuple[WrittenRule, ...] = (
    *(
        same_as_parent(table, "municipality_id", "cases_case", "case_id")
        for table in ("cases_stayelsewhere", "cases_stayturn")
    ),
    same_as_parent("cases_stayturn", "case_id", "cases_stayelsewhere", "stay_id"),
    *no_delete("cases_stayelsewhere"),
    fixed(
        "cases_stayelsewhere",
        "id",
        "case_id",
        "municipality_id",
        "host_id",
        "host_member_id",
        "host_team_id",
        "parts",
        "ground",
        "ground_words_sealed",
        "agreement_sealed",
        "pays_sealed",
        "from_on",
        "agreed_by_id",
        "agreed_at",
    ),
    Rule(
        "cases_stayelsewhere_own_turn",
        "cases_stayelsewhere",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_stayturn h WHERE h.id = NEW.turn_id)",
        "cases_stayelsewhere: a stay begins its own history",
    ),
    newest("cases_stayelsewhere", "cases_stayturn", "turn_id", "stay_id"),
    Rule(
        "cases_stayelsewhere_closed_case",
        "cases_stayelsewhere",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_case c JOIN cases_phaseperiod p ON p.id = c.phase_period_id "
        "WHERE c.id = NEW.case_id AND p.state = 'closed')",
        "cases_stayelsewhere: nothing is agreed about a closed case",
    ),
    Rule(
        "cases_stayelsewhere_works_there",
        "cases_stayelsewhere",
        "INSERT",
        "NEW.host_id IS DISTINCT FROM (SELECT o.municipality_id FROM directory_organisation o WHERE o.id = COALESCE("
        "(SELECT m.organisation_id FROM directory_member m WHERE m.id = NEW.host_member_id), "
        "(SELECT t.organisation_id FROM directory_team t WHERE t.id = NEW.host_team_id)))",
        "cases_stayelsewhere: who hosts works for the municipality where somebody stays",
    ),
    Rule(
        "cases_stayelsewhere_whole",
        "cases_stayelsewhere",
        "INSERT",
        "length(NEW.ground_words_sealed) = 0 OR length(NEW.agreement_sealed) = 0",
        "cases_stayelsewhere: on which ground, and who does what",
    ),
    follows("cases_stayturn", "stay_id"),
    not_earlier("cases_stayturn", "stay_id"),
    Rule(
        "cases_stayturn_first",
        "cases_stayturn",
        "INSERT",
        "(NEW.number = 1) <> (NEW.state = 'agreed') OR (NEW.number = 1 AND NEW.id IS DISTINCT FROM "
        "(SELECT s.turn_id FROM cases_stayelsewhere s WHERE s.id = NEW.stay_id))",
        "cases_stayturn: a stay begins agreed, with the row that it was written with",
    ),
    Rule(
        "cases_stayturn_turns",
        "cases_stayturn",
        "INSERT",
        "NEW.state NOT IN ('agreed', 'extended', 'ended') OR EXISTS (SELECT 1 FROM cases_stayturn h "
        "WHERE h.stay_id = NEW.stay_id AND h.number = NEW.number - 1 AND h.state = 'ended')",
        "cases_stayturn: what ended is over",
    ),
    Rule(
        "cases_stayturn_days",
        "cases_stayturn",
        "INSERT",
        "(NEW.state = 'agreed' AND NEW.until_on < (SELECT s.from_on FROM cases_stayelsewhere s "
        "WHERE s.id = NEW.stay_id)) OR (NEW.state = 'extended' AND NEW.until_on <= (SELECT h.until_on "
        "FROM cases_stayturn h WHERE h.stay_id = NEW.stay_id AND h.number = NEW.number - 1))",
        "cases_stayturn: the last day comes after the first, and an extension after the last day",
    ),
    Pointer("cases_stayturn_newest", "cases_stayturn", "1 = 1", "cases_stayelsewhere", "turn_id", "stay_id"),
    Rule(
        "cases_access_host_ends",
        "cases_access",
        "INSERT",
        "NEW.relation = 'host' AND NEW.until_at IS NULL",
        "cases_access: another municipality sees for a time",
    ),
    Rule(
        "cases_access_host_agreed",
        "cases_access",
        "INSERT",
        "NEW.relation = 'host' AND NOT EXISTS (SELECT 1 FROM cases_stayelsewhere s WHERE s.id = NEW.source_id "
        "AND s.case_id = NEW.case_id AND (NEW.part IN ('band', 'stay') "
        "OR CAST(s.parts AS text) LIKE '%\"' || NEW.part || '\"%'))",
        "cases_access: another municipality sees what its agreement names",
    ),
)
