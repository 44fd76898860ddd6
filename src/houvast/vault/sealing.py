"""Seal and open text. AES-256-GCM (NIST SP 800-38D); the place of the text is bound in, so it cannot be moved."""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from houvast.vault.models import Key

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


def wrap_new(key: Key) -> None:
    """Put a fresh random key into the row, wrapped under the master key."""
    key.wrapped = _seal(settings.HOUVAST_VAULT_KEY, AESGCM.generate_key(bit_length=256), f"key:{key.id}")


def seal(key: Key, text: str, *, place: str) -> bytes:
    """Seal text under a key. `place` ("table.column:row id") is needed again to open it. Empty text stays empty."""
    if not text:
        return b""
    return _seal(_open(settings.HOUVAST_VAULT_KEY, bytes(key.wrapped), f"key:{key.id}"), text.encode(), place)


def unseal(key: Key, sealed: bytes | memoryview, *, place: str) -> str:
    """Open sealed text; raises `BrokenSeal` when it was changed or moved."""
    if not sealed:
        return ""
    return _open(_open(settings.HOUVAST_VAULT_KEY, bytes(key.wrapped), f"key:{key.id}"), bytes(sealed), place).decode()


def bsn_index(bsn: str) -> str:
    """Give the search key of a BSN: HMAC-SHA256 under a key that is not in the database, hexadecimal."""
    return hmac.new(settings.HOUVAST_BSN_KEY, bsn.encode(), hashlib.sha256).hexdigest()


def seal_under_master(text: str, *, place: str) -> str:
    """Seal a secret of the house itself, such as that of a second factor, straight under the master key; base64."""
    return base64.b64encode(_seal(settings.HOUVAST_VAULT_KEY, text.encode(), place)).decode()


def unseal_under_master(sealed: str, *, place: str) -> str:
    """Open what was sealed under the master key; raises `BrokenSeal` when it was changed or moved."""
    return _open(settings.HOUVAST_VAULT_KEY, base64.b64decode(sealed), place).decode()
