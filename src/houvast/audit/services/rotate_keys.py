"""Replace the keys of the log: put on record under which it goes on, and let a checkpoint name who signs next."""

from datetime import datetime

from django.conf import settings

from houvast.audit.events import KEYS_ROTATED
from houvast.audit.rules.checkpoints import public_key
from houvast.audit.rules.keys import key_name
from houvast.audit.selectors import next_signer
from houvast.audit.services.act import act
from houvast.audit.services.seal_log import seal_log
from houvast.kernel.actor import Actor


def rotate_keys(*, actor: Actor, now: datetime) -> bool:
    """Hand over to the next signing key, if there is one; say whether that happened now. Safe to repeat.

    The entry says under which audit key the log goes on, and the checkpoint that hands over signs it. What breaks in
    between is done again the next time. A server with both signing keys goes on with the one that is next.
    """
    wanted = [public_key(key) for key in settings.HOUVAST_NEXT_SIGNING_KEY]
    if not wanted or next_signer() == wanted[0]:
        _put_on_record(actor, now, "")
        return False
    _put_on_record(actor, now, wanted[0])
    seal_log(now=now, next_key=wanted[0])
    return True


def _put_on_record(actor: Actor, now: datetime, signing: str) -> None:
    with act(KEYS_ROTATED, actor=actor, now=now) as acting:
        acting.details = {"audit_key": key_name(settings.HOUVAST_AUDIT_KEY), "signing_key": signing}
