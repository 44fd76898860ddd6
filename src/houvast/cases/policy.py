"""Acting: may this actor do this in a case that they can see? Pure functions; each condition has its reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases.rules.moves import AskedToReceive
from houvast.cases.rules.receiving import WATCHING
from houvast.cases.rules.seats import SeatFacts
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a policy needs to know of a case. `region` is that of its municipality, in which its partners work."""

    municipality_id: UUID
    region: str
    phase: int
    is_closed: bool
    seats: Mapping[Responsibility, SeatFacts]
    process_functions: frozenset[str]

    def holder(self, responsibility: Responsibility) -> UUID | None:
        """Give the member who holds a seat, for good or for a time."""
        return self.seats[responsibility].member_id


def process_functions(model: Model) -> frozenset[str]:
    """Give the functions that lead processes in any phase from 3 on: their holders watch over vacancies."""
    rules = [rule for (phase, of), rule in model.seats.items() if of is Responsibility.PROCESS_DIRECTION and phase > 2]
    return frozenset(code for rule in rules for code, holding in rule.holders.items() if holding == "yes")


def _holds(viewer: Viewer, facts: CaseFacts, *responsibilities: Responsibility) -> bool:
    return any(facts.holder(responsibility) in viewer.member_ids for responsibility in responsibilities)


def _directs_process(viewer: Viewer, facts: CaseFacts) -> bool:
    """Process director of the case, a stand-in, or a process director of the same municipality."""
    in_municipality = viewer.municipality_id == facts.municipality_id
    return _holds(viewer, facts, Responsibility.PROCESS_DIRECTION) or (
        in_municipality and bool(viewer.functions & facts.process_functions)
    )


_CLOSED = refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")
_FILLS_ITSELF = refuse("fills_itself", "Deze verantwoordelijkheid volgt uit de functie in het AVE-model.")
_NOT_PROCESS_DIRECTOR = refuse(
    "not_process_director", "Alleen de procesregisseur of de operationeel verantwoordelijke wijst dit toe."
)


def may_open(viewer: Viewer, municipality_id: UUID, domain: str | None = None) -> Verdict:
    """Opening a case: whoever works in that municipality, on a domain of their own; None asks whether any would do."""
    if viewer.municipality_id != municipality_id:
        return refuse("other_municipality", "U kunt alleen in uw eigen gemeente een casus openen.")
    if not viewer.domains:
        return refuse(
            "no_domain", "Uw functie heeft geen domein. Vraag een collega van het team om de casus te openen."
        )
    if domain is not None and domain not in viewer.domains:
        return refuse("other_domain", "U opent alleen een casus op een domein waar u zelf werkt. Vraag een collega.")
    return allow("works_on_domain")


def may_assign(viewer: Viewer, facts: CaseFacts, responsibility: Responsibility) -> Verdict:
    """Assigning case or process direction: process direction, the operational holder, or a case director for both."""
    if facts.is_closed:
        return _CLOSED
    if responsibility not in ASSIGNED:
        return _FILLS_ITSELF
    if _directs_process(viewer, facts):
        return allow("process_direction")
    if _holds(viewer, facts, Responsibility.OPERATIONAL):
        return allow("operational")
    return _NOT_PROCESS_DIRECTOR


def may_let_follow(viewer: Viewer, facts: CaseFacts, *, has_successor: bool) -> Verdict:
    """Giving a seat that fills itself to who has the function now, where somebody else has it than the holder."""
    if facts.is_closed:
        return _CLOSED
    if not has_successor:
        return _FILLS_ITSELF
    if _directs_process(viewer, facts) or _holds(viewer, facts, Responsibility.OPERATIONAL):
        return allow("function")
    return _NOT_PROCESS_DIRECTOR


def may_hand_over(viewer: Viewer, facts: CaseFacts, responsibility: Responsibility) -> Verdict:
    """Asking somebody to take a seat over: who holds it, or who may assign it."""
    if facts.is_closed:
        return _CLOSED
    if facts.holder(responsibility) is None:
        return refuse("nobody_holds_it", "Niemand heeft deze verantwoordelijkheid. Wijs haar toe, overdragen kan niet.")
    if _holds(viewer, facts, responsibility):
        return allow("holder")
    return may_assign(viewer, facts, responsibility)


def may_fill_temporarily(
    viewer: Viewer, facts: CaseFacts, responsibility: Responsibility, *, beyond_model: bool
) -> Verdict:
    """Filling a seat for a time; one time more than the model allows goes to the operational holder."""
    if facts.is_closed:
        return _CLOSED
    if beyond_model:
        if responsibility is not Responsibility.OPERATIONAL and _holds(viewer, facts, Responsibility.OPERATIONAL):
            return allow("operational")
        return refuse(
            "extension_to_operational",
            "Dit is al zo vaak verlengd als het model toestaat. Nu beslist de operationeel verantwoordelijke.",
        )
    if _directs_process(viewer, facts):
        return allow("process_direction")
    if _holds(viewer, facts, Responsibility.OPERATIONAL):
        return allow("operational")
    return refuse("not_process_director", "Alleen de procesregisseur of de operationeel verantwoordelijke vult dit in.")


def may_return(viewer: Viewer, facts: CaseFacts, responsibility: Responsibility) -> Verdict:
    """Giving a seat back: who holds it, or a stand-in."""
    if facts.is_closed:
        return _CLOSED
    if responsibility not in ASSIGNED:
        return refuse("fills_itself", "Deze verantwoordelijkheid volgt uit de functie in het AVE-model.")
    if _holds(viewer, facts, responsibility):
        return allow("holder")
    return refuse("not_the_holder", "Alleen wie deze verantwoordelijkheid heeft, kan haar teruggeven.")


def may_answer_hand_over(
    viewer: Viewer, facts: CaseFacts, *, asked_member: UUID, asked_by: UUID, withdraws: bool
) -> Verdict:
    """Answering a hand-over: who was asked (or a stand-in); withdrawing it: who asked, or process direction."""
    if facts.is_closed:
        return _CLOSED
    if withdraws:
        if asked_by in viewer.member_ids or _directs_process(viewer, facts):
            return allow("asked")
        return refuse("not_the_asker", "Alleen wie het vroeg, of de procesregisseur, trekt deze vraag in.")
    if asked_member in viewer.member_ids:
        return allow("was_asked")
    return refuse("not_asked", "Deze vraag is aan iemand anders gesteld.")


def may_work_in(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Adding people, organisations and notes, and asking a team to take over: who leads this case or its process.

    Watching over the vacancies of a municipality is not enough: who does that sees no more than the band.
    """
    if facts.is_closed:
        return _CLOSED
    if _holds(viewer, facts, *ASSIGNED):
        return allow("director")
    return refuse("not_a_director", "Alleen de casusregisseur of de procesregisseur kan dit.")


def may_follow_up(viewer: Viewer, facts: CaseFacts, *, looks_after: bool) -> Verdict:
    """Filling in what follows a decision: who leads the case; once it is closed, who led it and still looks after it.

    `looks_after` says that the viewer sees the closed case because they led it, until it goes well.
    """
    if facts.is_closed and looks_after:
        return allow("aftercare")
    if facts.is_closed:
        return refuse("not_looking_after", "Deze casus is gesloten. Alleen wie haar leidde, vult dit nog aan.")
    return may_work_in(viewer, facts)


def _watches(viewer: Viewer, facts: CaseFacts, *, looks_after: bool) -> bool:
    """Lead the case or its process, or have the operational responsibility; or have led it, and look after it still."""
    return looks_after or _holds(viewer, facts, *WATCHING)


def may_name_receiver(viewer: Viewer, facts: CaseFacts, *, looks_after: bool) -> Verdict:
    """Naming who takes a case over when nobody did: who leads it, and who has the operational responsibility."""
    if _watches(viewer, facts, looks_after=looks_after):
        return allow("watches")
    return refuse("not_watching", "Alleen de regisseurs en de operationeel verantwoordelijke wijzen een ontvanger aan.")


def may_answer_receiver(viewer: Viewer, facts: CaseFacts, *, asked_member: UUID | None, looks_after: bool) -> Verdict:
    """Saying that one takes a case over: who was asked, or a stand-in; for who is outside Houvast: who leads it."""
    if asked_member is not None:
        asked = asked_member in viewer.member_ids
        return allow("was_asked") if asked else refuse("not_asked", "Deze vraag is aan iemand anders gesteld.")
    if _watches(viewer, facts, looks_after=looks_after):
        return allow("records")
    return refuse("not_watching", "Alleen de regisseurs en de operationeel verantwoordelijke leggen dit antwoord vast.")


def may_check_pulse(viewer: Viewer, facts: CaseFacts, *, looks_after: bool) -> Verdict:
    """Saying how it goes after going down or closing: who leads the case, or led it and still looks after it."""
    if _watches(viewer, facts, looks_after=looks_after):
        return allow("aftercare" if facts.is_closed else "watches")
    return refuse("not_watching", "Alleen de regisseurs en de operationeel verantwoordelijke leggen vast hoe het gaat.")


def may_look_up_residents(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Looking whether somebody is in the register: who leads a case there and works for that municipality itself."""
    verdict = may_work_in(viewer, facts)
    if not verdict.allowed:
        return verdict
    if viewer.municipality_id != facts.municipality_id:
        return refuse("not_of_municipality", "Alleen wie bij deze gemeente werkt, zoekt in haar register.")
    return verdict


def may_report_item(viewer: Viewer, facts: CaseFacts, *, holder: UUID | None) -> Verdict:
    """Reporting an item of a crucial moment: who holds it (or a stand-in), and who leads the case or its process."""
    if facts.is_closed:
        return _CLOSED
    if holder is not None and holder in viewer.member_ids:
        return allow("holds_item")
    return may_work_in(viewer, facts)


def may_end_stay(viewer: Viewer, facts: CaseFacts, *, host_member: UUID | None, host_team: UUID | None) -> Verdict:
    """Ending a stay elsewhere: who leads the case or its process, and whoever hosts there, for they see somebody go."""
    if facts.is_closed:
        return _CLOSED
    if host_member in viewer.member_ids or host_team in viewer.team_ids:
        return allow("hosts")
    return may_work_in(viewer, facts)


def may_answer_move(viewer: Viewer, asked: AskedToReceive) -> Verdict:
    """Answering for a municipality to which a case is offered: who was asked there, or a stand-in who works there; of a
    team everybody who directs processes.
    """
    works_there = viewer.municipality_id == asked.municipality_id
    if works_there and asked.member_id in viewer.member_ids:
        return allow("was_asked")
    if not works_there or asked.team_id not in viewer.team_ids:
        return refuse("not_asked", "Deze casus is aan iemand anders aangeboden.")
    if viewer.functions & asked.functions:
        return allow("team_was_asked")
    return refuse("not_a_process_director", "Dit is aan uw team aangeboden. Wie daar de procesregie doet, antwoordt.")


def may_withdraw_move(viewer: Viewer, facts: CaseFacts, *, offered_by: UUID) -> Verdict:
    """Taking an offer to another municipality back: who made it, and who leads the case or its process."""
    if facts.is_closed:
        return _CLOSED
    if offered_by in viewer.member_ids:
        return allow("offered")
    return may_work_in(viewer, facts)


def may_set_up(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting a list or the table of who sees what of a municipality: its own administrator."""
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit.")


def may_answer_take_over(viewer: Viewer, facts: CaseFacts, *, to_team: UUID) -> Verdict:
    """Answering for a team that was asked to take a case over: whoever is in that team."""
    if facts.is_closed:
        return _CLOSED
    if to_team in viewer.team_ids:
        return allow("in_team")
    return refuse("not_in_team", "Deze vraag is aan een ander team gesteld.")


def may_withdraw_take_over(viewer: Viewer, facts: CaseFacts, *, asked_by: UUID) -> Verdict:
    """Taking a question to a team back: who asked it, or process direction. So a silent team holds nothing up."""
    if facts.is_closed:
        return _CLOSED
    if asked_by in viewer.member_ids:
        return allow("asked")
    if _directs_process(viewer, facts):
        return allow("process_direction")
    return refuse("not_the_asker", "Alleen wie het vroeg, of de procesregisseur, trekt deze vraag in.")


def may_close(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Closing: the case director, or process direction."""
    return may_work_in(viewer, facts)


def may_review(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Recording that the phase still fits: who leads the case or its process."""
    return may_work_in(viewer, facts)


def may_reopen(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Reopening: process direction in the municipality, or whoever may open a case there."""
    if not facts.is_closed:
        return refuse("not_closed", "Deze casus is open.")
    return may_open(viewer, facts.municipality_id)


def may_decide(viewer: Viewer, facts: CaseFacts, boundary: Boundary, *, on_behalf_of: str = "") -> Verdict:
    """Deciding on scaling: only who the model names; a mandated officer may record a decision on someone's behalf.

    A mandate is given in one municipality and counts there only.
    """
    if facts.is_closed:
        return _CLOSED
    if on_behalf_of:
        return _for_another(viewer, facts, boundary.decides, on_behalf_of)
    if viewer.functions & set(boundary.decides) and _belongs(viewer, facts):
        return allow("named_by_model")
    return refuse("not_the_decider", "Het model van uw gemeente laat iemand anders hierover beslissen.")


def _for_another(viewer: Viewer, facts: CaseFacts, named: Collection[str], on_behalf_of: str) -> Verdict:
    here = viewer.municipality_id == facts.municipality_id
    if here and on_behalf_of in named and on_behalf_of in viewer.mandates:
        return allow("mandate")
    return refuse("no_mandate", "U heeft geen mandaat om dit besluit namens deze functie vast te leggen.")


def may_propose(viewer: Viewer, facts: CaseFacts, boundary: Boundary) -> Verdict:
    """Proposing to scale: who the model names, and whoever leads the case or its process."""
    if facts.is_closed:
        return _CLOSED
    if _holds(viewer, facts, *ASSIGNED) or (viewer.functions & set(boundary.proposes) and _belongs(viewer, facts)):
        return allow("proposes")
    return refuse("not_the_proposer", "Alleen de regisseurs van deze casus stellen op- of afschalen voor.")


def may_withdraw(viewer: Viewer, facts: CaseFacts, *, proposed_by: UUID) -> Verdict:
    """Taking a proposal back: who made it, or a stand-in."""
    if facts.is_closed:
        return _CLOSED
    if proposed_by in viewer.member_ids:
        return allow("proposer")
    return refuse("not_the_proposer", "Alleen wie het voorstel deed, trekt het in.")


def may_ask_judgement(viewer: Viewer, facts: CaseFacts, *, proposed_by: UUID) -> Verdict:
    """Asking one more judgement on a proposal: who made it, and whoever leads the case or its process."""
    if facts.is_closed:
        return _CLOSED
    if proposed_by in viewer.member_ids or _holds(viewer, facts, *ASSIGNED):
        return allow("director")
    return refuse("not_a_director", "Alleen wie het voorstel deed, en de regisseurs, vragen om een oordeel.")


def may_judge(viewer: Viewer, facts: CaseFacts, *, asked_member: UUID | None, asked_by: UUID) -> Verdict:
    """Judging a proposal: who was asked, or a stand-in; what was said outside Houvast is recorded by who asked it."""
    if facts.is_closed:
        return _CLOSED
    if asked_member is not None:
        asked = asked_member in viewer.member_ids
        return allow("was_asked") if asked else refuse("not_asked", "Dit oordeel is aan iemand anders gevraagd.")
    if asked_by in viewer.member_ids or _holds(viewer, facts, *ASSIGNED):
        return allow("records")
    return refuse("not_the_asker", "Alleen wie dit vroeg, of een regisseur, legt dit oordeel vast.")


def may_scale_urgently(viewer: Viewer, facts: CaseFacts, boundary: Boundary) -> Verdict:
    """Scaling up at once: the process director or a stand-in, where the model provides for urgency."""
    if facts.is_closed:
        return _CLOSED
    if boundary.urgent_confirm_within_working_days is None:
        return refuse("no_urgency", "Het model van uw gemeente kent hier geen spoed.")
    if _directs_process(viewer, facts):
        return allow("process_direction")
    return refuse("not_process_director", "Alleen de procesregisseur of de waarnemer schaalt met spoed op.")


def may_confirm_urgency(
    viewer: Viewer, facts: CaseFacts, boundary: Boundary, *, scaled_by: UUID, on_behalf_of: str = ""
) -> Verdict:
    """Confirming or reversing an urgent scaling: who the model names, and never who did it.

    A mandated officer may record what a function decided, as with other decisions (`may_decide`).
    """
    if facts.is_closed:
        return _CLOSED
    if viewer.member_id == scaled_by:
        return refuse("own_urgency", "U schaalde zelf op. Een ander bevestigt of draait terug.")
    if on_behalf_of:
        return _for_another(viewer, facts, boundary.urgent_confirmed_by, on_behalf_of)
    if viewer.functions & set(boundary.urgent_confirmed_by) and _belongs(viewer, facts):
        return allow("named_by_model")
    return refuse("not_the_confirmer", "Het model van uw gemeente laat iemand anders dit bevestigen.")


def _belongs(viewer: Viewer, facts: CaseFacts) -> bool:
    """Work in the municipality of the case, at a partner of its region or everywhere, or hold a seat in it."""
    here = viewer.municipality_id == facts.municipality_id
    partner = viewer.partner_region is not None and viewer.partner_region in ("", facts.region)
    return here or partner or _holds(viewer, facts, *Responsibility)
