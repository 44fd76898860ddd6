"""Accept a case that another municipality offers: a case of one's own opens, and the old one closes, at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import Case, MoveAnswer
from houvast.cases.rules.moves import Carried, received_words
from houvast.cases.services.steps.closing import Closing, close, must_follow, waiting
from houvast.cases.services.steps.load_case import answering_offer
from houvast.cases.services.steps.move_rows import (
    Answer,
    coming,
    coming_in_words,
    functions_that_answer,
    hidden_as_of_now,
    must_be_open,
    opened,
    settle_moments,
    who_is_asked,
    write_answer,
)
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.residents.selectors_crossing import shields_between

_MAY_WAIT = {"moment", "move"}


@dataclass(frozen=True, slots=True)
class Received:
    """Who it is about, and the municipality and organisation that receive them.

    `shields` say who of them is kept from whom of them; who offered is named by `from_name`.
    """

    carried: Carried
    municipality_id: UUID
    organisation_id: UUID
    from_name: str
    shields: tuple[tuple[UUID, UUID], ...]


def accept_move(*, actor: Actor, now: datetime, offer_id: UUID, open_for: Callable[[Received], UUID]) -> UUID:
    """Accept an offer, all in one transaction. `open_for` registers the people, opens the new case and gives its id.

    Gives the id of the old case.
    Moments to come are told as they stand now, and who hides, or is shielded from whom, holds as it does now; not as it
    was when the case was offered.
    The old case closes because of the move, and nobody sees it any more but the team that watches over vacancies there;
    nobody of the old municipality sees the new case. Raises `NotVisible`, `Refused`, or `Conflict`: when it was
    answered, or when something waits in the old case that only its own people can answer.
    """
    with answering_offer(events.MOVE_ANSWERED, offer_id, actor=actor, now=now) as (loaded, offer):
        to = offer.to_municipality
        functions = functions_that_answer([offer], loaded.viewer.municipality_id)
        loaded.permit(policy.may_answer_move(loaded.viewer, who_is_asked(offer, functions)))
        must_be_open(offer)
        case_id = loaded.case.id
        if waiting(case_id).keys() - _MAY_WAIT or must_follow(case_id):
            raise Conflict(
                f"In de casus van {offer.municipality.name} wacht nog iets op antwoord. Dat moet eerst klaar zijn. "
                f"Bel {offer.offered_by.name}."
            )
        summary, carried = opened(offer, loaded.case)
        carried = hidden_as_of_now(carried)
        between = shields_between([UUID(each.id) for each in carried.people if each.id], now=now)
        received = Received(carried, to.id, loaded.viewer.organisation_id, offer.municipality.name, between)
        new_case = Case.objects.select_related("key").get(pk=open_for(received))
        words = received_words(summary, carried.organisations, coming_in_words(coming(loaded.case), now=now))
        settle_moments(loaded, to.name, now=now)
        answer = Answer(MoveAnswer.Outcome.ACCEPTED, "", new_case, words)
        write_answer(loaded, offer, answer, now=now)
        text = f"Gemeente {to.name} nam de casus over: {loaded.viewer.name}."
        close(loaded, Closing("moved", text), now=now)
        loaded.about("move", offer.id, outcome=MoveAnswer.Outcome.ACCEPTED.value)
        return case_id
