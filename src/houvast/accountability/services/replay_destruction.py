"""Do again what the ledger says was destroyed: a backup brought it back."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime

from houvast.accountability import events
from houvast.accountability.models import Destruction
from houvast.accountability.rules.certificate import from_line
from houvast.accountability.services.steps.erasing import erase
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible


def replay_destruction(*, actor: Actor, now: datetime, line: Mapping[str, object]) -> bool:
    """Write the certificate of a line back and destroy again; says whether there was anything to destroy.

    Two people agreed on it at the time, so nothing is asked again.
    """
    content = from_line(line)
    with act(events.REPLAYED, actor=actor, now=now, municipality=content.municipality_id) as acting:
        if Destruction.objects.filter(pk=content.id).exists():
            return False
        certificate = Destruction(**asdict(content))
        certificate.save(force_insert=True)
        acting.subject, acting.subject_id = content.unit, content.unit_id
        acting.details["certificate"] = str(content.id)
        with suppress(NotVisible):
            erase(certificate, actor=actor, now=now)
            return True
        return False
