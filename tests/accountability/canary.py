"""A word that is nowhere else, in every column with words in the open; and the places where it could be found."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import psycopg
from django.apps import apps
from django.db import connection, connections
from django.db.models import CharField, TextField

from houvast.upkeep.database import RULES, install, owner_alias

Words: TypeAlias = "CharField[str, str] | TextField[str, str]"
CANARY = "kanarievogel"
ROOMS = (
    "cases",
    "plans",
    "documents",
    "sharing",
    "consultation",
    "intake",
    "safety_house",
    "residents",
    "participation",
    "letters",
)
CODES = {
    # What no one types: codes, keys and marks. All else is words in the open, and must go.
    "cases_access": "part relation ground source",
    "cases_bystander": "ground",
    "cases_case": "code domain",
    "cases_handover": "responsibility function",
    "cases_judgementrequest": "function",
    "cases_note": "ground",
    "cases_receiverrequest": "function",
    "cases_scalingdecision": "function on_behalf_of",
    "cases_seat": "responsibility function",
    "cases_closure": "reason",
    "consultation_agendaitem": "ground",
    "consultation_calendarfeed": "digest",
    "consultation_resolution": "ground",
    "documents_document": "kind ground",
    "documents_documentversion": "file_format ground",
    "documents_redactedcopy": "ground",
    "intake_concern": "incident_index identity bsn_index urgency step ground",
    "intake_import": "digest",
    "intake_repairrow": "fingerprint ground",
    "intake_triagedecision": "step outcome reason receiver",
    "letters_letter": "ground",
    "participation_participant": "ground",
    "participation_personalcode": "digest",
    "participation_signincode": "digest",
    "plans_limit": "ground",
    "plans_linkcode": "digest",
    "plans_planversion": "ground",
    "plans_tailormade": "ground",
    "plans_tailormadedecision": "on_behalf_of",
    "plans_task": "ground",
    "plans_tasklink": "digest asked_as",
    "plans_taskstep": "missing",
    "residents_formerdata": "ground",
    "residents_networkmember": "ground",
    "residents_resident": "bsn_index ground sex",
    "sharing_consent": "giver ground",
    "sharing_disclosure": "code law purpose route ground",
    "sharing_knownquestion": "code purpose title",
    "safety_house_fileaccess": "ground",
    "safety_house_housefile": "ground",
    "safety_house_referral": "ground",
    "safety_house_referralanswer": "outcome",
    "safety_house_referralpiece": "kind",
}
OF_THE_HOUSE = {
    # About the municipality, a table, a meeting or a house, not about anybody.
    "cases_checklist",
    "cases_closedcell",
    "sharing_groundversion",
    "sharing_covenantversion",
    "consultation_consultationtable",
    "consultation_meeting",
    "intake_listversion",
    "intake_reportingpoint",
    "intake_theme",
    "letters_lettertemplate",
    "participation_ownpagesetting",
    "plans_lifearea",
    "safety_house_admissioncriterion",
}


def open_words() -> dict[str, list[Words]]:
    """Give by table the columns with words in the open about people, cases and what belongs to them."""
    found: dict[str, list[Words]] = {}
    for model in apps.get_models():
        table = model._meta.db_table
        if model._meta.app_label not in ROOMS or table in OF_THE_HOUSE:
            continue
        codes = CODES.get(table, "").split()
        words = [
            field
            for field in model._meta.fields
            if isinstance(field, CharField | TextField) and not field.choices and field.name not in codes
        ]
        if words:
            found[table] = words
    return found


def let_it_sing() -> None:
    """Write the word into every such column of every row, with the rules off for that moment."""
    alias = owner_alias()
    with connections[alias].cursor() as cursor:
        for rule in RULES:
            on = f" ON {rule.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {rule.name}{on}")
        for table, columns in open_words().items():
            said = ", ".join(f"\"{field.column}\" = '{CANARY[: field.max_length or 99]}'" for field in columns)
            cursor.execute(f"UPDATE {table} SET {said}")
    install(connections[alias])
    connections.close_all()


def singing(ledger: Path) -> list[str]:
    """Name where the word is found: in a dump of every table, in the files of the database and in the ledger."""
    heard = [f"ledger: {file.name}" for file in ledger.rglob("*") if file.is_file() and _sings(file.read_bytes())]
    looks = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    return sorted({*heard, *looks})


def _sings(content: bytes) -> bool:
    """Look for the shortest form too: some columns hold only its beginning."""
    return CANARY[:7].encode() in content


def _sqlite() -> Iterator[str]:
    file = Path(str(connection.settings_dict["NAME"]))
    for suffix in ("", "-wal", "-shm"):
        beside = Path(f"{file}{suffix}")
        if beside.is_file() and _sings(beside.read_bytes()):
            yield f"file{suffix}"


def _postgresql() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        tables = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        number = cursor.fetchone()[0]
    socket = Path(str(connection.settings_dict["HOST"]))
    url = f"host={socket} user=postgres dbname={connection.settings_dict['NAME']}"
    with psycopg.connect(url, autocommit=True) as master:
        for table in tables:
            with master.cursor().copy(f'COPY "{table}" TO STDOUT'.encode()) as dump:
                if sum(_sings(bytes(line)) for line in dump):
                    yield f"dump: {table}"
        master.execute("SELECT pg_switch_wal()")
        master.execute("CHECKPOINT")
    data = socket.parent / "data"
    for file in (*(data / "base" / str(number)).iterdir(), *(data / "pg_wal").iterdir()):
        with suppress(FileNotFoundError):  # the log goes on meanwhile, and what it does not need is removed
            if file.is_file() and _sings(file.read_bytes()):
                yield f"file {file.parent.name}/{file.name}"
