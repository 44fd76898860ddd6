"""What the database itself keeps of the register. `tests/residents/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, fixed, no_delete, numbered, same_as_parent

HISTORIES: tuple[str, ...] = ("residents_formerdata", "residents_networkturn")

RULES: tuple[WrittenRule, ...] = (
    *append_only("residents_formerdata"),
    same_as_parent("residents_formerdata", "municipality_id", "residents_resident", "resident_id"),
    Rule(
        "residents_formerdata_of_now",
        "residents_formerdata",
        "INSERT",
        "NEW.version IS DISTINCT FROM (SELECT r.version FROM residents_resident r WHERE r.id = NEW.resident_id)",
        "residents_formerdata: what is kept is the version of now",
    ),
    Rule(
        "residents_resident_kept",
        "residents_resident",
        "UPDATE",
        "NEW.version <> OLD.version AND (NEW.version <> OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM "
        "residents_formerdata f WHERE f.resident_id = OLD.id AND f.version = OLD.version))",
        "residents_resident: what was corrected is kept first",
    ),
    same_as_parent("residents_shield", "municipality_id", "residents_resident", "resident_id"),
    *no_delete("residents_shield"),
    fixed(
        "residents_shield",
        "id",
        "resident_id",
        "municipality_id",
        "from_resident_id",
        "from_network_member_id",
        "reason_sealed",
        "review_on",
        "added_by_id",
        "added_at",
    ),
    Rule(
        "residents_shield_ended_once",
        "residents_shield",
        "UPDATE",
        "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by_id IS NULL",
        "residents_shield: ended is ended, and somebody ended it",
    ),
    Rule(
        "residents_shield_reason",
        "residents_shield",
        "INSERT",
        "length(NEW.reason_sealed) = 0 OR NEW.ended_at IS NOT NULL",
        "residents_shield: with a reason, and not ended when it begins",
    ),
    same_as_parent("residents_sameperson", "municipality_id", "residents_networkmember", "network_member_id"),
    *no_delete("residents_sameperson"),
    fixed(
        "residents_sameperson",
        "id",
        "network_member_id",
        "resident_id",
        "municipality_id",
        "added_by_id",
        "added_at",
    ),
    Rule(
        "residents_sameperson_another",
        "residents_sameperson",
        "INSERT",
        "NEW.ended_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM residents_resident r, residents_networkmember n "
        "WHERE r.id = NEW.resident_id AND n.id = NEW.network_member_id AND n.resident_id <> r.id "
        "AND r.municipality_id = n.municipality_id)",
        "residents_sameperson: another resident of the same municipality, and not ended when it begins",
    ),
    Rule(
        "residents_sameperson_ended_once",
        "residents_sameperson",
        "UPDATE",
        "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by_id IS NULL",
        "residents_sameperson: ended is ended, and somebody ended it",
    ),
    *append_only("residents_networkturn"),
    same_as_parent("residents_networkturn", "municipality_id", "residents_networkmember", "network_member_id"),
    numbered("residents_networkturn", "network_member_id"),
    Rule(
        "residents_networkturn_over",
        "residents_networkturn",
        "INSERT",
        "EXISTS (SELECT 1 FROM residents_networkturn t WHERE t.network_member_id = NEW.network_member_id "
        "AND t.step = 'ended')",
        "residents_networkturn: after the end nothing follows",
    ),
)
