"""Report how an item of a crucial moment stands: done, not done and why, or open again."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import MomentItem, MomentReport, MomentTurn
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.moment_rows import REPORT_PLACE, let_hold, newest_turn
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal


def report_moment_item(
    *, actor: Actor, now: datetime, item_id: UUID, state: MomentReport.State, text: str = ""
) -> None:
    """Report an item. Saying the same again, without a word more, changes nothing.

    Who holds the item sees the case no more by it once it is done or given up, and again when it is opened.
    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_row(events.MOMENT_ITEM_REPORTED, scopes.moment_items, item_id, actor=actor, now=now) as found:
        loaded, item = found
        loaded.permit(policy.may_report_item(loaded.viewer, loaded.facts, holder=item.member_id))
        if newest_turn(item.moment, now=now).state == MomentTurn.State.CANCELLED:
            raise Conflict("Dit moment is afgezegd. Er is niets meer voor te bereiden.")
        if state == MomentReport.State.NOT_DONE and not text.strip():
            raise Invalid({"text": "Schrijf op waarom dit niet gedaan is. Dan kan een ander iets bedenken."})
        last = _last(item, now)
        loaded.about("moment_item", item.id, state=state.value)
        if not text.strip() and state == (MomentReport.State.OPEN if last is None else last.state):
            return
        _write(item, last, state, text, loaded.viewer.member_id, now)
        withdraw_access([item.id], now=now)
        if state == MomentReport.State.OPEN:
            let_hold(loaded, item, now=now)


def _last(item: MomentItem, now: datetime) -> MomentReport | None:
    last = MomentReport.objects.filter(moment_item=item).order_by("-number").first()
    if last is not None and now < last.recorded_at:
        raise Conflict("Iemand anders meldde dit net iets eerder. Kijk opnieuw.")
    return last


def _write(
    item: MomentItem, last: MomentReport | None, state: MomentReport.State, text: str, member_id: UUID, now: datetime
) -> None:
    if last is None and state == MomentReport.State.OPEN:
        raise Invalid({"state": "Dit punt staat al open. Meld het als gedaan of niet gedaan."})
    report_id = new_id()
    MomentReport(
        id=report_id,
        moment_item=item,
        case_id=item.case_id,
        municipality_id=item.municipality_id,
        number=1 if last is None else last.number + 1,
        state=state,
        text_sealed=seal(item.case.key, text.strip(), place=f"{REPORT_PLACE}:{report_id}"),
        recorded_by_id=member_id,
        recorded_at=now,
    ).save(force_insert=True)
