"""Export the whole log, with a checkpoint made for it, as lines that prove themselves."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from houvast.audit import export_file, selectors
from houvast.audit.events import LOG_EXPORTED
from houvast.audit.rules.checkpoints import public_key, said_at
from houvast.audit.services.act import record_read
from houvast.audit.services.seal_log import Sealed, seal_log
from houvast.kernel.actor import Actor


def export_log(*, actor: Actor, now: datetime) -> tuple[Sealed, Iterator[str]]:
    """Put the export on record, make a checkpoint, and give what it signs, line by line."""
    record_read(LOG_EXPORTED, actor=actor, now=now)
    sealed = seal_log(now=now)
    lines = export_file.lines(
        selectors.checkpoints(up_to=sealed.number),
        selectors.signed_chains(sealed.number),
        made_at=said_at(now),
        public_key=public_key(settings.HOUVAST_SIGNING_KEY),
    )
    return sealed, lines
