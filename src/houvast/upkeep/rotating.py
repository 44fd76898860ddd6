"""Replace the master key of the vault and the key of the BSN index, while the server runs and knows both.

Each step is a transaction with its own entry in the log. What breaks off is done again the next time: what was done
already is found as it should be, and left alone.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from houvast.directory.services.seal_factors_anew import seal_factors_anew
from houvast.intake.services.reindex_concerns import reindex_concerns
from houvast.kernel.actor import system
from houvast.kernel.errors import HouvastError
from houvast.residents.services.reindex_residents import reindex_residents
from houvast.upkeep.key_copies import copy_when_set
from houvast.upkeep.owner import as_owner
from houvast.vault.selectors import needs_next_epoch, was_destroyed_in_this_epoch
from houvast.vault.services.begin_epoch import begin_epoch, keep_only_present

ACTOR = system("keys-rotate")


class NotCleanedUp(HouvastError):
    """Something was destroyed, and the database was not cleaned up after it."""


Say = Callable[[str], None]


def rotate_vault_key(*, now: datetime, say: Say) -> None:
    """Wrap everything under the master key of now. A new epoch, so that the key from before opens no key any more.

    Raises `NotCleanedUp`: the next epoch after a destruction is begun by `destroy`, which cleans the database up too.
    """
    with as_owner():
        if not needs_next_epoch():
            keep_only_present()  # what an earlier time, that broke off, left in the key store
        elif was_destroyed_in_this_epoch():
            raise NotCleanedUp("Er is iets vernietigd dat nog niet is opgeruimd. Draai eerst: houvast destroy")
        else:
            count = begin_epoch(actor=ACTOR, now=now)
            say(f"Nieuw tijdvak: {count} sleutels opnieuw ingepakt.")
            copy_when_set(now=now, say=say)
        count = seal_factors_anew(actor=ACTOR, now=now)
        say(f"{count} tweede factoren opnieuw verzegeld.")


def rotate_bsn_key(*, now: datetime, say: Say) -> bool:
    """Write every search key anew, some at a time; say whether none is left under a key from before."""
    after: UUID | None = None
    residents, double = 0, 0
    while True:
        done = reindex_residents(actor=ACTOR, now=now, after=after)
        residents, after, double = residents + done.changed, done.last, double + len(done.double)
        for each in done.double:
            say(f"Inwoner {each} heeft een BSN dat in deze gemeente al bij een andere inwoner staat.")
        if after is None:
            break
    concerns = 0
    while True:
        after, changed = reindex_concerns(actor=ACTOR, now=now, after=after)
        concerns += changed
        if after is None:
            break
    say(f"Zoeksleutels opnieuw gemaakt: van {residents} inwoners en {concerns} signalen.")
    return double == 0
