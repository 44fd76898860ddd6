"""Go on after the signing key was lost: a checkpoint under another key says which one was lost, and from where."""

from datetime import datetime

from django.conf import settings

from houvast.audit.events import SIGNING_KEY_LOST
from houvast.audit.rules.checkpoints import public_key
from houvast.audit.rules.keys import signing_key
from houvast.audit.selectors import last_checkpoint, next_signer
from houvast.audit.services.act import act
from houvast.audit.services.seal_log import seal_log
from houvast.kernel.actor import Actor
from houvast.kernel.errors import HouvastError


class NotLost(HouvastError):
    """A signing key that is here still fits: there is nothing to begin anew."""


def replace_lost_signing_key(*, actor: Actor, now: datetime) -> int:
    """Put the loss on record, and let the signing key here sign a checkpoint that says so; give its number.

    The entry comes first, so that the checkpoint signs it. What breaks in between is done again the next time. Who
    calls this has verified the log: this checkpoint vouches for what came before. Raises `NotLost`.
    """
    lost = next_signer()
    own = public_key(settings.HOUVAST_SIGNING_KEY)
    if signing_key(lost, (settings.HOUVAST_SIGNING_KEY, *settings.HOUVAST_NEXT_SIGNING_KEY)) is not None:
        raise NotLost("De sleutel die bij het volgende controlepunt hoort, staat er nog. Er is niets gewijzigd.")
    number, digest = last_checkpoint()
    with act(SIGNING_KEY_LOST, actor=actor, now=now) as acting:
        acting.details = {"checkpoint": number, "digest": digest, "lost_key": lost, "signing_key": own}
    return seal_log(now=now, key_lost=True).number
