"""Set how long records of a kind are kept; the earlier version stays."""

from dataclasses import replace
from datetime import datetime

from houvast.accountability import events, policy
from houvast.accountability.models import RetentionPeriod
from houvast.accountability.rules.retention import WITH_OWN_DAY, Period
from houvast.accountability.selectors.periods import periods_of
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

MOST_YEARS = 115
_THERE = "Hiervoor staat er al een termijn. Wijzig die op de lijst."
_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


def set_period(*, actor: Actor, now: datetime, period: Period, is_new: bool = False) -> int:
    """Set it; gives the number of the version. `period.number` is that of what was seen, 0 for what there was not.

    With `is_new` it is for records that had no period of their own. Raises `Refused`, `Invalid`, or `Conflict` when
    somebody else changed it in between.
    """
    with act(events.PERIOD_SET, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_retention(viewer))
        hold_municipality(municipality_id)
        held = {each.place: each.number for each in periods_of(municipality_id)}
        problems = _problems(period)
        if period.kind in WITH_OWN_DAY or (is_new and period.place in held):
            problems["kind"] = _THERE
        if problems:
            raise Invalid(problems)
        if held.get(period.place, 0) != period.number:
            raise Conflict(_CHANGED)
        row = _row(replace(period, number=period.number + 1))
        row.municipality_id, row.set_by_id, row.set_at = municipality_id, viewer.member_id, now
        row.save(force_insert=True)
        acting.subject, acting.subject_id = "retention_period", row.id
        acting.details = {"kind": period.kind.value, "ground_of": period.ground, "years": period.years}
        return row.number


def _problems(period: Period) -> dict[str, str]:
    problems = {}
    if not 0 < period.years <= MOST_YEARS:
        problems["years"] = f"Vul een aantal jaren in van 1 tot en met {MOST_YEARS}."
    if not period.source.strip():
        problems["source"] = "Vul in waar deze termijn staat: een wet met artikel, of een besluit."
    return problems


def _row(period: Period) -> RetentionPeriod:
    return RetentionPeriod(
        record_kind=period.kind.value,
        record_ground=period.ground,
        organisation_kind=period.organisation_kind,
        number=period.number,
        years=period.years,
        counted_from=period.counted_from.value,
        source=period.source.strip(),
        certainty=period.certainty.value,
        active=period.active,
    )
