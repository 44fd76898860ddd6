"""The secret of a link: made at random, kept as a hash under a key that is not in the database."""

import secrets

from django.utils.crypto import salted_hmac

_SECRET_BYTES = 24
_LINK = "houvast.plans.link"


def new_secret() -> str:
    """Give the secret of a link: 192 random bits, in signs that an address takes."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest_of_secret(secret: str) -> str:
    """Hash the secret of a link."""
    return salted_hmac(_LINK, secret, algorithm="sha256").hexdigest()
