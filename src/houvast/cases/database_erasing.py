"""The open words in histories of a case, which may be emptied once the key of the case is destroyed (ADR 0029)."""

from houvast.kernel.database_rules import Rule, append_only_until_erased

OF_CASE = "(SELECT c.key_id FROM cases_case c WHERE c.id = OLD.case_id)"
_OF_QUESTION = (
    "(SELECT c.key_id FROM cases_case c JOIN cases_receiverrequest q ON q.case_id = c.id WHERE q.id = OLD.question_id)"
)

ERASED: dict[str, tuple[Rule, ...]] = {
    "cases_momentcontact": append_only_until_erased(
        "cases_momentcontact",
        key=OF_CASE,
        erased=("name", "organisation_name", "phone"),
        kept=(
            "id",
            "moment_id",
            "case_id",
            "municipality_id",
            "number",
            "side",
            "recorded_by_id",
            "recorded_at",
        ),
    ),
    "cases_scalingdecision": append_only_until_erased(
        "cases_scalingdecision",
        key=OF_CASE,
        erased=("channel", "document"),
        kept=(
            "id",
            "proposal_id",
            "case_id",
            "municipality_id",
            "number",
            "outcome",
            "decided_by_id",
            "function",
            "on_behalf_of",
            "decided_on",
            "recorded_at",
            "reason_sealed",
            "not_waited_sealed",
            "confirm_before",
            "follow_up_before",
        ),
    ),
    "cases_partnerjudgement": append_only_until_erased(
        "cases_partnerjudgement",
        key=OF_CASE,
        erased=("channel",),
        kept=(
            "id",
            "question_id",
            "case_id",
            "municipality_id",
            "stance",
            "risk_sealed",
            "must_stay_sealed",
            "why_sealed",
            "spoken_with_sealed",
            "given_on",
            "recorded_by_id",
            "recorded_at",
        ),
    ),
    "cases_receiveranswer": append_only_until_erased(
        "cases_receiveranswer",
        key=_OF_QUESTION,
        erased=("channel",),
        kept=("id", "question_id", "outcome", "reason_sealed", "given_on", "answered_by_id", "answered_at"),
    ),
}
