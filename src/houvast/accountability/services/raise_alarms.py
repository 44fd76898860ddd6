"""Tell the privacy officer of who opened unusually many cases today. The keeper of the log asks it every five minutes.

It is counted from the log, of one day and one municipality at a time: no page waits for it, and nobody notices it.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.models import Alarm
from houvast.accountability.rules.alarms import LOOKED_BACK, Opened, is_unusual, least_told, usual
from houvast.accountability.selectors.alarms import opened_before, opened_on
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality, municipal_organisations
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.kernel.working_time import in_amsterdam

_JUST_BEFORE = timedelta(minutes=30)
"""How long after midnight the day before is looked at too: what was opened just before it is told as well."""


def raise_alarms(*, actor: Actor, now: datetime) -> int:
    """Raise what is due; gives how many. Once for each member and day; doing it again does nothing."""
    days = sorted({in_amsterdam(now).date(), in_amsterdam(now - _JUST_BEFORE).date()})
    places = [each.municipality_id for each in municipal_organisations()]
    return sum(_raise(municipality_id, day, actor, now) for municipality_id in places for day in days)


def _raise(municipality_id: UUID, day: date, actor: Actor, now: datetime) -> int:
    threshold = settings_of(municipality_id).opened_per_day
    found = opened_on(municipality_id, day, least=least_told(threshold))
    told = set(Alarm.objects.filter(municipality_id=municipality_id, day=day).values_list("member_id", flat=True))
    raised = 0
    for member_id, cases in found.items():
        if member_id in told:
            continue
        own = usual(_before(municipality_id, member_id, day))
        if is_unusual(cases, own, threshold):
            row = Alarm(municipality_id=municipality_id, member_id=member_id, day=day, cases=cases, at=now)
            row.usual, row.threshold = own, threshold
            raised += _write(row, actor, now)
    return raised


def _before(municipality_id: UUID, member_id: UUID, day: date) -> list[Opened]:
    counted: Iterable[tuple[date, int]] = opened_before(municipality_id, member_id, day - LOOKED_BACK, day)
    return [Opened(each, cases) for each, cases in counted]


def _write(row: Alarm, actor: Actor, now: datetime) -> int:
    """Write it with its line in the log, which does not say about whom: who it is about may read the log."""
    try:
        with act(events.ALARM_RAISED, actor=actor, now=now, municipality=row.municipality_id) as acting:
            hold_municipality(row.municipality_id)
            if Alarm.objects.filter(municipality_id=row.municipality_id, member_id=row.member_id, day=row.day).exists():
                raise Conflict("Een ander proces was eerst.")
            acting.subject, acting.subject_id = "alarm", row.id
            row.save(force_insert=True)
    except Conflict:
        return 0
    return 1
