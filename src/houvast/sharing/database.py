"""What the database itself keeps of sharing. `tests/sharing/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Rule, append_only, append_only_until_erased, numbered, same_as_parent

HISTORIES: tuple[str, ...] = (
    "sharing_groundversion",
    "sharing_covenantversion",
    "sharing_sharingterm",
    "sharing_consent",
    "sharing_consentend",
    "sharing_disclosure",
    "sharing_disclosureturn",
    "sharing_knownquestion",
    "sharing_knownjudgement",
)
_OF_CASE = HISTORIES[3:7]


def _versions(table: str) -> Rule:
    """Let version n follow version n-1 of the same entry."""
    return Rule(
        f"{table}_follows",
        table,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM {table} h WHERE h.code = NEW.code "
        "AND h.municipality_id = NEW.municipality_id), 0)",
        f"{table}: number n follows n-1",
    )


def _had(*states: str, also: str = "") -> str:
    """Say that the disclosure has a turn with one of these states."""
    names = ", ".join(f"'{state}'" for state in states)
    return (
        "EXISTS (SELECT 1 FROM sharing_disclosureturn h WHERE h.disclosure_id = NEW.disclosure_id "
        f"AND h.state IN ({names}){also})"
    )


ERASED: dict[str, tuple[Rule, ...]] = {
    "sharing_consent": append_only_until_erased(
        "sharing_consent",
        key="(SELECT c.key_id FROM cases_case c WHERE c.id = OLD.case_id)",
        erased=("channel",),
        kept=(
            "id",
            "case_id",
            "municipality_id",
            "resident_id",
            "meaning",
            "giver",
            "giver_name_sealed",
            "about_sealed",
            "given_on",
            "until_on",
            "at",
            "by_id",
            "ground",
            "organisation_id",
            "retention_from",
        ),
    ),
}
"""Histories whose open words may be emptied once the key of the case is destroyed (ADR 0029)."""

RULES: tuple[Rule, ...] = (
    *(rule for table in HISTORIES for rule in ERASED.get(table) or append_only(table)),
    *(same_as_parent(table, "municipality_id", "cases_case", "case_id") for table in _OF_CASE),
    same_as_parent("sharing_consentend", "case_id", "sharing_consent", "consent_id"),
    same_as_parent("sharing_disclosureturn", "case_id", "sharing_disclosure", "disclosure_id"),
    _versions("sharing_groundversion"),
    _versions("sharing_covenantversion"),
    numbered("sharing_sharingterm", "municipality_id"),
    numbered("sharing_disclosure", "case_id"),
    numbered("sharing_disclosureturn", "disclosure_id"),
    numbered("sharing_knownquestion", "municipality_id"),
    same_as_parent("sharing_knownjudgement", "municipality_id", "sharing_knownquestion", "question_id"),
    Rule(
        "sharing_knownjudgement_another",
        "sharing_knownjudgement",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM sharing_knownquestion q WHERE q.id = NEW.question_id AND q.in_sample "
        "AND q.by_id <> NEW.by_id)",
        "sharing_knownjudgement: of what was set aside, and never by who asked it",
    ),
    Rule(
        "sharing_disclosureturn_first",
        "sharing_disclosureturn",
        "INSERT",
        "(NEW.number = 1) <> (NEW.state IN ('given', 'asked', 'refused'))",
        "sharing_disclosureturn: begins given, asked or refused",
    ),
    Rule(
        "sharing_disclosureturn_second",
        "sharing_disclosureturn",
        "INSERT",
        "NEW.state IN ('approved', 'declined') AND (NOT "
        + _had("asked", also=" AND h.by_id <> NEW.by_id")
        + " OR "
        + _had("approved", "declined", "withdrawn")
        + ")",
        "sharing_disclosureturn: somebody else answers what was asked, once",
    ),
    Rule(
        "sharing_disclosureturn_withdrawn",
        "sharing_disclosureturn",
        "INSERT",
        "NEW.state = 'withdrawn' AND (NOT " + _had("given", "asked") + " OR " + _had("declined", "withdrawn") + ")",
        "sharing_disclosureturn: what was not given or is withdrawn is not withdrawn",
    ),
    Rule(
        "sharing_disclosureturn_on_ground",
        "sharing_disclosureturn",
        "INSERT",
        "NEW.state IN ('given', 'asked') AND EXISTS (SELECT 1 FROM sharing_disclosure d "
        "WHERE d.id = NEW.disclosure_id AND (d.code = '' OR d.until_on IS NULL))",
        "sharing_disclosureturn: on a ground, and for a time",
    ),
    Rule(
        "sharing_disclosureturn_shortened",
        "sharing_disclosureturn",
        "INSERT",
        "(NEW.state = 'shortened') <> (NEW.until_on IS NOT NULL) OR (NEW.state = 'shortened' AND NOT EXISTS "
        "(SELECT 1 FROM sharing_disclosure d WHERE d.id = NEW.disclosure_id AND d.until_on > NEW.until_on))",
        "sharing_disclosureturn: only earlier, never later",
    ),
    Rule(
        "sharing_access_given",
        "cases_access",
        "INSERT",
        "NEW.relation = 'shared_with' AND (NOT EXISTS (SELECT 1 FROM sharing_disclosureturn h "
        "WHERE h.disclosure_id = NEW.source_id AND h.state IN ('given', 'approved')) OR EXISTS "
        "(SELECT 1 FROM sharing_disclosureturn h WHERE h.disclosure_id = NEW.source_id AND h.state = 'withdrawn'))",
        "cases_access: what is shared was given, and not withdrawn",
    ),
    Rule(
        "sharing_access_chosen",
        "cases_access",
        "INSERT",
        "NEW.relation = 'shared_with' AND (NEW.until_at IS NULL OR NOT EXISTS (SELECT 1 FROM sharing_disclosure d "
        "WHERE d.id = NEW.source_id AND d.case_id = NEW.case_id AND (NEW.part IN ('band', 'shared') "
        "OR (NEW.part = 'note' AND CAST(d.notes AS text) LIKE '%\"' || REPLACE(CAST(NEW.note_id AS text), '-', '') "
        "|| '\"%') OR (NEW.part <> 'note' AND CAST(d.parts AS text) LIKE '%\"' || NEW.part || '\"%'))))",
        "cases_access: what is shared was chosen, and for a time",
    ),
)
