"""Acting on grounds and on what is shared: pure functions; each condition has its reason."""

from collections.abc import Collection
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_set_grounds(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting grounds and covenants: an administrator or the privacy officer of that municipality."""
    if viewer.municipality_id == municipality_id and (viewer.is_administrator or viewer.is_privacy_officer):
        return allow("privacy_officer" if viewer.is_privacy_officer else "administrator")
    return refuse(
        "not_administrator", "Alleen een functioneel beheerder of de privacy officer van deze gemeente mag dit."
    )


def may_ask_known(viewer: Viewer, leading: Collection[str]) -> Verdict:
    """Asking whether somebody is known: who works at a municipality in a function that leads cases or processes there.

    `leading` are those functions, by the model of that municipality. A partner calls; managers and administrators ask
    nobody.
    """
    if viewer.municipality_id is None:
        return refuse("not_municipal", "Alleen wie bij een gemeente werkt, vraagt dit hier. Bel uw contact daar.")
    if viewer.functions & frozenset(leading):
        return allow("leads_cases")
    return refuse(
        "no_leading_function", "Dit vraagt alleen wie casussen of processen kan leiden. Vraag het een regisseur."
    )


def may_judge_question(viewer: Viewer, municipality_id: UUID, *, asked_by: UUID) -> Verdict:
    """Judging whether a question was needed: the privacy officer there, and never who asked it."""
    if asked_by in viewer.member_ids:
        return refuse("own_question", "U vroeg dit zelf. Een ander zegt of het nodig was.")
    if viewer.is_privacy_officer and viewer.municipality_id == municipality_id:
        return allow("privacy_officer")
    return refuse("not_privacy_officer", "Alleen de privacy officer zegt of een vraag nodig was.")


_CLOSED = refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")
_OTHER_FUNCTION = refuse("other_function", "Bij deze grond keurt iemand met een andere functie dit goed.")
_NOT_DIRECTOR = refuse("not_a_director", "Alleen de casusregisseur of de procesregisseur kan dit.")


def directs(viewer: Viewer, facts: CaseFacts) -> bool:
    """Say whether somebody leads the case or its process, or stands in for who does."""
    return any(facts.holder(each) in viewer.member_ids for each in ASSIGNED)


def may_share(viewer: Viewer, facts: CaseFacts, *, has_own: bool) -> Verdict:
    """Sharing: who leads the case or its process; and whoever wrote notes in it, those notes (`has_own`)."""
    if facts.is_closed:
        return _CLOSED
    if directs(viewer, facts):
        return allow("director")
    if has_own:
        return allow("own_notes")
    return refuse("nothing_to_share", "U kunt hier niets delen: u leidt de casus niet, en schreef er niets in.")


def may_answer_disclosure(viewer: Viewer, facts: CaseFacts, *, asked_by: UUID, second_by: str = "") -> Verdict:
    """Approving or declining as the second person: who has the function that the ground names (`second_by`), or who
    leads the case or its process when it names none; and never who asked."""
    if facts.is_closed:
        return _CLOSED
    if viewer.member_id == asked_by:
        return refuse("own_disclosure", "U vroeg dit zelf. Een ander keurt het goed.")
    if second_by and (second_by not in viewer.functions or viewer.municipality_id != facts.municipality_id):
        return _OTHER_FUNCTION
    return allow("second_person") if second_by or directs(viewer, facts) else _NOT_DIRECTOR


def may_withdraw_disclosure(viewer: Viewer, facts: CaseFacts, *, shared_by: UUID) -> Verdict:
    """Withdrawing: who shared it, and who leads the case or its process; also once the case is closed."""
    if shared_by in viewer.member_ids:
        return allow("shared_it")
    return allow("director") if directs(viewer, facts) else _NOT_DIRECTOR


def may_record_consent(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Recording consent: who leads the case or its process."""
    return _CLOSED if facts.is_closed else may_consent(viewer, facts)


def may_consent(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Recording that consent was withdrawn: who leads the case or its process; also when it is closed."""
    return allow("director") if directs(viewer, facts) else _NOT_DIRECTOR
