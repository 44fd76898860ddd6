"""What day it is here: the server in these tests reads the real clock, also in the hour that UTC is a day behind."""

from datetime import date

from houvast.kernel.working_time import in_amsterdam
from houvast.web.clock import read_clock


def today() -> date:
    """Give today in Amsterdam."""
    return in_amsterdam(read_clock()).date()
