"""Decide what happens with a concern."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.models import PhasePeriod
from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases
from houvast.cases.selectors.hits import open_cases_about
from houvast.directory.selectors import team_domain
from houvast.intake import events
from houvast.intake.models import Concern
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.triage import STRAIGHT_OUT_RECEIVERS, Outcome
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.steps.emptied import EMPTY
from houvast.intake.services.steps.load_concern import LoadedConcern, acting_on_concern
from houvast.intake.services.steps.write_decision import WrittenDecision, move, reason_problem, write_decision
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import add_working_days
from houvast.vault.services.destroy_key import destroy_key


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What is decided: an outcome, a reason of the short list with a text, and what the outcome asks for.

    `to_team` for passing on, `case_id` for joining, `receiver` (a code of `STRAIGHT_OUT_RECEIVERS`) for straight out.
    """

    outcome: Outcome
    reason: str = ""
    text: str = ""
    to_team: UUID | None = None
    case_id: UUID | None = None
    receiver: str = ""


def decide_concern(*, actor: Actor, now: datetime, concern_id: UUID, version: int, new: NewDecision) -> UUID:
    """Decide; gives the id of the decision. Who decides is who is signed in.

    A concern that is passed on waits for the receiver and comes back when nobody says yes in time. Of one that goes
    straight out only the fact, the date and the receiver remain: also the reason and the text are not kept. A new case
    is opened by `desk.services.open_case_from_concern`.
    Raises `NotVisible`, `Refused`, `Conflict` when somebody was first, or `Invalid` with a message at each field.
    """
    with acting_on_concern(
        events.CONCERN_DECIDED, actor=actor, now=now, concern_id=concern_id, version=version
    ) as loaded:
        loaded.permit_deciding()
        settings = settings_of(loaded.concern.municipality_id)
        problems = _problems(loaded, new, settings, now)
        if problems:
            raise Invalid(problems)
        if new.outcome is Outcome.STRAIGHT_OUT:
            return _send_straight_out(loaded, new.receiver, now)
        return _decide(loaded, new, settings.accept_within_working_days, now)


def _problems(loaded: LoadedConcern, new: NewDecision, settings: IntakeSettings, now: datetime) -> dict[str, str]:
    problems = {} if new.outcome is Outcome.STRAIGHT_OUT else reason_problem(new.outcome, new.reason, settings.reasons)
    if new.outcome is Outcome.NEW_CASE:
        problems["outcome"] = "Open de casus: kies eerst de fase en wie de regie neemt."
    if new.outcome is Outcome.PASSED_ON and not _is_team_here(new.to_team, loaded.concern.municipality_id):
        problems["team"] = "Kies een team van uw eigen gemeente. Het team zegt ja, of het signaal komt terug."
    if new.outcome is Outcome.JOINED and not _may_join(loaded, new.case_id, now):
        problems["case"] = "Kies een open casus die u kent, of bevestig eerst om wie het gaat."
    if new.outcome is Outcome.STRAIGHT_OUT and new.receiver not in {each.code for each in STRAIGHT_OUT_RECEIVERS}:
        problems["receiver"] = "Kies waar u dit direct naartoe bracht."
    return problems


def _is_team_here(team_id: UUID | None, municipality_id: UUID) -> bool:
    return team_id is not None and team_domain(team_id, municipality_id=municipality_id) is not None


def _may_join(loaded: LoadedConcern, case_id: UUID | None, now: datetime) -> bool:
    """An open case here that the viewer may see, or one about the person whom somebody confirmed (hit or no hit)."""
    concern = loaded.concern
    if case_id is None:
        return False
    if concern.resident_id is not None:
        hits = open_cases_about(loaded.viewer, [concern.resident_id], now=now).get(concern.resident_id, ())
        if case_id in {hit.case_id for hit in hits}:
            return True
    visible = cases(loaded.viewer, part=Part.BAND, now=now).filter(
        pk=case_id, municipality_id=concern.municipality_id, phase_period__state=PhasePeriod.State.OPEN
    )
    return visible.exists()


def _decide(loaded: LoadedConcern, new: NewDecision, within_working_days: int, now: datetime) -> UUID:
    passed_on = new.outcome is Outcome.PASSED_ON
    written = WrittenDecision(
        outcome=new.outcome,
        reason=new.reason,
        text=new.text,
        to_team=new.to_team if passed_on else None,
        accept_before=add_working_days(now, within_working_days) if passed_on else None,
    )
    decision_id = write_decision(loaded, written, now=now)
    case_id = new.case_id if new.outcome is Outcome.JOINED else None
    state = Concern.State.PASSED_ON if passed_on else Concern.State.DECIDED
    move(loaded.concern, state=state, case_id=case_id)
    loaded.acting.case = case_id
    return decision_id


def _send_straight_out(loaded: LoadedConcern, receiver: str, now: datetime) -> UUID:
    key = loaded.key
    written = WrittenDecision(outcome=Outcome.STRAIGHT_OUT, receiver=receiver)
    decision_id = write_decision(loaded, written, now=now)
    move(loaded.concern, state=Concern.State.DECIDED, **EMPTY)
    destroy_key(key, now=now)
    return decision_id
