"""Leave nothing on free pages: what was emptied is also gone from where it stood.

SQLite writes the whole file anew and empties its write-ahead log. PostgreSQL writes the tables with words in the open
anew, with their indexes, and its statistics, which hold examples of values. Its write-ahead log goes at the next
checkpoint of PostgreSQL itself, if files of it are not reused; `left_in_log` says what stays.
"""

from django.db import connection

OPEN_WORDS = (
    "residents_resident",
    "residents_formerdata",
    "residents_household",
    "residents_householdmember",
    "residents_networkmember",
    "cases_case",
    "cases_caseresident",
    "cases_caseorganisation",
    "cases_momentcontact",
    "cases_scalingdecision",
    "cases_partnerjudgement",
    "cases_receiveranswer",
    "intake_concern",
    "intake_repairrow",
    "safety_house_referral",
    "safety_house_referralanswer",
    "safety_house_referralreturn",
    "sharing_consent",
    "django_session",
    "vault_key",
)
_SQLITE = (
    "PRAGMA secure_delete = ON",
    "PRAGMA wal_checkpoint(TRUNCATE)",
    "VACUUM",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)
_POSTGRESQL = (
    *(f"VACUUM (FULL, ANALYZE) {table}" for table in OPEN_WORDS),
    "VACUUM (FULL) pg_catalog.pg_statistic",
)
_MARK = "SELECT pg_current_xact_id()::text"
_OLDER = """
SELECT pg_snapshot_xmin(pg_current_snapshot()) < %s::text::xid8 OR EXISTS (
    SELECT 1 FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND (datid IS NULL OR datid = 0 OR datname = current_database())
    AND age(backend_xmin) > age(%s::text::xid8::xid)
)
"""
_TRIES = 1500
_LOG = """
SELECT current_setting('wal_recycle'), current_setting('archive_mode'), EXISTS (SELECT 1 FROM pg_replication_slots)
"""
_A_MOMENT = "SELECT pg_sleep(0.2)"


def nobody_looks_back(tries: int = _TRIES) -> bool:
    """Wait until nobody works in a transaction from before now; say whether that came.

    PostgreSQL keeps what was emptied for whoever began before, also when it writes a table anew: for readers of this
    database, and for writers of any database of the server, because the one that writes the table anew could look back
    that far itself. SQLite has one writer.
    """
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        (mark,) = cursor.fetchone()
        for _ in range(tries):
            cursor.execute(_OLDER, [mark, mark])
            if cursor.fetchone() == (False,):
                return True
            cursor.execute(_A_MOMENT)
    return False


def scrub() -> None:
    """Write anew what held words in the open. Others wait for that; only the owner of the tables may."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def left_in_log() -> list[str]:
    """Say in Dutch what of names stays in the write-ahead log of PostgreSQL, and until when; nothing on SQLite."""
    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute(_LOG)
        recycled, archived, replicated = cursor.fetchone()
    said = ["In het schrijflogboek van PostgreSQL staan namen tot na het volgende checkpoint daarvan."]
    if recycled == "on":
        said.append("Daarna ook nog: PostgreSQL hergebruikt de bestanden. Zet wal_recycle uit.")
    if archived != "off" or replicated:
        said.append("Er is een archief of kopie van het schrijflogboek: die houdt namen tot u haar weggooit.")
    return said
