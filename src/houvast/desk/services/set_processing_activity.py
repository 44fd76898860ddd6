"""Write what the register of processing activities of a municipality says of one."""

from datetime import datetime

from houvast.audit.rules.activities import ACTIVITIES, Activity
from houvast.audit.services.act import together
from houvast.audit.services.set_activity import set_activity
from houvast.directory.policy import may_read_log
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible


def set_processing_activity(*, actor: Actor, now: datetime, activity: Activity, seen: int) -> None:
    """Add a version, as the privacy officer of the municipality. Raises `NotVisible`, `Invalid` or `Conflict`."""
    viewer = viewer_of(actor, now=now)
    known = activity.code in {each.code for each in ACTIVITIES}
    if not known or not may_read_log(viewer).allowed or viewer.municipality_id is None:
        raise NotVisible
    with together():
        hold_municipality(viewer.municipality_id)
        set_activity(actor=actor, now=now, municipality=viewer.municipality_id, activity=activity, seen=seen)
