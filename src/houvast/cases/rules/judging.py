"""Weighing together: whom the model wants to be asked, what is still missing, and what a judgement must say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Side

NO_STANCE = "Kies of u het eens bent met het voorstel."
NO_RISK = "Schrijf op welk risico u ziet. Ziet u geen risico, schrijf dat dan op."
NO_MUST_STAY = "Schrijf op wat moet blijven. Hoeft er niets te blijven, schrijf dat dan op."
NO_WHY = "Schrijf op waarom u het eens of niet eens bent."
NO_SPEAKER = "Schrijf op wie dit oordeel gaf."
NO_CHANNEL = "Vul in hoe u dit oordeel kreeg, bijvoorbeeld 'telefoon' of 'mail'."
NO_DAY = "Vul in op welke dag dit oordeel is gegeven: vandaag of eerder."
NOT_WAITED = "Nog niet iedereen gaf een oordeel. Wacht daarop, of schrijf op waarom u niet wacht."


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """Somebody who was asked, by which function of the model ("" for none), and whether they have answered."""

    function: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there yet: functions that the model names and nobody was asked for, and how many did not answer."""

    functions: tuple[str, ...]
    unanswered: int

    @property
    def nothing(self) -> bool:
        """Say whether everybody has answered."""
        return not self.functions and self.unanswered == 0


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """A judgement as it is given. The last three are for one that was given outside Houvast."""

    agrees: bool | None
    risk: str
    must_stay: str
    why: str
    spoken_with: str = ""
    channel: str = ""
    given_on: date | None = None


def named(model: Model, boundary: Boundary, own: Collection[str]) -> tuple[str, ...]:
    """Give the functions whose own judgement the model asks over this boundary; none where it does not weigh together.

    The resident is heard, which is recorded with the decision. `own` are the functions of who proposes: what they think
    stands in the proposal.
    """
    if not boundary.joint_assessment:
        return ()
    return tuple(
        code
        for code in boundary.hears
        if code not in own and code in model.functions and model.function(code).side is not Side.RESIDENT
    )


def asked_at_once(holders: Mapping[str, Sequence[UUID]], seated: Collection[UUID]) -> dict[UUID, str]:
    """Give who is asked when the proposal is made, with the function: who has a seat in the case, or the only holder.

    With more holders than one the proposer chooses, so that no more people see the case than are needed.
    """
    asked: dict[UUID, str] = {}
    for function, members in holders.items():
        near = [member for member in members if member in seated]
        chosen = near or (members if len(members) == 1 else [])
        for member in chosen[:1]:
            asked.setdefault(member, function)
    return asked


def missing(functions: Collection[str], asked: Collection[AskedFacts]) -> Missing:
    """Say what is still missing before everybody has been heard."""
    unasked = tuple(code for code in functions if code not in {each.function for each in asked})
    return Missing(unasked, sum(not each.answered for each in asked))


def judgement_problems(new: NewJudgement, *, outside: bool, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing; `outside` is a judgement that a director records."""
    problems = {}
    if new.agrees is None:
        problems["stance"] = NO_STANCE
    if not new.risk.strip():
        problems["risk"] = NO_RISK
    if not new.must_stay.strip():
        problems["must_stay"] = NO_MUST_STAY
    if not new.why.strip():
        problems["why"] = NO_WHY
    return {**problems, **(_outside_problems(new, today) if outside else {})}


def _outside_problems(new: NewJudgement, today: date) -> dict[str, str]:
    problems = {}
    if not new.spoken_with.strip():
        problems["spoken_with"] = NO_SPEAKER
    if not new.channel.strip():
        problems["channel"] = NO_CHANNEL
    if new.given_on is None or new.given_on > today:
        problems["given_on"] = NO_DAY
    return problems
