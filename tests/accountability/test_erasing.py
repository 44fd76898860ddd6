"""Doing again what the ledger says was destroyed: what goes by itself, and what is not there or was emptied already."""

from datetime import timedelta
from uuid import UUID

from houvast.accountability.models import Destruction
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.replay_destruction import replay_destruction
from houvast.cases.models import Case, Note
from houvast.cases.services.write_note import write_note
from houvast.intake.models import Concern
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.residents.models import Resident
from houvast.safety_house.models import FileAccess, HouseFile
from houvast.upkeep.destroying import ACTOR
from houvast.upkeep.owner import as_owner
from houvast.vault.models import Key
from tests.accountability.worlds import LATER
from tests.intake.worlds import make_concern, make_point
from tests.plans.worlds import add_plan
from tests.safety_house.worlds import make_referable
from tests.worlds import World, make_resident, make_world

NOBODY_PROPOSES = frozenset({UnitKind.COLLEAGUE_QUESTION})


def _line(world: World, kind: UnitKind, unit_id: UUID, **also: list[str]) -> dict[str, object]:
    by = {each: None if kind in NOBODY_PROPOSES else str(new_id()) for each in ("proposed_by_id", "approved_by_id")}
    what = {"unit": kind.value, "unit_id": str(unit_id), "municipality_id": str(world.municipality.id)}
    return {"id": str(new_id()), **what, **by, "code": "", "also": also, "clocks": [], "destroyed_at": str(LATER)}


def _replays(line: dict[str, object], *, days: int = 0) -> bool:
    return replay_destruction(actor=ACTOR, now=LATER + timedelta(days=days), line=line)


def _destroys(world: World, kind: UnitKind, unit_id: UUID, *, days: int = 0) -> bool:
    return _replays(_line(world, kind, unit_id), days=days)


def test_what_a_backup_does_not_have_is_certified_once_and_nothing_is_destroyed(db: None) -> None:
    world, nowhere = make_world(), [str(new_id())]
    for line in [_line(world, kind, new_id(), concerns=nowhere, residents=nowhere) for kind in UnitKind]:
        assert [_replays(line), _replays(line)] == [False, False]
    assert sorted(Destruction.objects.values_list("unit", flat=True)) == sorted(UnitKind)


def test_a_note_of_a_partner_and_the_file_of_a_house_go_before_their_case(committed: str) -> None:
    referable = make_referable()
    world, case_id = referable.world, referable.case_id
    add_plan(world.actor("sanne"), case_id, Owner(member_id=referable.id("yara")))
    first, second = (
        write_note(actor=referable.actor("yara"), now=LATER, case_id=case_id, part=Note.Part.GENERAL, text=text)
        for text in ("Wil slapen.", "Slaapt.")
    )
    own = write_note(actor=world.actor("sanne"), now=LATER, case_id=case_id, part=Note.Part.GENERAL, text="Gebeld.")
    file_id = referable.accepted()
    with as_owner():
        assert _destroys(world, UnitKind.PARTNER_NOTE, first)
        assert not _destroys(world, UnitKind.PARTNER_NOTE, own)
        assert _destroys(world, UnitKind.HOUSE_FILE, file_id)
        assert not FileAccess.objects.filter(file=file_id, withdrawn_at=None).exists()
        keys = dict(Note.objects.filter(case=case_id).values_list("pk", "key"))
        gone = {keys[first], HouseFile.objects.get(pk=file_id).key_id}
        assert set(Key.objects.exclude(destroyed_at=None).values_list("pk", flat=True)) == gone
        assert _destroys(world, UnitKind.CASE, case_id, days=1)
    days = {each.pk: each.destroyed_at for each in Key.objects.exclude(destroyed_at=None)}
    assert {key: days[key] for key in gone} == dict.fromkeys(gone, LATER)
    assert days[keys[second]] == days[Case.objects.get(pk=case_id).key_id] == LATER + timedelta(days=1)


def test_what_was_emptied_stays_as_it_is_when_a_later_certificate_names_it_too(db: None) -> None:
    world = make_world()
    concern, whom = make_concern(world, make_point(world)).id, make_resident(world)
    also = {"residents": [str(whom.id)]}
    assert _replays(_line(world, UnitKind.CONCERN, concern, **also))
    assert (Concern.objects.get(pk=concern).surname, Resident.objects.get(pk=whom.id).surname) == ("", "")
    for named, there in (({"concerns": [str(concern)]}, False), (also, True)):
        assert _replays(_line(world, UnitKind.CONCERN, new_id(), **named), days=1) is there
    assert set(Key.objects.exclude(destroyed_at=None).values_list("destroyed_at", flat=True)) == {LATER}
