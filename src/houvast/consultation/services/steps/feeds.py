"""What making and reading a calendar address agree on."""

import hashlib


def digest_of(secret: str) -> str:
    """Hash the secret part of an address. It holds 256 random bits, so there is nothing to guess and no salt needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
