"""What the database itself keeps of referrals and files. `tests/safety_house/test_database.py` attacks each rule."""

from houvast.kernel.database_rules import Rule, append_only, append_only_until_erased, fixed, no_delete, same_as_parent

HISTORIES: tuple[str, ...] = (
    "safety_house_admissioncriterion",
    "safety_house_referral",
    "safety_house_referralpiece",
    "safety_house_referralanswer",
    "safety_house_referralreturn",
    "safety_house_lookback",
    "safety_house_filenote",
)
_OF_REFERRAL = (
    "safety_house_referralpiece",
    "safety_house_referralanswer",
    "safety_house_referralreturn",
    "safety_house_lookback",
)
_OF_CASE = "(SELECT c.key_id FROM cases_case c WHERE c.id = OLD.case_id)"
_OF_BOTH = (
    "id",
    "referral_id",
    "case_id",
    "municipality_id",
    "content_sealed",
    "received_sealed",
    "given_on",
    "at",
    "by_id",
)
ERASED: dict[str, tuple[Rule, ...]] = {
    "safety_house_referral": append_only_until_erased(
        "safety_house_referral",
        key=_OF_CASE,
        erased=("legal_ground",),
        kept=(
            "id",
            "case_id",
            "municipality_id",
            "house_id",
            "number",
            "inside",
            "content_sealed",
            "received_sealed",
            "criteria",
            "disclosed",
            "told_on",
            "tell_before",
            "answer_before",
            "at",
            "by_id",
            "ground",
            "organisation_id",
            "retention_from",
        ),
    ),
    "safety_house_referralanswer": append_only_until_erased(
        "safety_house_referralanswer", key=_OF_CASE, erased=("channel",), kept=(*_OF_BOTH, "outcome")
    ),
    "safety_house_referralreturn": append_only_until_erased(
        "safety_house_referralreturn", key=_OF_CASE, erased=("channel",), kept=(*_OF_BOTH, "number")
    ),
}
"""Histories whose open words may be emptied once the key of the case is destroyed (ADR 0029)."""
_RUNS = (
    "EXISTS (SELECT 1 FROM safety_house_referralanswer a WHERE a.referral_id = {referral} AND a.outcome = 'accepted') "
    "AND NOT EXISTS (SELECT 1 FROM safety_house_referralreturn t WHERE t.referral_id = {referral})"
)
_REFERRAL_OF_FILE = "(SELECT f.referral_id FROM safety_house_housefile f WHERE f.id = NEW.file_id)"


def _numbered(table: str, *keys: str) -> Rule:
    """Let row n follow row n-1 of the same parent."""
    same = " AND ".join(f"h.{key} = NEW.{key}" for key in keys)
    return Rule(
        f"{table}_follows",
        table,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM {table} h WHERE {same}), 0)",
        f"{table}: number n follows n-1",
    )


def _of_the_case() -> tuple[Rule, ...]:
    """Keep what belongs to a referral in the case of the referral."""
    kept: list[Rule] = [same_as_parent("safety_house_referral", "municipality_id", "cases_case", "case_id")]
    for table in _OF_REFERRAL:
        kept += [
            same_as_parent(table, "municipality_id", "cases_case", "case_id"),
            same_as_parent(table, "case_id", "safety_house_referral", "referral_id"),
        ]
    return tuple(kept)


_ORDER: tuple[Rule, ...] = (
    Rule(
        "safety_house_referral_one_going_on",
        "safety_house_referral",
        "INSERT",
        "EXISTS (SELECT 1 FROM safety_house_referral r LEFT JOIN safety_house_referralanswer a ON a.referral_id = r.id "
        "LEFT JOIN safety_house_referralreturn t ON t.referral_id = r.id WHERE r.case_id = NEW.case_id "
        "AND (a.id IS NULL OR (a.outcome = 'accepted' AND t.id IS NULL)))",
        "safety_house_referral: one at a time in a case",
    ),
    Rule(
        "safety_house_referralpiece_before_answer",
        "safety_house_referralpiece",
        "INSERT",
        "EXISTS (SELECT 1 FROM safety_house_referralanswer a WHERE a.referral_id = NEW.referral_id)",
        "safety_house_referralpiece: fixed with the referral",
    ),
    Rule(
        "safety_house_referralreturn_of_accepted",
        "safety_house_referralreturn",
        "INSERT",
        "NOT (" + _RUNS.format(referral="NEW.referral_id") + ")",
        "safety_house_referralreturn: only what was accepted goes back",
    ),
    Rule(
        "safety_house_lookback_after_return",
        "safety_house_lookback",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM safety_house_referralreturn t WHERE t.referral_id = NEW.referral_id)",
        "safety_house_lookback: only after a return",
    ),
)
_FILES: tuple[Rule, ...] = (
    *no_delete("safety_house_housefile"),
    fixed(
        "safety_house_housefile",
        "id",
        "referral_id",
        "organisation_id",
        "key_id",
        "opened_at",
        "ground",
        "retention_from",
        "keep_until",
    ),
    Rule(
        "safety_house_housefile_of_its_house",
        "safety_house_housefile",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM safety_house_referral r WHERE r.id = NEW.referral_id AND r.inside "
        "AND r.house_id = NEW.organisation_id)",
        "safety_house_housefile: of the house that the referral names",
    ),
    *no_delete("safety_house_fileaccess"),
    fixed(
        "safety_house_fileaccess",
        "id",
        "file_id",
        "member_id",
        "organisation_id",
        "relation",
        "ground",
        "from_at",
        "until_at",
        "given_by_id",
    ),
    Rule(
        "safety_house_fileaccess_stays_withdrawn",
        "safety_house_fileaccess",
        "UPDATE",
        "OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at",
        "safety_house_fileaccess: what was withdrawn stays withdrawn",
    ),
    Rule(
        "safety_house_fileaccess_no_municipality",
        "safety_house_fileaccess",
        "INSERT",
        "EXISTS (SELECT 1 FROM directory_organisation o WHERE o.kind = 'municipality' AND (o.id = NEW.organisation_id "
        "OR o.id = (SELECT m.organisation_id FROM directory_member m WHERE m.id = NEW.member_id)))",
        "safety_house_fileaccess: nobody of a municipality",
    ),
    _numbered("safety_house_filenote", "file_id"),
    Rule(
        "safety_house_filenote_while_it_runs",
        "safety_house_filenote",
        "INSERT",
        "NOT (" + _RUNS.format(referral=_REFERRAL_OF_FILE) + ")",
        "safety_house_filenote: only while the file runs",
    ),
)

RULES: tuple[Rule, ...] = (
    *(rule for table in HISTORIES for rule in ERASED.get(table) or append_only(table)),
    _numbered("safety_house_admissioncriterion", "organisation_id", "code"),
    _numbered("safety_house_referral", "case_id"),
    _numbered("safety_house_referralreturn", "case_id"),
    *_of_the_case(),
    *_ORDER,
    *_FILES,
)
