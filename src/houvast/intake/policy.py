"""Acting in intake: may this viewer do this? Pure functions; each condition has its reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.intake.defaults import UNDO_WITHIN
from houvast.intake.rules.triage import Move, Outcome, Step, next_step
from houvast.kernel.verdict import Verdict, allow, refuse

TRIAGE_DOMAINS = frozenset(step.value for step in Step)


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What a policy needs to know of the newest decision about a concern."""

    outcome: str
    decided_by: UUID
    decided_at: datetime
    to_team: UUID | None
    is_answered: bool


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """What a policy needs to know of a concern. `waits`: it needs a decision now, also when it came back."""

    municipality_id: UUID
    steps: tuple[str, ...]
    step: str
    waits: bool
    decision: DecisionFacts | None


def does_triage(viewer: Viewer) -> bool:
    """Whether somebody looks at concerns in a municipality, for public order or for OGGZ."""
    return viewer.municipality_id is not None and bool(viewer.domains & TRIAGE_DOMAINS)


def may_see_settings(viewer: Viewer) -> bool:
    """Whether somebody sees how intake is set up: the administrator of the municipality, and who does triage there."""
    return viewer.municipality_id is not None and (viewer.is_administrator or does_triage(viewer))


def may_import(viewer: Viewer) -> Verdict:
    """Reading a list: who does triage, and only for their own municipality; that is judged row by row."""
    if does_triage(viewer):
        return allow("does_triage")
    return refuse("no_triage", "Alleen wie signalen beoordeelt (OGGZ of openbare orde) leest een lijst in.")


def may_enter(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Entering a concern: whoever works in that municipality, in whatever function."""
    if viewer.municipality_id == municipality_id:
        return allow("works_in_municipality")
    return refuse("other_municipality", "U kunt alleen in uw eigen gemeente een signaal invoeren.")


def may_decide(viewer: Viewer, facts: ConcernFacts, duo_domains: Collection[str]) -> Verdict:
    """Deciding, taking, and saying who it is about: whoever has the domain of the step that is due, or their duo."""
    if viewer.municipality_id != facts.municipality_id:
        return refuse("other_municipality", "Dit signaal is van een andere gemeente.")
    if facts.step in viewer.domains:
        return allow("own_domain")
    if facts.step in duo_domains:
        return allow("duo")
    return refuse("not_your_step", f"Dit signaal ligt nu bij {Step(facts.step).label}. Wie daar werkt, beslist.")


def may_choose_themes(
    viewer: Viewer, facts: ConcernFacts, duo_domains: Collection[str], *, entered_by: UUID | None
) -> Verdict:
    """Saying what a concern is about: who entered it, or a stand-in, and who may decide about it."""
    if entered_by is not None and entered_by in viewer.member_ids:
        return allow("entered_it")
    return may_decide(viewer, facts, duo_domains)


def may_send_on(viewer: Viewer, facts: ConcernFacts, duo_domains: Collection[str]) -> Verdict:
    """Sending a concern to the next step: who may decide, where the point has a next step."""
    if not next_step(facts.steps, facts.step):
        return refuse("no_next_step", "Bij dit meldpunt is dit de laatste stap. Beslis wat er met het signaal gebeurt.")
    return may_decide(viewer, facts, duo_domains)


def may_answer_pass_on(viewer: Viewer, to_team: UUID | None) -> Verdict:
    """Answering for a team to which a concern was passed on: whoever is in that team."""
    if to_team in viewer.team_ids:
        return allow("in_team")
    return refuse("not_in_team", "Dit signaal is aan een ander team doorgegeven.")


_STAYS = {
    Outcome.NEW_CASE.value: refuse(
        "case_opened", "Er is een casus geopend; die blijft. Sluit de casus met een reden als zij niet nodig is."
    ),
    Move.UNDONE.value: refuse("already_undone", "Dit besluit is al ongedaan gemaakt."),
    Outcome.STRAIGHT_OUT.value: refuse(
        "gone", "De gegevens van dit signaal zijn verwijderd. Dat is niet terug te draaien."
    ),
}


def may_undo(viewer: Viewer, facts: ConcernFacts, *, now: datetime) -> Verdict:
    """Undoing: who decided it themselves, for a short while, as long as nothing was built on it."""
    decision = facts.decision
    if decision is None or decision.decided_by != viewer.member_id:
        return refuse("not_your_decision", "U kunt alleen uw eigen laatste besluit ongedaan maken.")
    if decision.outcome in _STAYS:
        return _STAYS[decision.outcome]
    if decision.is_answered:
        return refuse("answered", "De ontvanger heeft al geantwoord. Bel het team als u het anders wilt.")
    if now - decision.decided_at >= UNDO_WITHIN:
        minutes = UNDO_WITHIN.seconds // 60
        return refuse("too_late", f"Ongedaan maken kan {minutes} minuten lang. Die tijd is voorbij.")
    return allow("own_decision")


def may_repair(viewer: Viewer, municipality_id: UUID | None) -> Verdict:
    """Repairing a row: who does triage in its municipality; a row of an unknown one, who does triage anywhere."""
    if not does_triage(viewer):
        return refuse("no_triage", "Alleen wie signalen beoordeelt (OGGZ of openbare orde) herstelt regels.")
    if municipality_id in (None, viewer.municipality_id):
        return allow("does_triage")
    return refuse("other_municipality", "Deze regel is van een andere gemeente.")
