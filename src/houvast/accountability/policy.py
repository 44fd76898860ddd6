"""Acting on retention, requests and samples: may this viewer? Pure functions.

Who does it is *verzonnen* and a default: the privacy officer and the archivist of the municipality. It opens no case.
A request takes two people (*verzonnen*, ADR 0035): who records it never handles it, and who handles it is chosen by
another. Who is locked out of a case of that person does not handle it, and hears the same as everybody else who does
not.
"""

from dataclasses import dataclass
from uuid import UUID

from houvast.accountability.rules.requests import Asker, may_parent_ask
from houvast.directory.policy import may_read_log
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse
from houvast.participation.rules.taking_part import ParticipantKind

_NOT_YOURS = refuse(
    "not_retention", "Bewaren en vernietigen is er voor de privacy officer en de archiefmedewerker van de gemeente."
)
_TWO_PEOPLE = refuse("two_people", "Vernietigen vraagt twee mensen. Iemand anders moet dit goedkeuren.")
_NOT_PROPOSER = refuse("not_proposer", "Alleen wie dit voorstelde, kan het intrekken.")
_HELD = refuse("held", "Dit wordt vastgehouden. Geef het eerst vrij.")
_BY_ITSELF = refuse("by_itself", "Dit hoeft niemand voor te stellen: het gaat vanzelf weg, na zijn laatste dag.")
_NOT_DUE = refuse("not_due", "Dit mag nog niet worden vernietigd: er loopt nog een termijn.")

_NOT_SAMPLES = refuse("not_samples", "Steekproeven van het logboek zijn er voor de privacy officer van de gemeente.")
_OWN_OPENING = refuse("own_opening", "U opende deze casus zelf. Vraag een andere privacy officer dit te beoordelen.")
_NOT_ALL_FILES = refuse(
    "not_all_files", "Alleen wie bij dit huis werkt en daar alle dossiers over deze persoon ziet, geeft zijn deel."
)
_NOT_REQUESTS = refuse(
    "not_requests", "Verzoeken van inwoners zijn er voor de privacy officer en de archiefmedewerker van de gemeente."
)
_NOT_HANDLER = refuse(
    "not_handler",
    "U behandelt dit verzoek niet, of niet meer. Alleen wie het behandelt, leest en doet wat erbij hoort.",
)
_NOT_FOR_ANOTHER = refuse(
    "network_asks",
    "Dit vraagt de inwoner zelf, of wie de inwoner vertegenwoordigt. Wilt u weten wat wij over u bewaren? Vraag dat "
    "dan aan de gemeente.",
)
_CHILD_ASKS = refuse("child_asks", "Uw kind is 16 jaar of ouder. Dan vraagt het dit zelf.")
_NOBODY_TO_CHOOSE = refuse(
    "nobody_to_choose",
    "U kunt niemand kiezen. Wie een verzoek vastlegt, behandelt het niet, en uzelf kiest u niet. Laat een andere "
    "privacy officer of de archiefmedewerker kiezen, of vraag de functioneel beheerder om een tweede privacy officer.",
)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What decides about one unit: whether all its clocks ran out, it is held, and it goes by itself."""

    due: bool
    held: bool
    by_itself: bool = False


def may_see_retention(viewer: Viewer) -> Verdict:
    """Seeing what may go: the privacy officer and the archivist, of their own municipality."""
    return allow("retention") if viewer.keeps_and_destroys else _NOT_YOURS


def may_propose(viewer: Viewer, facts: UnitFacts) -> Verdict:
    """Proposing to destroy: what is due and not held."""
    verdict = may_see_retention(viewer)
    if not verdict.allowed:
        return verdict
    if facts.by_itself:
        return _BY_ITSELF
    if facts.held:
        return _HELD
    return verdict if facts.due else _NOT_DUE


def may_approve(viewer: Viewer, proposed_by: UUID, facts: UnitFacts) -> Verdict:
    """Approving: another than who proposed it, and what is still due and not held."""
    if proposed_by == viewer.member_id:
        return _TWO_PEOPLE
    return may_propose(viewer, facts)


def may_refuse(viewer: Viewer, proposed_by: UUID) -> Verdict:
    """Refusing: another than who proposed it."""
    return _TWO_PEOPLE if proposed_by == viewer.member_id else may_see_retention(viewer)


def may_withdraw(viewer: Viewer, proposed_by: UUID) -> Verdict:
    """Withdrawing: who proposed it."""
    return may_see_retention(viewer) if proposed_by == viewer.member_id else _NOT_PROPOSER


def may_see_requests(viewer: Viewer) -> Verdict:
    """Seeing that there are requests, recording one, and choosing who handles it: of their own municipality."""
    return allow("request") if viewer.keeps_and_destroys else _NOT_REQUESTS


def may_ask(kind: ParticipantKind, asker: Asker, age: int | None) -> Verdict:
    """Asking on one's own page about what is held of a resident: that one, and who represents them (UAVG art. 5).

    Not somebody of the network: what is held of them stands in what is held of another, and a person looks for it.
    """
    if kind is ParticipantKind.NETWORK:
        return _NOT_FOR_ANOTHER
    return _CHILD_ASKS if asker is Asker.PARENT and not may_parent_ask(age) else allow("request")


def may_choose_handler(viewer: Viewer, *, possible: bool) -> Verdict:
    """Choosing who handles a request: `possible` says that there is somebody to choose."""
    verdict = may_see_requests(viewer)
    return verdict if possible or not verdict.allowed else _NOBODY_TO_CHOOSE


def may_handle_request(viewer: Viewer, *, handles: bool) -> Verdict:
    """Reading a request whole, and all that is done with it: who handles it, as `accountability.scopes` says."""
    verdict = may_see_requests(viewer)
    return verdict if handles or not verdict.allowed else _NOT_HANDLER


def may_set_request_term(viewer: Viewer) -> Verdict:
    """Setting within how many months a municipality answers: its privacy officer."""
    return may_see_requests(viewer) if viewer.is_privacy_officer else _NOT_REQUESTS


def may_sample(viewer: Viewer) -> Verdict:
    """Drawing samples of the log: its reader, the privacy officer, of their own municipality. It opens no case."""
    return allow("sample") if may_read_log(viewer).allowed else _NOT_SAMPLES


def may_judge_opening(viewer: Viewer, opened_by: UUID) -> Verdict:
    """Judging an opening: the privacy officer, and nobody their own."""
    return _OWN_OPENING if opened_by == viewer.member_id else may_sample(viewer)


def may_answer_alarm(viewer: Viewer, municipality_id: UUID, *, about: UUID) -> Verdict:
    """Saying what came of an alarm: the privacy officer there, and never who it is about."""
    if about == viewer.member_id:
        return refuse("own_alarm", "Dit gaat over u. Een ander zegt wat ervan kwam.")
    if viewer.is_privacy_officer and viewer.municipality_id == municipality_id:
        return allow("privacy_officer")
    return refuse("not_alarms", "Alarmen zijn er voor de privacy officer van de gemeente.")


def may_give_for_house(viewer: Viewer, *, sees_all: bool) -> Verdict:
    """Giving the part of a house: who works there and sees every file that it keeps about the person."""
    if viewer.municipality_id is not None or not sees_all:
        return _NOT_ALL_FILES
    return allow("request")
