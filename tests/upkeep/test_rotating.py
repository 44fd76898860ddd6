"""Keys are replaced by a command while everything can be read, and what broke off is done the next time."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.directory.selectors import viewer_of
from houvast.directory.services.steps.factor import store_factor
from houvast.intake.models import Concern
from houvast.intake.rules.person import PersonFacts
from houvast.intake.selectors.persons import known_persons
from houvast.intake.services.steps.file_concern import incident_index
from houvast.residents.models import Resident
from houvast.residents.selectors import known_as, search_keys_fit
from houvast.residents.services import reindex_residents
from houvast.residents.services.register_resident import NewResident, register_resident
from houvast.residents.services.reindex_residents import Reindexed
from houvast.upkeep.rotating import NotCleanedUp, rotate_bsn_key, rotate_vault_key
from houvast.vault.models import Epoch
from houvast.vault.sealing import BrokenSeal, bsn_index, forget_secrets, open_secret, unseal_under_master
from houvast.vault.services.create_key import create_key
from houvast.vault.services.destroy_key import destroy_key
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_world

NEW, OTHER = bytes(range(1, 33)), bytes(range(2, 34))
BSNS = ("999990019", "999990020", "999990032")


def hush(line: str) -> None:
    """Say nothing."""


def register(world: World, bsn: str) -> None:
    """Register somebody with this BSN."""
    new = NewResident(world.municipality.id, world.organisation.id, "oggz", "Verzonnen", bsn=bsn)
    register_resident(actor=world.actor("sanne"), now=NOW, new=new)


def found(world: World, bsn: str) -> bool:
    """Say whether somebody is known by this BSN."""
    return any(each.same_bsn for each in known_as(world.municipality.id, bsn=bsn, surname="", birth_date=None))


def test_the_master_key_is_replaced_and_the_one_from_before_opens_nothing(committed: str, own_folders: Path) -> None:
    old = settings.HOUVAST_VAULT_KEY
    world = make_world()
    account = Account.objects.create(username="verzonnen", member=world.members["sanne"])
    store_factor(account.id, "geheim")
    with override_settings(HOUVAST_VAULT_KEY=NEW, HOUVAST_OLD_VAULT_KEYS=(old,)):
        forget_secrets()
        open_secret(Epoch.objects.get().id)  # a server that was started with both keys reads on
        for _ in range(2):
            rotate_vault_key(now=NOW, say=hush)
    epoch = Epoch.objects.latest("number")
    factor = account.authenticator_set.get()
    assert epoch.number == 2  # the second time there was nothing left to wrap
    with override_settings(HOUVAST_VAULT_KEY=NEW):
        open_secret(epoch.id)
        assert unseal_under_master(str(factor.data["secret"]), place="totp") == "geheim"
    with pytest.raises(BrokenSeal):
        open_secret(epoch.id)
    with override_settings(HOUVAST_VAULT_KEY=OTHER, HOUVAST_OLD_VAULT_KEYS=(NEW,)):
        destroy_key(create_key(now=NOW), now=NOW)
        with pytest.raises(NotCleanedUp):
            rotate_vault_key(now=NOW, say=hush)
    told = Entry.objects.filter(actor_name="keys-rotate").order_by("number").values_list("event", flat=True)
    assert list(told) == ["vault.epoch_begun", *["account.factors_sealed_anew"] * 2]


@pytest.mark.django_db
def test_the_key_of_the_bsn_index_is_replaced_in_pieces_and_everybody_is_found_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world, old = make_world(), settings.HOUVAST_BSN_KEY
    monkeypatch.setattr(reindex_residents, "AT_ONCE", 1)
    for bsn in BSNS[:2]:
        register(world, bsn)
    concern = make_concern(world, make_point(world), person=PersonFacts(surname="Ander", bsn=BSNS[0]), incident="P-1")
    with override_settings(HOUVAST_BSN_KEY=NEW, HOUVAST_OLD_BSN_KEYS=(old,)):
        register(world, BSNS[2])
        done = Reindexed(None)
        while not done.changed:
            done = reindex_residents.reindex_residents(actor=world.actor("privacy"), now=NOW, after=done.last)
        assert done.changed == 1  # and here it broke off
        assert [found(world, bsn) for bsn in BSNS] == [True] * 3
        assert search_keys_fit()
        (likely,) = known_persons(viewer_of(world.actor("marit"), now=NOW), concern.id, now=NOW)
        assert likely.bsn_known
        assert rotate_bsn_key(now=NOW, say=hush)
        assert rotate_bsn_key(now=NOW, say=hush)
    with override_settings(HOUVAST_BSN_KEY=NEW):
        assert [found(world, bsn) for bsn in BSNS] == [True] * 3
        assert search_keys_fit()
        stored = Concern.objects.get(pk=concern.id)
        assert (stored.bsn_index, stored.incident_index) == (bsn_index(BSNS[0]), incident_index("P-1"))
    with override_settings(HOUVAST_BSN_KEY=OTHER):
        assert not search_keys_fit()
    rows = Entry.objects.filter(event="resident.bsns_reindexed")
    assert [row.details for row in rows] == [{"residents": 1}] * 2


@pytest.mark.django_db
def test_two_residents_with_one_bsn_are_told_and_left_as_they_are() -> None:
    world, said = make_world(), list[str]()
    register(world, BSNS[0])
    with override_settings(HOUVAST_BSN_KEY=NEW):  # a server that was not given the key from before
        register(world, BSNS[0])
    with override_settings(HOUVAST_BSN_KEY=NEW, HOUVAST_OLD_BSN_KEYS=(settings.HOUVAST_BSN_KEY,)):
        assert not rotate_bsn_key(now=NOW, say=said.append)
        assert Resident.objects.filter(bsn_index=bsn_index(BSNS[0])).count() == 1
    assert len(said) == 2
