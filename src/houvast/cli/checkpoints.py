"""Makes the checkpoints of the log and raises alarms from it, for `houvast seal-log` and next to a server."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import time

MENDABLE = 1
LOOK_EVERY_SECONDS = 30


def now() -> datetime:
    """Give this moment, in UTC."""
    return datetime.fromtimestamp(time(), tz=UTC)


def make_checkpoint() -> int:
    """Make a checkpoint now, hand over every one that the second place lacks, and raise the alarms that are due."""
    from django.conf import settings

    from houvast.accountability.services.raise_alarms import raise_alarms
    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.audit.services.seal_log import seal_log
    from houvast.kernel.actor import system

    made = seal_log(now=now())
    hand_over_checkpoints(settings.HOUVAST_CHECKPOINT_FILE)
    raise_alarms(actor=system("alarm"), now=now())
    print(f"Controlepunt {made.number} is gemaakt en staat in {settings.HOUVAST_CHECKPOINT_FILE}.")
    for broken in made.broken:
        print(f"Keten {broken.chain} klopt niet vanaf regel {broken.number}. Die regel kreeg geen controlepunt.")
    return MENDABLE if made.broken else 0


def keep_going(is_open: Callable[[], bool]) -> None:
    """Make a checkpoint when it is time, as long as there is somebody to do it for. What goes wrong is told, once."""
    from django.db import Error, connection

    from houvast.kernel.errors import HouvastError

    told = ""
    while True:
        try:
            wrong = _make_when_due()
        except (HouvastError, Error, OSError) as problem:
            wrong = str(problem).partition("\n")[0]
            connection.close()
        if wrong and wrong != told:
            print(f"Een controlepunt van het logboek lukte niet: {wrong}", file=sys.stderr, flush=True)
        told = wrong
        if not is_open():
            return


def _make_when_due() -> str:
    from django.conf import settings

    from houvast.accountability.services.raise_alarms import raise_alarms
    from houvast.audit.rules.checkpoints import is_due
    from houvast.audit.selectors import newest_checkpoint_at
    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.audit.services.seal_log import seal_log
    from houvast.kernel.actor import system

    due = is_due(newest_checkpoint_at(), now())
    broken = seal_log(now=now()).broken if due else ()
    hand_over_checkpoints(settings.HOUVAST_CHECKPOINT_FILE)
    if due:
        raise_alarms(actor=system("alarm"), now=now())
    return "een keten klopt niet. Draai: houvast seal-log" if broken else ""
