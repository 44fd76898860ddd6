"""What the database itself keeps of moves to another municipality, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, same_as_parent

MOVE_HISTORIES = ("cases_moveoffer", "cases_moveanswer")
_OF_OFFER = "(SELECT o.{column} FROM cases_moveoffer o WHERE o.id = NEW.offer_id)"

MOVE_RULES: tuple[WrittenRule, ...] = (
    same_as_parent("cases_moveoffer", "municipality_id", "cases_case", "case_id"),
    Rule(
        "cases_moveoffer_one_at_a_time",
        "cases_moveoffer",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_moveoffer o WHERE o.case_id = NEW.case_id "
        "AND NOT EXISTS (SELECT 1 FROM cases_moveanswer a WHERE a.offer_id = o.id))",
        "cases_moveoffer: a case is offered to one municipality at a time",
    ),
    Rule(
        "cases_moveoffer_closed_case",
        "cases_moveoffer",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_case c JOIN cases_phaseperiod p ON p.id = c.phase_period_id "
        "WHERE c.id = NEW.case_id AND p.state = 'closed')",
        "cases_moveoffer: a closed case is not offered",
    ),
    Rule(
        "cases_moveoffer_works_there",
        "cases_moveoffer",
        "INSERT",
        "NEW.to_municipality_id IS DISTINCT FROM (SELECT o.municipality_id FROM directory_organisation o WHERE o.id = "
        "COALESCE((SELECT m.organisation_id FROM directory_member m WHERE m.id = NEW.to_member_id), "
        "(SELECT t.organisation_id FROM directory_team t WHERE t.id = NEW.to_team_id)))",
        "cases_moveoffer: who is asked works for the municipality that is asked",
    ),
    Rule(
        "cases_moveoffer_whole",
        "cases_moveoffer",
        "INSERT",
        "length(NEW.ground_words_sealed) = 0 OR length(NEW.summary_sealed) = 0 OR length(NEW.carried_sealed) = 0",
        "cases_moveoffer: on which ground, a summary, and about whom",
    ),
    Rule(
        "cases_moveanswer_later",
        "cases_moveanswer",
        "INSERT",
        f"NEW.answered_at < {_OF_OFFER.format(column='offered_at')}",
        "cases_moveanswer: an answer comes after the question",
    ),
    Rule(
        "cases_moveanswer_why_not",
        "cases_moveanswer",
        "INSERT",
        "NEW.outcome NOT IN ('accepted', 'refused', 'withdrawn') OR "
        "(NEW.outcome <> 'accepted' AND length(NEW.reason_sealed) = 0)",
        "cases_moveanswer: who does not accept says why",
    ),
    Rule(
        "cases_moveanswer_own_case",
        "cases_moveanswer",
        "INSERT",
        "NEW.new_case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = NEW.new_case_id "
        f"AND c.municipality_id = {_OF_OFFER.format(column='to_municipality_id')} "
        f"AND c.opened_at >= {_OF_OFFER.format(column='offered_at')})",
        "cases_moveanswer: who accepts opens a case of its own",
    ),
    Rule(
        "cases_access_asked_to_receive",
        "cases_access",
        "INSERT",
        "NEW.relation = 'asked_to_receive' AND (NEW.part <> 'move' OR NOT EXISTS (SELECT 1 FROM cases_moveoffer o "
        "WHERE o.id = NEW.source_id AND o.case_id = NEW.case_id "
        "AND (o.to_member_id = NEW.member_id OR o.to_team_id = NEW.team_id)))",
        "cases_access: who is asked to receive a case sees the offer and nothing else",
    ),
)
