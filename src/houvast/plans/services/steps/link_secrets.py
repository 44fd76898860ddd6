"""The secret of a link and its code: made at random, kept as hashes under a key that is not in the database."""

import hmac
import secrets
from uuid import UUID

from django.utils.crypto import salted_hmac

from houvast.plans.rules.links import CODE_DIGITS

_SECRET_BYTES = 24
_LINK, _CODE = "houvast.plans.link", "houvast.plans.link_code"


def new_secret() -> str:
    """Give the secret of a link: 192 random bits, in signs that an address takes."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest_of_secret(secret: str) -> str:
    """Hash the secret of a link."""
    return salted_hmac(_LINK, secret, algorithm="sha256").hexdigest()


def new_code() -> str:
    """Give a code of six digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def digest_of_code(code_id: UUID, typed: str) -> str:
    """Hash a code for its row, however it was typed: with spaces or dashes."""
    digits = "".join(sign for sign in typed if sign.isdecimal())
    return salted_hmac(_CODE, f"{code_id}:{digits}", algorithm="sha256").hexdigest()


def is_code(code_id: UUID, digest: str, typed: str) -> bool:
    """Say whether this is the code, in the same time for every wrong one."""
    return hmac.compare_digest(digest, digest_of_code(code_id, typed))
