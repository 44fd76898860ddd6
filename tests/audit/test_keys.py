"""Keys of the log are replaced: old rows stay provable under the old key, and a checkpoint says who signs next."""

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from houvast.audit.events import Event
from houvast.audit.models import Entry
from houvast.audit.rules.checkpoints import public_key
from houvast.audit.rules.keys import AuditKeys, key_name, signing_key
from houvast.audit.rules.rows import entry_hash
from houvast.audit.selectors import next_signer
from houvast.audit.services.act import act
from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
from houvast.audit.services.replace_lost_signing_key import NotLost, replace_lost_signing_key
from houvast.audit.services.rotate_keys import rotate_keys
from houvast.audit.services.seal_log import OtherKey, seal_log
from houvast.audit.verify import verify_database
from houvast.configuration import KEY_NAMES, practice_keys, problems
from houvast.kernel.actor import system
from tests.worlds import NOW

OLD, NEW, OTHER = (hashlib.sha256(name).digest() for name in (b"old", b"new", b"other"))
ROBOT = system("tests")
COUNTED = Event("tests.counted", "telde iets")


def base64_of(key: bytes) -> str:
    return base64.b64encode(key).decode()


def environment(**changed: str) -> dict[str, str]:
    """Give an environment that may start, but for what is changed."""
    keys = {name: base64_of(hashlib.sha256(name.encode()).digest()) for name in KEY_NAMES}
    return {**keys, "DATABASE_URL": "postgresql://db/houvast", "HOUVAST_HOSTS": "houvast.voorbeeld.internal", **changed}


def test_a_row_is_hashed_under_the_key_that_it_names() -> None:
    before, after = AuditKeys(OLD), AuditKeys(NEW, (OLD,))
    assert (before.name, after.name) == ("", key_name(NEW))
    assert before.hash("", {"number": 1}) == after.hash("", {"number": 1}) == entry_hash(OLD, "", {"number": 1})
    told = {"number": 1, "key": key_name(NEW)}
    assert after.hash("", told) == AuditKeys(OTHER, (NEW, OLD)).hash("", told) == entry_hash(NEW, "", told)
    assert before.hash("", told) == ""


def test_a_key_is_named_by_the_beginning_of_a_digest_that_says_what_it_is_of() -> None:
    """Rows of earlier years carry this name: it may never be made in another way."""
    assert key_name(OLD) == sha256(b"houvast audit key " + OLD).hexdigest()[:16]


def test_the_signing_key_is_the_one_that_the_last_checkpoint_names() -> None:
    assert signing_key("", (OLD, NEW)) == OLD
    assert signing_key(public_key(NEW), (OLD, NEW)) == NEW
    assert signing_key(public_key(OTHER), (OLD, NEW)) is None


@contextmanager
def keys(
    audit: bytes, signing: bytes, *, old: tuple[bytes, ...] = (), following: tuple[bytes, ...] = ()
) -> Iterator[None]:
    """Work under these keys."""
    with override_settings(
        HOUVAST_AUDIT_KEY=audit,
        HOUVAST_SIGNING_KEY=signing,
        HOUVAST_OLD_AUDIT_KEYS=old,
        HOUVAST_NEXT_SIGNING_KEY=following,
    ):
        yield


def happens() -> None:
    """Put something on record, and seal it."""
    with act(COUNTED, actor=ROBOT, now=NOW):
        pass
    seal_log(now=NOW)


@pytest.mark.django_db
def test_keys_are_replaced_step_by_step_and_everything_stays_provable(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    with keys(OLD, OLD):
        happens()
    with keys(NEW, OLD, old=(OLD,), following=(NEW,)):
        assert rotate_keys(actor=ROBOT, now=NOW)
        assert next_signer() == public_key(NEW)
        happens()  # a server that has both keys goes on, under the next one
        assert not rotate_keys(actor=ROBOT, now=NOW)
        happens()
    with keys(NEW, NEW, old=(OLD,)):
        happens()
        hand_over_checkpoints(file)
        found = verify_database(file)
        assert found.is_whole
        assert found.keys == {public_key(OLD), public_key(NEW)}
    with keys(NEW, NEW):
        broken = verify_database(file)
        assert broken.row is not None
    with keys(NEW, OTHER, old=(OLD,)), pytest.raises(OtherKey):
        seal_log(now=NOW)
    rotated = Entry.objects.filter(event="log.keys_rotated").order_by("number")
    assert [row.details["signing_key"] for row in rotated] == [public_key(NEW), ""]
    assert {row.details["audit_key"] for row in rotated} == {key_name(NEW)}
    assert list(Entry.objects.order_by("number").values_list("key", flat=True)) == ["", *[key_name(NEW)] * 5]


@pytest.mark.django_db
def test_after_the_key_was_lost_a_new_one_goes_on_and_everybody_sees_the_break(tmp_path: Path) -> None:
    file = tmp_path / "controlepunten.jsonl"
    with keys(OLD, OLD):
        happens()
        with pytest.raises(NotLost):
            replace_lost_signing_key(actor=ROBOT, now=NOW)
    with keys(OLD, NEW):
        assert replace_lost_signing_key(actor=ROBOT, now=NOW) == 2
        happens()
        hand_over_checkpoints(file)
        found = verify_database(file)
    assert (found.is_whole, found.unsigned) == (True, 0)
    told = [(each.key, each.first, each.last, each.broke) for each in found.stretches]
    assert told == [(public_key(OLD), 1, 1, False), (public_key(NEW), 2, 3, True)]
    entry = Entry.objects.get(event="log.signing_key_lost")
    assert (entry.details["lost_key"], entry.details["signing_key"]) == (public_key(OLD), public_key(NEW))
    assert (entry.details["checkpoint"], len(str(entry.details["digest"]))) == (1, 64)


@pytest.mark.django_db
def test_a_rotation_that_broke_off_is_done_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with keys(OLD, OLD, following=(NEW,)):
        happens()
        with monkeypatch.context() as broken:
            broken.setattr("houvast.audit.services.rotate_keys.seal_log", None)
            with pytest.raises(TypeError):
                rotate_keys(actor=ROBOT, now=NOW)
        assert next_signer() == public_key(OLD)
        assert rotate_keys(actor=ROBOT, now=NOW)
        assert next_signer() == public_key(NEW)


def test_an_environment_with_good_keys_has_no_problems() -> None:
    assert problems(environment()) == []
    rotating = environment(HOUVAST_OLD_AUDIT_KEYS=f"{base64_of(OLD)}, {base64_of(NEW)}")
    assert problems({**rotating, "HOUVAST_NEXT_SIGNING_KEY": base64_of(OTHER)}) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"HOUVAST_SIGNING_KEY": ""}, "HOUVAST_SIGNING_KEY ontbreekt."),
        ({"HOUVAST_SIGNING_KEY": base64_of(OLD[:16])}, "HOUVAST_SIGNING_KEY is geen base64 van 32 bytes."),
        ({"HOUVAST_AUDIT_KEY": base64_of(b"geheim!!" * 4)}, "HOUVAST_AUDIT_KEY is geen willekeurige sleutel."),
        ({"HOUVAST_VAULT_KEY": base64_of(bytes(32))}, "HOUVAST_VAULT_KEY is geen willekeurige sleutel."),
        ({"HOUVAST_OLD_AUDIT_KEYS": "geheim"}, "HOUVAST_OLD_AUDIT_KEYS is geen base64 van 32 bytes."),
        ({"HOUVAST_NEXT_SIGNING_KEY": f"{base64_of(OLD)},{base64_of(NEW)}"}, "HOUVAST_NEXT_SIGNING_KEY is geen"),
        ({"HOUVAST_OLD_AUDIT_KEYS": environment()["HOUVAST_BSN_KEY"]}, "In HOUVAST_OLD_AUDIT_KEYS staat een sleutel"),
        ({"HOUVAST_OLD_VAULT_KEYS": base64_of(OLD), "HOUVAST_OLD_BSN_KEYS": base64_of(OLD)}, "In HOUVAST_OLD_BSN_KEYS"),
        ({"HOUVAST_NEXT_SIGNING_KEY": base64_of(bytes(32))}, "HOUVAST_NEXT_SIGNING_KEY is geen willekeurige sleutel."),
        ({"HOUVAST_BSN_KEY": base64_of(bytes(range(32)))}, "HOUVAST_BSN_KEY is geen willekeurige sleutel."),
    ],
)
def test_short_missing_and_made_up_keys_stop_houvast(changed: dict[str, str], told: str) -> None:
    (line,) = problems(environment(**changed))
    assert line.startswith(told)


def test_a_practice_region_of_an_older_version_gets_the_key_that_it_lacks(tmp_path: Path) -> None:
    first: dict[str, str] = {"HOUVAST_PRACTICE": "1", "HOUVAST_DATA_DIR": str(tmp_path)}
    practice_keys(first, tmp_path)
    store = tmp_path / "oefensleutels.env"
    kept = [line for line in store.read_text().splitlines(keepends=True) if "SIGNING" not in line]
    store.write_text("".join(kept))
    again: dict[str, str] = {"HOUVAST_PRACTICE": "1", "HOUVAST_DATA_DIR": str(tmp_path)}
    practice_keys(again, tmp_path)
    assert again["HOUVAST_AUDIT_KEY"] == first["HOUVAST_AUDIT_KEY"]
    assert len(base64.b64decode(again["HOUVAST_SIGNING_KEY"])) == 32
    assert settings.HOUVAST_OLD_AUDIT_KEYS == ()
