"""Acting on tables and meetings that one can see: pure functions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What a policy needs to know of a meeting. `sits` says that the viewer sits at its table."""

    municipality_id: UUID
    chair_id: UUID
    state: str
    agenda_closes: date
    sits: bool


_NOT_CHAIR = refuse("not_the_chair", "Alleen de voorzitter van dit overleg doet dit, of wie de voorzitter vervangt.")
_CLOSED = refuse("meeting_closed", "Dit overleg is gesloten. De notulen staan vast; een correctie kan wel.")
_NOT_OPEN = refuse("meeting_not_open", "Dit overleg is nog niet begonnen. Open het eerst.")
_CASE_CLOSED = refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")


def may_manage_tables(viewer: Viewer | None, municipality_id: UUID) -> Verdict:
    """Setting tables and who sits there: the administrator of the municipality; the system (None) fills a region."""
    if viewer is None:
        return allow("system")
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente stelt dit in.")


def may_plan_meeting(viewer: Viewer, *, municipality_id: UUID, chair_id: UUID) -> Verdict:
    """Planning a meeting: the chair of the table, or the administrator."""
    if chair_id in viewer.member_ids:
        return allow("chair")
    if may_manage_tables(viewer, municipality_id).allowed:
        return allow("administrator")
    return _NOT_CHAIR


def may_prepare(viewer: Viewer, facts: MeetingFacts) -> Verdict:
    """Opening, closing, ordering, inviting and noting who is there: the chair, until the meeting is closed."""
    if facts.state == "closed":
        return _CLOSED
    return allow("chair") if facts.chair_id in viewer.member_ids else _NOT_CHAIR


def may_add_item(viewer: Viewer, facts: MeetingFacts, today: date) -> Verdict:
    """Putting something on the agenda: the chair; who sits at the table too, until the agenda closes."""
    verdict = may_prepare(viewer, facts)
    if verdict.allowed or facts.state == "closed" or not facts.sits:
        return verdict
    if today > facts.agenda_closes or facts.state != "planned":
        return refuse("agenda_closed", "De agenda is dicht. Vraag de voorzitter om dit er nog op te zetten.")
    return allow("at_the_table")


def may_write_minutes(viewer: Viewer, facts: MeetingFacts) -> Verdict:
    """Writing what was said: the chair, while the meeting is open."""
    verdict = may_prepare(viewer, facts)
    return _NOT_OPEN if verdict.allowed and facts.state != "open" else verdict


def may_resolve(viewer: Viewer, facts: MeetingFacts, *, case_closed: bool) -> Verdict:
    """Recording what the meeting decided: as writing what was said, and not in a closed case."""
    verdict = may_write_minutes(viewer, facts)
    return _CASE_CLOSED if verdict.allowed and case_closed else verdict


def may_ask_table(viewer: Viewer, facts: MeetingFacts, *, case_closed: bool) -> Verdict:
    """Putting a question to another table: the chair, until the meeting is closed, and not about a closed case."""
    verdict = may_prepare(viewer, facts)
    return _CASE_CLOSED if verdict.allowed and case_closed else verdict


def may_answer_question(viewer: Viewer, *, table_chair_id: UUID) -> Verdict:
    """Putting a question of another table on an agenda, and answering it: the chair of the table that is asked."""
    if table_chair_id in viewer.member_ids:
        return allow("chair")
    return refuse("not_the_chair_asked", "Alleen de voorzitter van de gevraagde tafel antwoordt.")


def may_withdraw_question(viewer: Viewer, *, chair_ids: frozenset[UUID]) -> Verdict:
    """Taking a question to another table back: who led the meeting that asked it, and who leads that table now."""
    return allow("chair") if chair_ids & viewer.member_ids else _NOT_CHAIR


def may_correct(viewer: Viewer, facts: MeetingFacts) -> Verdict:
    """Putting minutes right: the chair, after closing."""
    if facts.state != "closed":
        return refuse("meeting_not_closed", "Dit overleg is nog niet gesloten. Verander de tekst zelf.")
    return allow("chair") if facts.chair_id in viewer.member_ids else _NOT_CHAIR


def may_record_outcome(viewer: Viewer, *, chair_id: UUID, member_id: UUID | None, team_id: UUID | None) -> Verdict:
    """Saying what became of a resolution: who does it (or stands in, or is in the team), and the chair."""
    if member_id in viewer.member_ids or team_id in viewer.team_ids:
        return allow("owner")
    if chair_id in viewer.member_ids:
        return allow("chair")
    return refuse("not_the_owner", "Alleen wie dit doet, of de voorzitter, legt vast wat ervan terechtkwam.")
