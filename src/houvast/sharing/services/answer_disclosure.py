"""Answer as the second person whether something is shared."""

from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.statements import objecting
from houvast.cases.services.act_in_case import LoadedCase
from houvast.cases.services.let_see import end_sight
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.models import Disclosure
from houvast.sharing.rules.content import DisclosureState, TurnState
from houvast.sharing.selectors.consents import running_consents
from houvast.sharing.selectors.disclosures import by_id
from houvast.sharing.selectors.grounds import grounds_of
from houvast.sharing.services.steps.disclosing import SOURCE, acting_on_disclosure, open_to_receiver, write_turn

_OVER = "Dit wacht niet meer op antwoord. Kijk opnieuw hoe het staat."
_CHANGED = "Sinds dit werd gevraagd is de grond, het convenant of de toestemming weg. Zeg nee, en vraag het opnieuw."
_OBJECTS = "Sinds dit werd gevraagd maakte de inwoner bezwaar. Zeg nee, en vraag het opnieuw met de reden."


def answer_disclosure(*, actor: Actor, now: datetime, disclosure_id: UUID, approves: bool, reason: str) -> None:
    """Approve or decline; a yes opens what was chosen. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_disclosure(events.ANSWERED, disclosure_id, actor=actor, now=now) as (loaded, row):
        loaded.permit(
            policy.may_answer_disclosure(loaded.viewer, loaded.facts, asked_by=row.by_id, second_by=row.second_by)
        )
        line = by_id(loaded.viewer, disclosure_id, now=now)
        if line.state is not DisclosureState.WAITING:
            raise Conflict(_OVER)
        if not reason.strip():
            raise Invalid({"reason": "Schrijf in één zin op waarom."})
        if approves and not _still_stands(loaded, row, now):
            raise Conflict(_CHANGED)
        weighed = bool(line.content and line.content.despite)
        if approves and not weighed and objecting([UUID(each) for each in row.about]):
            raise Conflict(_OBJECTS)
        state = TurnState.APPROVED if approves else TurnState.DECLINED
        write_turn(loaded.case, row.id, state, by=loaded.viewer.member_id, now=now, reason=reason)
        loaded.acting.details["approves"] = approves
        if row.second_by:
            end_sight(actor=actor, now=now, case_id=loaded.case.id, source=SOURCE, source_id=row.id)
        if approves:
            open_to_receiver(row, actor=actor, now=now, until_on=line.until_on)


def _still_stands(loaded: LoadedCase, row: Disclosure, now: datetime) -> bool:
    """Say whether ground and consents are still there. With a covenant goes what waits on it (`end_with_covenant`)."""
    today, municipality_id = in_amsterdam(now).date(), loaded.case.municipality_id
    hold_municipality(municipality_id)
    ground = next((each for each in grounds_of(municipality_id) if each.code == row.code and each.active), None)
    if ground is None or ground.number != row.version:
        return False
    return set(row.consents) <= running_consents(row.case_id, today)
