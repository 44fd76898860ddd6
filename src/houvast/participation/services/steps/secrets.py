"""The personal code: made at random, kept as a hash under a key that is not in the database."""

import secrets

from django.utils.crypto import salted_hmac

from houvast.participation.rules.personal_codes import LENGTH, SIGNS

_PERSONAL = "houvast.participation.personal_code"


def new_personal_code() -> str:
    """Give a code of twelve signs."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def digest_of_personal_code(signs: str) -> str:
    """Hash a personal code."""
    return salted_hmac(_PERSONAL, signs, algorithm="sha256").hexdigest()
