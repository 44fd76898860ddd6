"""The one clock. The door reads it once for each request and hands `now` on; nothing behind the door reads a clock."""

import time
from datetime import UTC, datetime


def read_clock() -> datetime:
    """Give this moment, in UTC."""
    return datetime.fromtimestamp(time.time(), tz=UTC)
