"""What making and using an activation code agree on."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

VALID = timedelta(days=3)
"""How long a code can be used. *Verzonnen*: long enough to hand it over before a weekend, too short to lie about."""

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 16
_READ_AS = str.maketrans("OIL", "011")
_SALT = "houvast.directory.activation"


def new_code() -> str:
    """Give a code of 80 random bits, in signs that are hard to mistake (Crockford's base 32)."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))


def digest_of(account_id: UUID, typed: str) -> str:
    """Hash a code for its account, however it was typed: in small letters, with spaces or dashes, O for 0."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_READ_AS)
    return salted_hmac(_SALT, f"{account_id}:{signs}", algorithm="sha256").hexdigest()
