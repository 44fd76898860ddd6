"""What keeps a server from starting on a database (docs/beheer/instellingen.md)."""

from datetime import datetime

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from houvast.residents.selectors import search_keys_fit
from houvast.upkeep.database import HISTORIES, NARROW, differences
from houvast.upkeep.destroying import ledger_problems
from houvast.upkeep.health import pending_migrations
from houvast.upkeep.key_copies import copy_problems, place_problems
from houvast.upkeep.practice_guard import refuse_other_accounts
from houvast.vault.key_store import SecretMissing
from houvast.vault.sealing import BrokenSeal
from houvast.vault.selectors import open_present_epoch

BEHIND = "De tabellen horen niet bij deze versie van Houvast. Draai eerst: houvast migrate"
_ROLE = "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
_OWNED = "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"


def obstacles(*, practice: bool) -> list[str]:
    """List in Dutch what must be mended first; empty when the server may start.

    Raises `OtherRows` when the database belongs to the other kind of Houvast.
    """
    if pending_migrations():
        return [BEHIND]
    refuse_other_accounts(practice=practice)
    found = [
        f"De database bewaakt haar regels niet ({line}). Draai: houvast migrate" for line in differences(connection)
    ]
    found += (key_store_problems() or bsn_key_problems()) + ledger_problems()
    return found if practice else found + role_problems(connection)


def warnings(*, now: datetime) -> list[str]:
    """List in Dutch what needs somebody soon, and keeps no server from starting."""
    return place_problems() + copy_problems(now=now)


def key_store_problems() -> list[str]:
    """Say in Dutch when the key store does not open the keys of this database."""
    try:
        open_present_epoch()
    except SecretMissing as missing:
        return [missing.message]
    except BrokenSeal:
        return ["De sleutelbos hoort niet bij HOUVAST_VAULT_KEY. Kijk of beide van deze installatie zijn."]
    return []


def bsn_key_problems() -> list[str]:
    """Say in Dutch when residents are not found under the key of the BSN index, nor under one from before."""
    if search_keys_fit():
        return []
    return [
        "Inwoners zijn niet terug te vinden onder HOUVAST_BSN_KEY. Zet de vorige sleutel in HOUVAST_OLD_BSN_KEYS, "
        "of zet haar terug (docs/beheer/sleutels.md)."
    ]


def role_problems(database: BaseDatabaseWrapper) -> list[str]:
    """List in Dutch what the role of the application may do on PostgreSQL and should not."""
    with database.cursor() as cursor:
        cursor.execute(_ROLE)
        powerful = bool(cursor.fetchone()[0])
        cursor.execute(_OWNED)
        owns = cursor.fetchone()[0] > 0
        loose = [table for table in (*HISTORIES, *NARROW) if _may_change(database, table)]
    found = []
    if powerful:
        found.append("De rol in DATABASE_URL is beheerder van PostgreSQL. Gebruik houvast_app.")
    if owns:
        found.append("De rol in DATABASE_URL is eigenaar van tabellen. Gebruik houvast_app.")
    if loose:
        found.append(f"De rol in DATABASE_URL mag geschiedenis wijzigen ({', '.join(loose)}). Draai: houvast migrate")
    return found


def _may_change(database: BaseDatabaseWrapper, table: str) -> bool:
    with database.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'UPDATE, DELETE, TRUNCATE')", [table])
        return bool(cursor.fetchone()[0])
