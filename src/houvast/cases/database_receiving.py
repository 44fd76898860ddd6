"""What the database itself keeps of handing on: receivers, aftercare, and how it goes since."""

from houvast.kernel.database_rules import Rule, WrittenRule

RECEIVING_HISTORIES: tuple[str, ...] = (
    "cases_receiverrequest",
    "cases_receiveranswer",
    "cases_aftercareplan",
    "cases_pulsecheck",
)
_NOT_NOW = "NOT EXISTS (SELECT 1 FROM cases_case c JOIN {parent} p ON {join} WHERE p.id = NEW.{key})"

RECEIVING_RULES: tuple[WrittenRule, ...] = (
    Rule(
        "cases_receiverrequest_present",
        "cases_receiverrequest",
        "INSERT",
        _NOT_NOW.format(parent="cases_phaseperiod", join="c.phase_period_id = p.id", key="period_id"),
        "cases_receiverrequest: a receiver is asked in the phase that its case is in now",
    ),
    Rule(
        "cases_receiverrequest_follows",
        "cases_receiverrequest",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(r.number) FROM cases_receiverrequest r "
        "WHERE r.period_id = NEW.period_id), 0) OR EXISTS (SELECT 1 FROM cases_receiverrequest r "
        "WHERE r.period_id = NEW.period_id AND NOT EXISTS ("
        "SELECT 1 FROM cases_receiveranswer a WHERE a.question_id = r.id))",
        "cases_receiverrequest: number n follows n-1, and one receiver is asked at a time",
    ),
    Rule(
        "cases_receiverrequest_whole",
        "cases_receiverrequest",
        "INSERT",
        "NEW.member_id IS NULL AND length(NEW.contact_sealed) = 0",
        "cases_receiverrequest: outside Houvast it is somebody with a name",
    ),
    Rule(
        "cases_receiveranswer_present",
        "cases_receiveranswer",
        "INSERT",
        _NOT_NOW.format(parent="cases_receiverrequest", join="c.phase_period_id = p.period_id", key="question_id"),
        "cases_receiveranswer: nobody receives a case that has moved on",
    ),
    Rule(
        "cases_receiveranswer_whole",
        "cases_receiveranswer",
        "INSERT",
        "(NEW.outcome = 'refused' AND length(NEW.reason_sealed) = 0) OR (NEW.outcome <> 'withdrawn' "
        "AND NEW.channel = '' AND EXISTS (SELECT 1 FROM cases_receiverrequest r "
        "WHERE r.id = NEW.question_id AND r.member_id IS NULL))",
        "cases_receiveranswer: refused with a reason; outside Houvast also how it was said",
    ),
    Rule(
        "cases_aftercareplan_present",
        "cases_aftercareplan",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_phaseperiod p JOIN cases_case c ON c.phase_period_id = p.id "
        "WHERE p.id = NEW.period_id AND p.cause IN ('scaled_down', 'closed'))",
        "cases_aftercareplan: aftercare follows going down or closing, in the phase that its case is in now",
    ),
    Rule(
        "cases_aftercareplan_whole",
        "cases_aftercareplan",
        "INSERT",
        "NEW.check_on <= date(NEW.made_at) OR ((length(NEW.what_sealed) = 0 OR length(NEW.signs_sealed) = 0) "
        "AND EXISTS (SELECT 1 FROM cases_phaseperiod p WHERE p.id = NEW.period_id AND p.state = 'open'))",
        "cases_aftercareplan: a day to come; in an open case also what is done and what makes us scale up again",
    ),
    Rule(
        "cases_pulsecheck_present",
        "cases_pulsecheck",
        "INSERT",
        _NOT_NOW.format(parent="cases_aftercareplan", join="c.phase_period_id = p.period_id", key="aftercare_id"),
        "cases_pulsecheck: nobody looks after a phase that its case has left",
    ),
    Rule(
        "cases_pulsecheck_follows",
        "cases_pulsecheck",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(k.number) FROM cases_pulsecheck k "
        "WHERE k.aftercare_id = NEW.aftercare_id), 0) OR EXISTS (SELECT 1 FROM cases_pulsecheck k "
        "WHERE k.aftercare_id = NEW.aftercare_id AND (k.outcome = 'goes_well' OR k.recorded_at > NEW.recorded_at))",
        "cases_pulsecheck: number n follows n-1, not earlier, and not after it went well",
    ),
    Rule(
        "cases_pulsecheck_whole",
        "cases_pulsecheck",
        "INSERT",
        "length(NEW.text_sealed) = 0 OR (NEW.outcome = 'stays') <> (NEW.check_on IS NOT NULL) "
        "OR NEW.check_on <= date(NEW.recorded_at)",
        "cases_pulsecheck: how it goes in words; what stays as it is has a next day to come",
    ),
)
