"""Recognise without keeping: hashes under a key that is not in the database."""

import hashlib
import hmac

from django.conf import settings


def keyed_hash(kind: str, *texts: str) -> str:
    """Give the hash (HMAC-SHA256, hexadecimal) of texts that may hold a name or a BSN.

    `kind` keeps hashes of different things apart. The key is that of the BSN index.
    """
    content = "\x1f".join((f"intake.{kind}", *texts))
    return hmac.new(settings.HOUVAST_BSN_KEY, content.encode(), hashlib.sha256).hexdigest()
