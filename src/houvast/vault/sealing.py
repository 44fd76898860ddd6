"""Seal and open text. AES-256-GCM (NIST SP 800-38D); the place of the text is bound in, so it cannot be moved."""

import base64
import hashlib
import hmac
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from houvast.vault.key_store import keep_secret, read_secret
from houvast.vault.models import Epoch, Key

_NONCE_BYTES = 12


class BrokenSeal(Exception):
    """The text was changed, moved to another place, or sealed under another key."""


def _seal(key: bytes, data: bytes, place: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def _open(key: bytes, sealed: bytes, place: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
    except InvalidTag as broken:
        raise BrokenSeal(place) from broken


def make_secret(family: UUID, epoch: UUID) -> None:
    """Give an epoch its secret: random, sealed under the master key, in the key store."""
    secret = AESGCM.generate_key(bit_length=256)
    keep_secret(family, epoch, _seal(settings.HOUVAST_VAULT_KEY, secret, f"epoch:{epoch}"))


def _masters() -> tuple[bytes, ...]:
    """Give the master key, and those from before it as long as it is being replaced."""
    return (settings.HOUVAST_VAULT_KEY, *settings.HOUVAST_OLD_VAULT_KEYS)


def _open_under(masters: Sequence[bytes], sealed: bytes, place: str) -> bytes:
    for master in masters:
        with suppress(BrokenSeal):
            return _open(master, sealed, place)
    raise BrokenSeal(place)


@lru_cache(maxsize=8)
def _opened(masters: tuple[bytes, ...], store: str, epoch: UUID) -> bytes:
    """Give the secret of an epoch; read once by each process, for another store or master key anew."""
    return _open_under(masters, read_secret(epoch), f"epoch:{epoch}")


def _secret(epoch: UUID) -> bytes:
    return _opened(_masters(), str(settings.HOUVAST_KEY_STORE), epoch)


def open_secret(epoch: UUID) -> None:
    """Try to open the secret of an epoch, from the store itself. Raises `SecretMissing` or `BrokenSeal`."""
    _open_under(_masters(), read_secret(epoch), f"epoch:{epoch}")


def is_under_master_of_now(epoch: UUID) -> bool:
    """Say whether the secret of an epoch is sealed under the master key of now, and not under one from before."""
    try:
        _open(settings.HOUVAST_VAULT_KEY, read_secret(epoch), f"epoch:{epoch}")
    except BrokenSeal:
        return False
    return True


def forget_secrets() -> None:
    """Forget the secrets that this process has read."""
    _opened.cache_clear()


def wrap_new(key: Key, epoch: Epoch) -> None:
    """Put a fresh random key into the row, wrapped under the secret of its epoch."""
    _wrap(key, AESGCM.generate_key(bit_length=256), epoch)


def wrap_anew(key: Key, epoch: Epoch) -> None:
    """Take the key out of its wrapping and wrap it in a new epoch; what was sealed under it stays as it is."""
    _wrap(key, _bare(key), epoch)


def _wrap(key: Key, bare: bytes, epoch: Epoch) -> None:
    key.wrapped = _seal(_secret(epoch.id), bare, f"key:{key.id}")
    key.epoch_id = epoch.id


def _bare(key: Key) -> bytes:
    place = f"key:{key.id}"
    if key.epoch_id is None:
        return _open_under(_masters(), bytes(key.wrapped), place)
    return _open(_secret(key.epoch_id), bytes(key.wrapped), place)


def seal(key: Key, text: str, *, place: str) -> bytes:
    """Seal text under a key. `place` ("table.column:row id") is needed again to open it. Empty text stays empty."""
    return _seal(_bare(key), text.encode(), place) if text else b""


def unseal(key: Key, sealed: bytes | memoryview, *, place: str) -> str:
    """Open sealed text; raises `BrokenSeal` when it was changed or moved.

    Under a destroyed key there is nothing left to read: that is empty text, and no error.
    """
    if not sealed or not key.wrapped:
        return ""
    return _open(_bare(key), bytes(sealed), place).decode()


def seal_under_both(own: Key, origin: Key | None, text: str, *, place: str) -> bytes:
    """Seal a copy, so that it is unreadable when either its own key or that of what it was copied from is destroyed."""
    return seal(own, seal(origin, text, place=place).hex() if origin else text, place=place)


def unseal_under_both(own: Key, origin: Key | None, sealed: bytes | memoryview, *, place: str) -> str:
    """Open a copy; empty text when one of both keys was destroyed. Raises `BrokenSeal`."""
    text = unseal(own, sealed, place=place)
    return unseal(origin, bytes.fromhex(text), place=place) if origin else text


def bsn_index(bsn: str) -> str:
    """Give the search key of a BSN: HMAC-SHA256 under a key that is not in the database, hexadecimal."""
    return bsn_indexes(bsn)[0]


def bsn_indexes(bsn: str) -> tuple[str, ...]:
    """Give every search key that may be stored of a BSN: that of now, and those under keys from before it."""
    return keyed_hashes(bsn)


def keyed_hashes(content: str) -> tuple[str, ...]:
    """Give the hash of a text under the key of the BSN index, and then under those from before it."""
    keys = (settings.HOUVAST_BSN_KEY, *settings.HOUVAST_OLD_BSN_KEYS)
    return tuple(hmac.new(key, content.encode(), hashlib.sha256).hexdigest() for key in keys)


def seal_under_master(text: str, *, place: str) -> str:
    """Seal a secret of the house itself, such as that of a second factor, straight under the master key; base64."""
    return base64.b64encode(_seal(settings.HOUVAST_VAULT_KEY, text.encode(), place)).decode()


def unseal_under_master(sealed: str, *, place: str) -> str:
    """Open what was sealed under the master key; raises `BrokenSeal` when it was changed or moved."""
    return _open_under(_masters(), base64.b64decode(sealed), place).decode()
