"""What stands in the log, as a sentence."""

from houvast.audit import events as of_audit
from houvast.audit.events import Event
from houvast.ave.vocabulary import Responsibility
from houvast.cases import events as of_cases
from houvast.cases.models import ScalingDecision
from houvast.cases.rules.seats import SeatState
from houvast.consultation import events as of_consultation
from houvast.directory import events as of_directory
from houvast.intake import events as of_intake
from houvast.kernel.terms import word_for
from houvast.plans import events as of_plans
from houvast.residents import events as of_residents
from houvast.web import events as of_web

_ROOMS = (of_audit, of_cases, of_consultation, of_directory, of_intake, of_plans, of_residents, of_web)
SENTENCES: dict[str, str] = {
    event.code: event.sentence for room in _ROOMS for event in vars(room).values() if isinstance(event, Event)
}
_STATES = {state.value: word_for(state) for state in SeatState}
_OUTCOMES = {outcome.value: word_for(outcome) for outcome in ScalingDecision.Outcome}


def sentence(event: str) -> str:
    """Say what was done; the code itself for what an older version did and this one does not know."""
    return SENTENCES.get(event, event)


def particulars(event: str, details: dict[str, object]) -> str:
    """Say in a few words which phase, responsibility or answer it was; "" when the sentence says it all."""
    to_phase, phase, responsibility = details.get("to_phase"), details.get("phase"), details.get("responsibility")
    decided = event in {of_cases.SCALING_DECIDED.code, of_cases.URGENCY_ANSWERED.code}
    said = (
        word_for(Responsibility(str(responsibility))) if responsibility in set(Responsibility) else "",
        f"naar AVE {to_phase}" if to_phase else "",
        f"in AVE {phase}" if phase else "",
        _STATES.get(str(details.get("state", "")), "") if responsibility else "",
        _OUTCOMES.get(str(details.get("outcome", "")), "") if decided else "",
    )
    return ", ".join(word for word in said if word)
