"""When it is here: each test begins a day after what is in its world, so that it is green in a year as well."""

import time
from datetime import date, timedelta

from houvast.kernel.working_time import in_amsterdam
from houvast.web.clock import read_clock
from tests.worlds import NOW


class Ticking:
    """In the place of `time` where the server reads the clock: it ticks, from Tuesday 24 November 2026, 10.30."""

    def __init__(self) -> None:
        """Begin."""
        self._ahead = time.time() - (NOW + timedelta(days=1)).timestamp()

    def time(self) -> float:
        """Give the seconds since 1970."""
        return time.time() - self._ahead


def today() -> date:
    """Give today in Amsterdam."""
    return in_amsterdam(read_clock()).date()
