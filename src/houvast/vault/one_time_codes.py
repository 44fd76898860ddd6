"""Make codes and try them: random, and kept as hashes under a key that is not in the database."""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from houvast.kernel.one_time_codes import CODE_DIGITS, KeptCode, Tried

_CODE = "houvast.one_time_code"


def new_code() -> str:
    """Give a code of six digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def digest_of_code(code_id: UUID, typed: str) -> str:
    """Hash a code for its row, however it was typed: with spaces or dashes."""
    digits = "".join(sign for sign in typed if sign.isdecimal())
    return salted_hmac(_CODE, f"{code_id}:{digits}", algorithm="sha256").hexdigest()


def tried(code: KeptCode | None, typed: str, *, now: datetime) -> Tried:
    """Say what comes of typing this, in the same time for every wrong code; the caller counts the try."""
    if code is None or not code.can_be_tried(now):
        return Tried.NO_CODE
    right = hmac.compare_digest(code.digest, digest_of_code(code.id, typed))
    return Tried.RIGHT if right else Tried.WRONG
