"""What the database itself keeps of who takes part and with which codes."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, fixed, no_delete, numbered, same_as_parent
from houvast.kernel.one_time_codes import MOST_TRIES

_PARTICIPANT, _END = "participation_participant", "participation_participantend"
_PERSONAL, _SIGN_IN, _SETTING = "participation_personalcode", "participation_signincode", "participation_ownpagesetting"
_WITHHELD = "participation_withheldpart"
_WISH = "participation_wish"
_ENDED = f"EXISTS (SELECT 1 FROM {_END} e WHERE e.participant_id = NEW.participant_id)"
_IN_CASE = "SELECT 1 FROM cases_caseresident r WHERE r.case_id = NEW.case_id AND r.until IS NULL AND r.resident_id"


def _of_a_case(table: str, parent: str = "") -> tuple[WrittenRule, ...]:
    own = (same_as_parent(table, "municipality_id", "cases_case", "case_id"),)
    return (*own, same_as_parent(table, "case_id", _PARTICIPANT, parent)) if parent else own


def _about_somebody_of_the_case() -> Rule:
    return Rule(
        f"{_PARTICIPANT}_of_case",
        _PARTICIPANT,
        "INSERT",
        f"NOT EXISTS ({_IN_CASE} = NEW.resident_id) "
        f"OR (NEW.person_id IS NOT NULL AND NOT EXISTS ({_IN_CASE} = NEW.person_id))",
        f"{_PARTICIPANT}: about a resident of the case, by somebody of it",
    )


def _close_to_the_resident() -> Rule:
    return Rule(
        f"{_PARTICIPANT}_close",
        _PARTICIPANT,
        "INSERT",
        "NEW.network_member_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM residents_networkmember n "
        "WHERE n.id = NEW.network_member_id AND n.resident_id = NEW.resident_id AND n.until IS NULL)",
        f"{_PARTICIPANT}: somebody of the network of this resident",
    )


def _nobody_represents_themselves() -> Rule:
    return Rule(
        f"{_PARTICIPANT}_another",
        _PARTICIPANT,
        "INSERT",
        "NEW.kind = 'representative' AND NEW.person_id = NEW.resident_id",
        f"{_PARTICIPANT}: nobody represents themselves",
    )


def _once_at_a_time() -> Rule:
    return Rule(
        f"{_PARTICIPANT}_once",
        _PARTICIPANT,
        "INSERT",
        f"EXISTS (SELECT 1 FROM {_PARTICIPANT} p WHERE p.case_id = NEW.case_id AND p.resident_id = NEW.resident_id "
        "AND p.person_id IS NOT DISTINCT FROM NEW.person_id "
        "AND p.network_member_id IS NOT DISTINCT FROM NEW.network_member_id "
        f"AND NOT EXISTS (SELECT 1 FROM {_END} e WHERE e.participant_id = p.id))",
        f"{_PARTICIPANT}: somebody takes part once at a time",
    )


def _wished_by_a_resident() -> Rule:
    return Rule(
        f"{_WISH}_of_resident",
        _WISH,
        "INSERT",
        f"{_ENDED} OR EXISTS (SELECT 1 FROM {_PARTICIPANT} p WHERE p.id = NEW.participant_id AND p.kind = 'network')",
        f"{_WISH}: by the resident or who represents them, who takes part",
    )


def _wished_of_the_case() -> Rule:
    return Rule(
        f"{_WISH}_moment_of_case",
        _WISH,
        "INSERT",
        "NEW.kind = 'moment' AND NOT EXISTS (SELECT 1 FROM cases_crucialmoment m WHERE m.id = NEW.about_id "
        "AND m.case_id = NEW.case_id)",
        f"{_WISH}: about a moment of the case",
    )


def _answered_well() -> Rule:
    return Rule(
        f"{_WISH}_answered_well",
        _WISH,
        "UPDATE",
        "(NOT NEW.is_granted AND length(NEW.answer_sealed) = 0) OR (NEW.network_member_id IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM residents_networkmember n WHERE n.id = NEW.network_member_id "
        "AND n.resident_id = NEW.resident_id))",
        f"{_WISH}: a no says why, and a yes is about the network of this resident",
    )


def _begins_unused(table: str, condition: str = "") -> Rule:
    return Rule(
        f"{table}_unused_first",
        table,
        "INSERT",
        f"NEW.used_at IS NOT NULL OR NEW.valid_until <= NEW.made_at OR {_ENDED}{condition}",
        f"{table}: begins unused, with some time, for who takes part",
    )


RULES: tuple[WrittenRule, ...] = (
    *append_only(_PARTICIPANT),
    *_of_a_case(_PARTICIPANT),
    _about_somebody_of_the_case(),
    _close_to_the_resident(),
    _nobody_represents_themselves(),
    _once_at_a_time(),
    *append_only(_END),
    *_of_a_case(_END, "participant_id"),
    *no_delete(_PERSONAL),
    fixed(
        _PERSONAL,
        "id",
        "participant_id",
        "case_id",
        "municipality_id",
        "number",
        "digest",
        "made_at",
        "made_by_id",
        "valid_until",
    ),
    *_of_a_case(_PERSONAL, "participant_id"),
    numbered(_PERSONAL, "participant_id"),
    _begins_unused(_PERSONAL),
    Rule(
        f"{_PERSONAL}_used_in_time",
        _PERSONAL,
        "UPDATE",
        "OLD.used_at IS NOT NULL OR NEW.used_at IS NULL OR NEW.used_at >= NEW.valid_until",
        f"{_PERSONAL}: its first use is in time, and is said once",
    ),
    *no_delete(_SIGN_IN),
    fixed(_SIGN_IN, "id", "participant_id", "case_id", "municipality_id", "number", "digest", "made_at", "valid_until"),
    *_of_a_case(_SIGN_IN, "participant_id"),
    numbered(_SIGN_IN, "participant_id"),
    _begins_unused(_SIGN_IN, " OR NEW.tries <> 0"),
    Rule(
        f"{_SIGN_IN}_few_tries",
        _SIGN_IN,
        "UPDATE",
        f"OLD.used_at IS NOT NULL OR NEW.tries <> OLD.tries + 1 OR NEW.tries > {MOST_TRIES} "
        "OR NEW.used_at > NEW.valid_until",
        f"{_SIGN_IN}: each try counts, and the right one is the last",
    ),
    *no_delete(_WITHHELD),
    fixed(
        _WITHHELD,
        "id",
        "case_id",
        "municipality_id",
        "part",
        "participant_id",
        "reason_sealed",
        "days",
        "added_by_id",
        "added_at",
    ),
    *_of_a_case(_WITHHELD),
    Rule(
        f"{_WITHHELD}_of_case",
        _WITHHELD,
        "INSERT",
        "NEW.participant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM participation_participant p "
        "WHERE p.id = NEW.participant_id AND p.case_id = NEW.case_id)",
        f"{_WITHHELD}: from a participant of the case",
    ),
    Rule(
        f"{_WITHHELD}_reason",
        _WITHHELD,
        "INSERT",
        "length(NEW.reason_sealed) = 0 OR NEW.ended_at IS NOT NULL",
        f"{_WITHHELD}: with a reason, and not ended when it begins",
    ),
    Rule(
        f"{_WITHHELD}_ended_once",
        _WITHHELD,
        "UPDATE",
        "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by_id IS NULL",
        f"{_WITHHELD}: ended is ended, and somebody ended it",
    ),
    *no_delete(_WISH),
    fixed(
        _WISH,
        "id",
        "case_id",
        "municipality_id",
        "resident_id",
        "participant_id",
        "kind",
        "about_id",
        "stood_sealed",
        "name_sealed",
        "relation_sealed",
        "phone_sealed",
        "words_sealed",
        "at",
    ),
    *_of_a_case(_WISH, "participant_id"),
    same_as_parent(_WISH, "resident_id", _PARTICIPANT, "participant_id"),
    _wished_by_a_resident(),
    _wished_of_the_case(),
    _answered_well(),
    Rule(
        f"{_WISH}_open_first",
        _WISH,
        "INSERT",
        "NEW.answered_at IS NOT NULL OR length(NEW.answer_sealed) > 0",
        f"{_WISH}: begins without an answer",
    ),
    Rule(
        f"{_WISH}_answered_once",
        _WISH,
        "UPDATE",
        "OLD.answered_at IS NOT NULL OR NEW.answered_at IS NULL",
        f"{_WISH}: answered is answered",
    ),
    *append_only(_SETTING),
    numbered(_SETTING, "municipality_id"),
)
HISTORIES: tuple[str, ...] = (_PARTICIPANT, _END, _SETTING)
