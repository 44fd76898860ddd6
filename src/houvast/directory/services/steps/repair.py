"""What both halves of a repair agree on."""

from datetime import timedelta

VALID = timedelta(days=1)
"""How long an asked repair can be approved. *Verzonnen*: long enough for a colleague, too short to lie about."""
