"""What the columns of a list are called: set by a municipality, used by whoever reads a list."""

import pytest

from houvast.audit.models import Entry as LogEntry
from houvast.intake.models import Concern, ListVersion
from houvast.intake.rules.mapping import mapping_from_toml
from houvast.intake.rules.short_lists import Entry, ListKind
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.errors import Invalid
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

LIST = b"Dossier;Datum;Achternaam;Gemeente\r\nPL0100-1;22-11-2026;Vegt;Eemsdelta\r\n"


@pytest.fixture
def world() -> World:
    return make_world()


def call(world: World, code: str, *headings: str) -> None:
    """Let the administrator say what a column may be called."""
    known = next(each for each in settings_of(world.municipality.id).entries(ListKind.COLUMN) if each.code == code)
    new = NewEntry(world.municipality.id, ListKind.COLUMN, Entry(code, "", headings, number=known.number))
    set_entry(new, actor=world.actor("beheer"), now=NOW)


def test_a_list_with_columns_of_its_own_is_read_by_a_person(world: World) -> None:
    with pytest.raises(Invalid) as unknown:
        import_list(actor=world.actor("marit"), now=NOW, content=LIST)
    assert "Deze kolom ontbreekt: Incidentnummer." in unknown.value.problems["file"]
    call(world, "incidentnummer", " Dossier ", "", "dossier")
    assert import_list(actor=world.actor("marit"), now=NOW, content=LIST).accepted == 1
    assert Concern.objects.get().incident_number == "PL0100-1"
    row = ListVersion.objects.get()
    assert (row.name, row.choices, row.active) == ("Incidentnummer", ["Dossier"], True)
    assert LogEntry.objects.get(event="list_version.set").details == {
        "kind": "column",
        "code": "incidentnummer",
        "number": 1,
    }


def test_the_command_reads_with_what_every_municipality_set(world: World) -> None:
    pekela = make_world("pekela", "Pekela")
    with pytest.raises(Invalid):
        import_list(actor=LIST_READER, now=NOW, content=LIST)
    call(pekela, "incidentnummer", "Dossier")
    assert import_list(actor=LIST_READER, now=NOW, content=LIST, dry_run=True).accepted == 1
    with pytest.raises(Invalid):  # what Pekela set says nothing about the lists of Eemsdelta
        import_list(actor=world.actor("marit"), now=NOW, content=LIST)
    call(world, "klasse", "Dossier")
    with pytest.raises(Invalid):  # now it means two things
        import_list(actor=LIST_READER, now=NOW, content=LIST)
    mapping = mapping_from_toml('[kolommen]\nincidentnummer = "Dossier"')
    assert import_list(actor=LIST_READER, now=NOW, content=LIST, mapping=mapping).accepted == 1


def test_a_later_version_takes_the_place_of_the_earlier(world: World) -> None:
    call(world, "incidentnummer", "Dossier")
    call(world, "incidentnummer", "Zaak")
    for reader in (world.actor("marit"), LIST_READER):
        with pytest.raises(Invalid):
            import_list(actor=reader, now=NOW, content=LIST)


def test_a_heading_that_stands_elsewhere_is_told_with_its_line_and_nothing_is_kept(world: World) -> None:
    with pytest.raises(Invalid) as wrong:
        call(world, "incidentnummer", "Dossier", "Naam")
    assert wrong.value.problems == {"choices": "Regel 2: “Naam” staat al bij Achternaam. Haal haar daar eerst weg."}
    assert not ListVersion.objects.exists()
