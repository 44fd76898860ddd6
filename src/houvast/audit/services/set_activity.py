"""Write what the register says of a processing activity. Who may is judged by the verb in `desk` that calls this.

That verb also sees to it that of one municipality only one at a time does this.
"""

from datetime import datetime
from uuid import UUID

from houvast.audit.events import ACTIVITY_SET
from houvast.audit.models import ActivityVersion
from houvast.audit.rules.activities import Activity, activity_id, problems
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def set_activity(*, actor: Actor, now: datetime, municipality: UUID, activity: Activity, seen: int) -> None:
    """Add a version. `seen` is the number of the one that the person saw. Raises `Invalid` or `Conflict`."""
    with act(ACTIVITY_SET, actor=actor, now=now, municipality=municipality) as acting:
        found = problems(activity)
        if found:
            raise Invalid(found)
        own = activity_id(municipality, activity.code)
        if ActivityVersion.objects.filter(activity=own).count() != seen:
            raise Conflict("Iemand anders veranderde deze verwerking net.")
        acting.subject, acting.subject_id = "activity", own
        row = _row(municipality, activity, seen + 1)
        row.set_by, row.set_at = actor.member_id, now
        row.save(force_insert=True)


def _row(municipality: UUID, activity: Activity, number: int) -> ActivityVersion:
    return ActivityVersion(
        municipality=municipality,
        activity=activity_id(municipality, activity.code),
        number=number,
        code=activity.code,
        name=activity.name,
        purpose=activity.purpose,
        ground=activity.ground,
        source=activity.source,
    )
