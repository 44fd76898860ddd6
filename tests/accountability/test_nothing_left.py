"""After destroying, and again after a backup came back: a word that was everywhere is nowhere."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from houvast.accountability.ledger import add_to_ledger
from houvast.cases.models import Case, CaseResident
from houvast.consultation.models import AgendaItem
from houvast.intake.models import Concern, RepairRow
from houvast.residents.models import Resident
from houvast.short_lines.models import ColleagueQuestion
from houvast.upkeep.destroying import ledger_problems, replay
from houvast.upkeep.scrubbing import left_in_log, nobody_looks_back
from houvast.vault.models import Key
from tests.accountability.canary import CODES, let_it_sing, open_words, singing
from tests.accountability.worlds import LATER, make_loose
from tests.databases import Databases
from tests.documents.worlds import add_documents
from tests.intake.worlds import make_concern, make_point
from tests.letters.worlds import add_letter
from tests.lives import lives
from tests.worlds import make_world

TEMPLATE_OF_ALL = "postgres"
"""A database that every PostgreSQL server has, whichever worker tests."""


def test_the_list_of_codes_is_of_columns_that_are_there() -> None:
    fields = {model._meta.db_table: {field.name for field in model._meta.fields} for model in apps.get_models()}
    assert [table for table, names in CODES.items() if not set(names.split()) <= fields.get(table, set())] == []
    assert {"cases_case", "cases_momentcontact", "residents_resident", "intake_concern"} <= open_words().keys()


def _destroy_all(say: list[str]) -> None:
    """Say in the ledger that every case and concern was destroyed, and do it: the way that a backup is put right."""
    for case in Case.objects.all():
        people = CaseResident.objects.filter(case=case).values_list("resident_id", flat=True)
        also = {"residents": [str(each) for each in people], "concerns": []}
        _line("case", case.id, case.municipality_id, also)
    for concern in Concern.objects.all():
        _line("concern", concern.id, concern.municipality_id, {})
    here = Case.objects.values_list("municipality_id", flat=True)[0]
    loose: tuple[tuple[str, type[Model]], ...] = (
        ("agenda_item", AgendaItem),
        ("repair_row", RepairRow),
        ("colleague_question", ColleagueQuestion),
    )
    for unit, model in loose:
        for row in model._default_manager.exclude(key=None):
            _line(unit, row.pk, here, {})
    replay(now=LATER + timedelta(days=1), say=say.append)


def _line(unit: str, unit_id: object, municipality_id: object, also: dict[str, list[str]]) -> None:
    two = {
        each: None if unit == "colleague_question" else str(uuid4()) for each in ("proposed_by_id", "approved_by_id")
    }
    line = {"id": str(uuid4()), "municipality_id": str(municipality_id), "unit": unit, "unit_id": str(unit_id)}
    add_to_ledger({**line, **two, "code": "", "also": also, "clocks": [], "destroyed_at": LATER.isoformat()})


def _what_opens(folders: Path) -> list[str]:
    """Name the keys that still stand and the files of documents: what is sealed can be read by them alone."""
    keys = Key.objects.filter(destroyed_at=None).values_list("pk", flat=True)
    return [*map(str, keys), *(file.name for file in (folders / "documenten").rglob("*") if file.is_file())]


def _reads_here(looking: CursorWrapper) -> None:
    looking.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ" if "owner" in connections else "BEGIN")
    looking.execute("SELECT count(*) FROM cases_case")


def _writes_elsewhere(looking: CursorWrapper) -> None:
    looking.execute("BEGIN")
    if "owner" in connections:
        looking.execute("SELECT pg_current_xact_id()")


@pytest.mark.parametrize(("does", "where"), [(_reads_here, ""), (_writes_elsewhere, TEMPLATE_OF_ALL)])
def test_it_waits_for_who_keeps_what_was_before(
    does: Callable[[CursorWrapper], None], where: str, committed: str
) -> None:
    two_roles = "owner" in connections
    other = connections.create_connection("owner" if two_roles else "default")
    here = connections["default"].settings_dict["NAME"]
    other.settings_dict = {**other.settings_dict, "NAME": where if where and two_roles else here}
    with other.cursor() as looking:
        does(looking)
        make_world()
        assert nobody_looks_back(tries=1) is not two_roles
        looking.execute("ROLLBACK")
    other.close()
    assert nobody_looks_back()
    assert len(left_in_log()) == two_roles


def test_the_word_is_nowhere(databases: Databases, committed: str, own_folders: Path) -> None:
    lived = lives()
    make_concern(lived.world, make_point(lived.world))
    make_loose(lived.world)
    add_documents(lived.world.actor("sanne"), lived.elsewhere)
    whom = CaseResident.objects.filter(case_id=lived.elsewhere, until__isnull=True).values_list("resident_id")[0][0]
    add_letter(lived.world.actor("sanne"), lived.elsewhere, whom)
    left_out = Resident.objects.exclude(pk__in=CaseResident.objects.values("resident_id"))
    assert not left_out.exists()
    let_it_sing()
    backup = databases.copy("backup", source=committed)
    copytree(own_folders / "sleutelbos", own_folders / "kopie")
    assert len(singing(own_folders)) > 0
    said: list[str] = []
    _destroy_all(said)
    connections.close_all()
    assert singing(own_folders) == []
    assert _what_opens(own_folders) == []
    databases.use(backup)
    copytree(own_folders / "kopie", own_folders / "sleutelbos", dirs_exist_ok=True)
    assert len(ledger_problems()) == 1
    replay(now=LATER + timedelta(days=2), say=said.append)
    connections.close_all()
    assert (singing(own_folders), ledger_problems(), _what_opens(own_folders)) == ([], [], [])
    connections.close_all()
    databases.use(committed)
    databases.drop(backup)
