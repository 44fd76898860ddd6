"""Erase a concern whose time is over: the key is destroyed, and nothing of the person is left."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import Concern
from houvast.intake.services.steps.emptied import EMPTY
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key


def erase_concern(*, actor: Actor, now: datetime, concern_id: UUID) -> None:
    """Empty a concern, its search keys too: that it came in, and what was decided, stays.

    Whether it is time, and who approved it, is for `accountability` to say. Raises `NotVisible`, also when it is empty
    already.
    """
    with act(events.CONCERN_ERASED, actor=actor, now=now) as acting:
        concern = Concern.objects.select_for_update(of=("self",)).select_related("key").filter(pk=concern_id).first()
        if concern is None or concern.key is None:
            raise NotVisible
        emptied = {**EMPTY, "identity": f"vernietigd-{concern_id.hex}", "version": concern.version + 1}
        Concern.objects.filter(pk=concern_id).update(**emptied)
        destroy_key(concern.key, now=now)
        acting.municipality = concern.municipality_id
        acting.subject, acting.subject_id = "concern", concern_id
