"""Reading police lists into the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from houvast.audit.models import Entry
from houvast.intake.models import Concern, Import, RepairRow, ReportingPoint
from houvast.intake.services import import_list as module
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.intake.services.steps.file_concern import TEXT_PLACE
from houvast.kernel.actor import system
from houvast.kernel.errors import Invalid, Refused
from houvast.vault.models import Key
from houvast.vault.sealing import unseal
from tests.intake.worlds import make_point, make_ten
from tests.worlds import NOW, make_world

pytestmark = pytest.mark.django_db

EXAMPLE = (Path(__file__).parent / "data" / "e33-voorbeeld.csv").read_bytes()
HEADER = "Incidentnummer;Datum kennisname;Achternaam;Voornamen;Geboortedatum;BSN;Gemeente;Toelichting\n"


def everything() -> list[int]:
    return [model.objects.count() for model in (Concern, RepairRow, Import, Key, Entry, ReportingPoint)]


def small(*rows: str) -> bytes:
    return (HEADER + "\n".join(rows) + "\n").encode()


def test_the_invented_list_gives_the_agreed_numbers_and_as_many_concerns() -> None:
    make_ten()
    report = import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)
    assert (report.read, report.accepted, report.already_known) == (240, 229, 3)
    assert [finding.row for finding in report.refused] == [32, 77, 92, 107, 137, 182, 197, 212]
    assert [finding.row for finding in report.warnings] == [17, 62, 122, 167, 227]
    assert Concern.objects.count() == 229
    assert RepairRow.objects.filter(state="waiting").count() == 8
    assert Concern.objects.values("municipality").distinct().count() == 10


def test_a_dry_run_writes_nothing_and_gives_the_same_report() -> None:
    make_ten()
    before = everything()
    preview = import_list(actor=LIST_READER, now=NOW, content=EXAMPLE, dry_run=True)
    assert everything() == before
    assert import_list(actor=LIST_READER, now=NOW, content=EXAMPLE).as_json() == preview.as_json()


def test_the_same_list_again_adds_nothing_and_doubles_no_row_to_repair() -> None:
    make_ten()
    import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)
    preview = import_list(actor=LIST_READER, now=NOW, content=EXAMPLE, dry_run=True)
    with override_settings(HOUVAST_BSN_KEY=bytes(range(32)), HOUVAST_OLD_BSN_KEYS=(settings.HOUVAST_BSN_KEY,)):
        again = import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)  # also after the key was replaced
    assert (again.accepted, again.already_known, len(again.refused), again.warnings) == (0, 232, 8, [])
    assert preview.as_json() == again.as_json()
    assert (Concern.objects.count(), RepairRow.objects.count()) == (229, 8)


def test_the_same_list_in_another_make_adds_nothing_either() -> None:
    make_ten()
    import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)
    other = EXAMPLE.decode("cp1252").replace("\r\n", "\n").encode("utf-8-sig")
    assert import_list(actor=LIST_READER, now=NOW, content=other).accepted == 0
    assert RepairRow.objects.count() == 8


def test_a_known_person_without_bsn_is_recognised_and_a_second_person_in_the_incident_is_new() -> None:
    make_ten()
    import_list(
        actor=LIST_READER, now=NOW, content=small("PL1;22-11-2026;Vegt;Yara;25-05-1998;132496689;Eemsdelta;Zorgen.")
    )
    again = small(
        "pl 1;22-11-2026;VEGT;yara;25-05-1998;;Eemsdelta;Anders.", "PL1;22-11-2026;Vegt;Yvo;25-05-1998;;Eemsdelta;"
    )
    report = import_list(actor=LIST_READER, now=NOW, content=again)
    assert (report.accepted, report.already_known) == (1, 1)


def test_a_concern_keeps_its_text_sealed_and_its_bsn_nowhere_in_the_clear() -> None:
    make_ten()
    content = small("PL1;22-11-2026;Vegt;Yara;25-05-1998;132496689;Eemsdelta;Zorgen om Yara.")
    import_list(actor=LIST_READER, now=NOW, content=content)
    concern = Concern.objects.select_related("key").get()
    stored = "".join(str(bytes(v) if isinstance(v, memoryview) else v) for v in Concern.objects.values_list().get())
    assert "132496689" not in stored
    assert "Zorgen" not in stored
    assert concern.key is not None
    assert unseal(concern.key, concern.text_sealed, place=f"{TEXT_PLACE}:{concern.id}") == "Zorgen om Yara."
    assert (concern.birth_year, concern.birth_month, concern.birth_day, concern.step) == (1998, 5, 25, "oggz")


def test_the_clock_starts_with_the_first_step_of_the_point() -> None:
    world = make_world()
    make_point(world, "public_order", "oggz", source=ReportingPoint.Source.POLICE_E33)
    import_list(actor=world.actor("marit"), now=NOW, content=small("PL1;22-11-2026;Vegt;;;;Eemsdelta;"))
    concern = Concern.objects.get()
    assert (concern.step, concern.ground, concern.state) == ("public_order", "public_order", "waiting")
    # NOW is Monday 10.30 in Amsterdam; nine working hours of 8 to 17 end on Tuesday at 10.30.
    assert concern.decide_before.isoformat() == "2026-11-24T09:30:00+00:00"


def test_a_closed_point_gives_way_to_the_first_open_one_by_name() -> None:
    world = make_world()
    for number, active in enumerate((False, True, True)):
        point = make_point(world, source=ReportingPoint.Source.POLICE_E33, name=f"Politie {number}")
        ReportingPoint.objects.filter(pk=point.pk).update(active=active)
    import_list(actor=world.actor("marit"), now=NOW, content=small("PL1;22-11-2026;Vegt;;;;Eemsdelta;"))
    assert Concern.objects.get().point.name == "Politie 1"


def test_a_person_imports_for_their_own_municipality_only_and_nothing_of_another_is_kept() -> None:
    world = make_world()
    make_ten(besides="Eemsdelta")
    rows = small(
        "PL1;22-11-2026;Vegt;Yara;;;Eemsdelta;",
        "PL2;22-11-2026;Bakker;Kim;;;Pekela;",
        "PL3;31-02-2026;Prins;Bo;;;Pekela;",
        "PL4;31-02-2026;Kallen;Ivan;;;Eemsdelta;",
        "PL5;22-11-2026;Stange;Jamie;;;Atlantis;",
    )
    report = import_list(actor=world.actor("marit"), now=NOW, content=rows)
    assert (report.accepted, [finding.row for finding in report.refused]) == (1, [3, 4, 5, 6])
    assert report.refused[0].column == "Gemeente"
    assert report.refused[0].reason == "U kunt alleen voor uw eigen gemeente inlezen."
    assert Concern.objects.get().municipality_id == world.municipality.id
    kept = RepairRow.objects.order_by("row").values_list("row", "municipality_id")
    assert list(kept) == [(5, world.municipality.id), (6, world.municipality.id)]


def test_what_another_municipality_filed_stays_unknown_to_a_person() -> None:
    make_ten(besides="Eemsdelta")
    world = make_world()
    import_list(actor=LIST_READER, now=NOW, content=small("PL1;22-11-2026;Vegt;Yara;25-05-1998;;Pekela;"))
    report = import_list(
        actor=world.actor("marit"), now=NOW, content=small("PL1;22-11-2026;Vegt;Yara;25-05-1998;;Eemsdelta;")
    )
    assert (report.accepted, report.already_known) == (1, 0)


@pytest.mark.parametrize("name", ["sanne", "beheer", "burg"])
def test_who_does_no_triage_imports_nothing_and_the_refusal_is_on_record(name: str) -> None:
    world = make_world()
    with pytest.raises(Refused):
        import_list(actor=world.actor(name), now=NOW, content=small("PL1;22-11-2026;Vegt;;;;Eemsdelta;"))
    assert Concern.objects.count() == 0
    assert list(Entry.objects.values_list("event", "outcome", "details")) == [
        ("import.begun", "refused", {"reason": "no_triage"})
    ]


def test_another_system_actor_imports_nothing() -> None:
    make_ten()
    with pytest.raises(Refused):
        import_list(actor=system("something-else"), now=NOW, content=EXAMPLE)
    assert Concern.objects.count() == 0


def test_a_file_that_is_no_list_says_so_and_leaves_nothing() -> None:
    make_ten()
    before = everything()
    with pytest.raises(Invalid) as refused:
        import_list(actor=LIST_READER, now=NOW, content=b"PK\x03\x04")
    assert refused.value.problems["file"].startswith("Dit is een werkmap")
    assert everything() == before


def test_an_empty_list_is_an_import_of_nothing() -> None:
    make_ten()
    assert import_list(actor=LIST_READER, now=NOW, content=HEADER.encode()).read == 0
    assert Import.objects.get().finished_at == NOW


def test_texts_that_are_longer_than_is_kept_are_cut_with_a_warning() -> None:
    make_ten()
    row = f"PL1;22-11-2026;{'Vegt' * 50};;;;Eemsdelta;"
    report = import_list(actor=LIST_READER, now=NOW, content=small(row, f"{'9' * 41};22-11-2026;V;;;;Eemsdelta;"))
    assert [(one.row, one.column) for one in report.warnings] == [(2, "Achternaam")]
    assert [(one.row, one.column) for one in report.refused] == [(3, "Incidentnummer")]
    assert len(Concern.objects.get().surname) == 120


def test_a_broken_off_import_is_completed_by_reading_the_list_again(monkeypatch: pytest.MonkeyPatch) -> None:
    make_ten()
    whole = module._parts

    def breaks_off(rows: Iterator[object]) -> Iterator[list[object]]:
        yield next(whole(rows))
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_parts", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)
    assert Import.objects.get().finished_at is None
    half = Concern.objects.count()
    assert 0 < half < 229
    assert Import.objects.get().accepted == half
    monkeypatch.undo()
    report = import_list(actor=LIST_READER, now=NOW, content=EXAMPLE)
    assert (report.accepted, report.accepted + report.already_known) == (229 - half, 232)
    assert Concern.objects.count() == 229


def test_the_log_says_who_read_which_rows_and_names_nobody() -> None:
    world = make_world()
    import_list(actor=world.actor("marit"), now=NOW, content=small("PL1;22-11-2026;Vegt;Yara;;;Eemsdelta;"))
    entries = list(Entry.objects.order_by("number").values_list("event", "details"))
    assert entries == [
        ("import.begun", {}),
        ("import.rows", {"first_row": 2, "last_row": 2}),
        ("import.finished", {"read": 1, "accepted": 1, "refused": 0}),
    ]


def test_each_municipality_reads_in_its_own_log_what_it_got_from_a_list_for_all() -> None:
    world = make_world()
    make_ten(besides="Eemsdelta")
    rows = ("PL1;22-11-2026;Vegt;;;;Eemsdelta;", ";22-11-2026;Wal;;;;Eemsdelta;", "PL3;22-11-2026;Bos;;;;Pekela;")
    import_list(actor=LIST_READER, now=NOW, content=small(*rows))
    received = Entry.objects.filter(event="import.received")
    assert received.get(municipality=world.municipality.id).details == {"accepted": 1, "refused": 1}
    assert received.count() == 2
