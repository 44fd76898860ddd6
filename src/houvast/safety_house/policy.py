"""Acting on referrals and files that one can see: pure functions; each condition has its reason."""

from dataclasses import dataclass
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Direction, Responsibility
from houvast.cases.policy import CaseFacts, may_decide
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse
from houvast.safety_house.rules.content import ReferralStanding

_FIRST_PHASE = 3


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a policy needs to know of a file that the viewer sees: whose it is, how it stands, and who directs it."""

    organisation_id: UUID
    standing: ReferralStanding
    director_ids: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class HouseFacts:
    """What a policy needs to know of a house. `works_here` says that somebody of it signs in to Houvast."""

    id: UUID
    region: str
    works_here: bool


_OVER = refuse("file_over", "Dit dossier loopt niet meer.")
_NOT_DIRECTOR = refuse("not_the_file_director", "Alleen de procesregisseur van dit dossier doet dit.")
_NOT_PROCESS_DIRECTOR = refuse(
    "not_process_director", "Alleen de procesregisseur van de gemeente doet dit, of wie over deze stap beslist."
)


def external_boundary(model: Model) -> Boundary | None:
    """Give the way up over which a party outside the municipality comes in; None where the model has none."""
    found = (each for each in model.boundaries if each.external and each.direction is Direction.UP)
    return next(found, None)


def may_refer(viewer: Viewer, facts: CaseFacts, boundary: Boundary | None) -> Verdict:
    """Referring: who decides over the step to the house, or the municipality's own process director of the case.

    `boundary` is that step in the model of the case.
    """
    if facts.is_closed:
        return refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")
    if boundary is None:
        return refuse("no_house", "Het AVE-model van deze gemeente kent geen stap naar een Zorg- en Veiligheidshuis.")
    if facts.phase < _FIRST_PHASE:
        return refuse("too_early", "Aanmelden kan vanaf AVE 3.")
    if viewer.municipality_id != facts.municipality_id:
        return refuse("other_municipality", "Alleen wie bij deze gemeente werkt, meldt een casus aan.")
    if facts.holder(Responsibility.PROCESS_DIRECTION) in viewer.member_ids:
        return allow("process_direction")
    if may_decide(viewer, facts, boundary).allowed:
        return allow("named_by_model")
    return _NOT_PROCESS_DIRECTOR


def may_look_back(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Looking back, and recording what a house outside said: who leads the case there, also once it is closed."""
    held = (facts.holder(each) for each in (Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION))
    if viewer.municipality_id == facts.municipality_id and any(each in viewer.member_ids for each in held):
        return allow("director")
    return refuse("not_a_director", "Alleen de casusregisseur of de procesregisseur van de gemeente kan dit.")


def may_answer(viewer: Viewer, facts: FileFacts) -> Verdict:
    """Answering a referral: whoever works at the house, once."""
    if viewer.organisation_id != facts.organisation_id:
        return refuse("not_of_the_house", "Alleen wie bij dit Zorg- en Veiligheidshuis werkt, geeft antwoord.")
    if facts.standing is not ReferralStanding.ASKED:
        return refuse("answered", "Op deze aanmelding is al antwoord gegeven.")
    return allow("of_the_house")


def may_direct(viewer: Viewer, facts: FileFacts) -> Verdict:
    """Letting participants in and out, and sending a case back: who directs the file, or a stand-in."""
    if facts.standing is not ReferralStanding.ACCEPTED:
        return _OVER
    return allow("directs_file") if facts.director_ids & viewer.member_ids else _NOT_DIRECTOR


def may_write(facts: FileFacts) -> Verdict:
    """Writing a note in a file: everybody who sees it, while it runs."""
    return allow("participant") if facts.standing is ReferralStanding.ACCEPTED else _OVER


def may_set_criteria(viewer: Viewer, house: HouseFacts, region: str) -> Verdict:
    """Setting the criteria of a house: who works there; of a house outside Houvast an administrator in its region.

    `region` is that of the viewer's municipality, "" for who works at none.
    """
    if viewer.organisation_id == house.id:
        return allow("of_the_house")
    if not house.works_here and viewer.is_administrator and region and region == house.region:
        return allow("administrator")
    return refuse("not_of_the_house", "Alleen het Zorg- en Veiligheidshuis zelf stelt zijn criteria vast.")
