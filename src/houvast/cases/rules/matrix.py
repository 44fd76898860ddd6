"""Who sees which part of a case: one table, by relation. Default deny: what is not in the table is not seen.

`docs/wie-ziet-wat.md` shows the same table to its readers. It is a default on the law as we know it, unconfirmed.
Reasons for the two exceptions: a public-order function does not read care notes, also not inside one municipality; and
who carries administrative responsibility comes into a case from phase 3, by the decision that scaled it up.

Crucial moments are for who prepares them: the two directors. A moment around a clinic or the CBL says that somebody is
ill, so it asks a ground for care. The operational holder decides and does not prepare; who looks after a closed case
sees how it stands, not when somebody was in prison. Who holds an item sees, beside the band, that item and its moment.

Who hosts somebody in another municipality sees the band and the agreement, and of the rest exactly what that agreement
names; notes on care and on justice cannot be named in it. Who is asked to receive a case of somebody who moves sees the
offer, and nothing of the case itself, not even its band.

Tailor-made help above the amount of the municipality is decided by who sees to people and money. So the operational
holder sees what was asked of them, in every phase, and nothing else of the plan; a mandated officer sees that one
question until it is answered.

Aftercare is for who must notice that it goes wrong again: the directors, and the operational holder, who is asked when
nobody has the case direction. Who receives a case sees that of the phase in which they were asked.

With whom something was shared sees the band, that it was shared, and of the rest exactly what was chosen. Notes are
chosen one by one, so what is written later is not seen. Who is asked to approve that sees what is asked and why, not
what would be shared, until it is answered.

Who broke the glass sees for some hours what is needed to act now: never a note on care or on justice, only that there
are, as a process director does.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from houvast.ave.vocabulary import Domain, Responsibility


class Part(StrEnum):
    """The parts of a case that are seen apart from each other."""

    BAND = "band"
    DECISIONS = "decisions"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    GENERAL_NOTES = "general_notes"
    CARE_NOTES = "care_notes"
    CARE_SUMMARY = "care_summary"
    JUSTICE_NOTES = "justice_notes"
    JUSTICE_SUMMARY = "justice_summary"
    PLAN = "plan"
    TASK = "task"
    ITEM = "item"
    MOMENTS = "moments"
    CARE_MOMENTS = "care_moments"
    JUDGEMENT = "judgement"
    STAY = "stay"
    TAILOR_MADE = "tailor_made"
    MOVE = "move"
    AFTERCARE = "aftercare"
    NOTE = "note"
    SHARED = "shared"


class Relation(StrEnum):
    """What somebody is to a case."""

    CASE_DIRECTOR = "case_director"
    PROCESS_DIRECTOR = "process_director"
    OPERATIONAL_HOLDER = "operational_holder"
    ADMINISTRATIVE_HOLDER = "administrative_holder"
    PROCESS_TEAM = "process_team"
    DECIDER = "decider"
    SCALED_URGENTLY = "scaled_urgently"
    AFTERCARE = "aftercare"
    ASKED_FOR_SEAT = "asked_for_seat"
    ASKED_TO_TAKE_OVER = "asked_to_take_over"
    TASK_OWNER = "task_owner"
    ASKED_TO_JUDGE = "asked_to_judge"
    AT_THE_TABLE = "at_the_table"
    ITEM_HOLDER = "item_holder"
    HOST = "host"
    ASKED_FOR_TAILOR_MADE = "asked_for_tailor_made"
    ASKED_TO_RECEIVE = "asked_to_receive"
    RECEIVER = "receiver"
    SHARED_WITH = "shared_with"
    ASKED_TO_APPROVE = "asked_to_approve"
    BROKE_GLASS = "broke_glass"


class Cell(StrEnum):
    """When a relation sees a part."""

    ALWAYS = "always"
    FROM_PHASE_3 = "from_phase_3"
    CARE_GROUND = "care_ground"
    AGREED = "agreed"


_ALWAYS, _FROM_3, _CARE, _AGREED = Cell.ALWAYS, Cell.FROM_PHASE_3, Cell.CARE_GROUND, Cell.AGREED

MATRIX: Mapping[Relation, Mapping[Part, Cell]] = MappingProxyType(
    {
        Relation.CASE_DIRECTOR: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _ALWAYS,
                Part.PEOPLE: _ALWAYS,
                Part.ORGANISATIONS: _ALWAYS,
                Part.GENERAL_NOTES: _ALWAYS,
                Part.CARE_NOTES: _CARE,
                Part.CARE_SUMMARY: _ALWAYS,
                Part.JUSTICE_NOTES: _ALWAYS,
                Part.JUSTICE_SUMMARY: _ALWAYS,
                Part.PLAN: _ALWAYS,
                Part.ITEM: _ALWAYS,
                Part.MOMENTS: _ALWAYS,
                Part.CARE_MOMENTS: _CARE,
                Part.STAY: _ALWAYS,
                Part.MOVE: _ALWAYS,
                Part.AFTERCARE: _ALWAYS,
                Part.SHARED: _ALWAYS,
            }
        ),
        Relation.PROCESS_DIRECTOR: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _ALWAYS,
                Part.PEOPLE: _ALWAYS,
                Part.ORGANISATIONS: _ALWAYS,
                Part.GENERAL_NOTES: _ALWAYS,
                Part.CARE_SUMMARY: _CARE,
                Part.JUSTICE_SUMMARY: _ALWAYS,
                Part.PLAN: _ALWAYS,
                Part.ITEM: _ALWAYS,
                Part.MOMENTS: _ALWAYS,
                Part.CARE_MOMENTS: _CARE,
                Part.STAY: _ALWAYS,
                Part.MOVE: _ALWAYS,
                Part.AFTERCARE: _ALWAYS,
                Part.SHARED: _ALWAYS,
            }
        ),
        Relation.OPERATIONAL_HOLDER: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _FROM_3,
                Part.TAILOR_MADE: _ALWAYS,
                Part.AFTERCARE: _ALWAYS,
            }
        ),
        Relation.ADMINISTRATIVE_HOLDER: MappingProxyType({Part.BAND: _FROM_3, Part.DECISIONS: _FROM_3}),
        Relation.PROCESS_TEAM: MappingProxyType({Part.BAND: _ALWAYS}),
        Relation.DECIDER: MappingProxyType({Part.BAND: _ALWAYS, Part.DECISIONS: _ALWAYS}),
        Relation.SCALED_URGENTLY: MappingProxyType({Part.BAND: _ALWAYS, Part.DECISIONS: _ALWAYS}),
        Relation.AFTERCARE: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _ALWAYS,
                Part.PEOPLE: _ALWAYS,
                Part.PLAN: _ALWAYS,
                Part.AFTERCARE: _ALWAYS,
            }
        ),
        Relation.ASKED_FOR_SEAT: MappingProxyType({Part.BAND: _ALWAYS, Part.ORGANISATIONS: _ALWAYS}),
        Relation.ASKED_TO_TAKE_OVER: MappingProxyType(
            {Part.BAND: _ALWAYS, Part.PEOPLE: _ALWAYS, Part.ORGANISATIONS: _ALWAYS, Part.DECISIONS: _ALWAYS}
        ),
        Relation.ASKED_TO_JUDGE: MappingProxyType({Part.BAND: _ALWAYS, Part.JUDGEMENT: _ALWAYS}),
        Relation.TASK_OWNER: MappingProxyType({Part.BAND: _ALWAYS, Part.TASK: _ALWAYS}),
        Relation.AT_THE_TABLE: MappingProxyType({Part.BAND: _ALWAYS, Part.ITEM: _ALWAYS}),
        Relation.ITEM_HOLDER: MappingProxyType({Part.BAND: _ALWAYS}),
        Relation.ASKED_TO_RECEIVE: MappingProxyType({Part.MOVE: _ALWAYS}),
        Relation.HOST: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.PEOPLE: _AGREED,
                Part.ORGANISATIONS: _AGREED,
                Part.GENERAL_NOTES: _AGREED,
                Part.PLAN: _AGREED,
                Part.MOMENTS: _AGREED,
                Part.STAY: _ALWAYS,
            }
        ),
        Relation.ASKED_FOR_TAILOR_MADE: MappingProxyType({Part.BAND: _ALWAYS, Part.TAILOR_MADE: _ALWAYS}),
        Relation.RECEIVER: MappingProxyType({Part.BAND: _ALWAYS, Part.AFTERCARE: _ALWAYS}),
        Relation.SHARED_WITH: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _AGREED,
                Part.PEOPLE: _AGREED,
                Part.ORGANISATIONS: _AGREED,
                Part.PLAN: _AGREED,
                Part.MOMENTS: _AGREED,
                Part.CARE_MOMENTS: _AGREED,
                Part.NOTE: _AGREED,
                Part.SHARED: _ALWAYS,
            }
        ),
        Relation.ASKED_TO_APPROVE: MappingProxyType({Part.BAND: _ALWAYS, Part.SHARED: _ALWAYS}),
        Relation.BROKE_GLASS: MappingProxyType(
            {
                Part.BAND: _ALWAYS,
                Part.DECISIONS: _ALWAYS,
                Part.PEOPLE: _ALWAYS,
                Part.ORGANISATIONS: _ALWAYS,
                Part.GENERAL_NOTES: _ALWAYS,
                Part.CARE_SUMMARY: _CARE,
                Part.JUSTICE_SUMMARY: _ALWAYS,
                Part.PLAN: _ALWAYS,
                Part.MOMENTS: _ALWAYS,
            }
        ),
    }
)

RELATION_OF_SEAT: Mapping[Responsibility, Relation] = MappingProxyType(
    {
        Responsibility.CASE_DIRECTION: Relation.CASE_DIRECTOR,
        Responsibility.PROCESS_DIRECTION: Relation.PROCESS_DIRECTOR,
        Responsibility.OPERATIONAL: Relation.OPERATIONAL_HOLDER,
        Responsibility.ADMINISTRATIVE: Relation.ADMINISTRATIVE_HOLDER,
    }
)

LEADING = (Relation.CASE_DIRECTOR, Relation.PROCESS_DIRECTOR)
"""Who leads a case or its process."""

_FIRST_COMPLEX_PHASE = 3

NAMEABLE = tuple(part for part, cell in MATRIX[Relation.HOST].items() if cell is Cell.AGREED)
"""The parts that an agreement with another municipality can name."""

CLOSABLE = frozenset(
    {
        Part.ORGANISATIONS,
        Part.GENERAL_NOTES,
        Part.CARE_NOTES,
        Part.CARE_SUMMARY,
        Part.JUSTICE_NOTES,
        Part.JUSTICE_SUMMARY,
        Part.MOMENTS,
        Part.CARE_MOMENTS,
    }
)
"""What a municipality may close to any relation. The rest says who leads, or is what somebody is asked about."""
CLOSABLE_TO_OTHERS = CLOSABLE | {Part.PEOPLE, Part.PLAN, Part.DECISIONS}
"""The same for who does not lead the case: without these nobody can lead it."""
_MUST_DECIDE = (Relation.DECIDER, Relation.SCALED_URGENTLY, Relation.ADMINISTRATIVE_HOLDER, Relation.OPERATIONAL_HOLDER)


def may_be_closed(relation: Relation, part: Part) -> bool:
    """Say whether a municipality may close a part that the table opens to a relation.

    Who decides reads the decisions: a decision that one may not read is none.
    """
    if part not in MATRIX[relation] or (part is Part.DECISIONS and relation in _MUST_DECIDE):
        return False
    return part in (CLOSABLE if relation in LEADING else CLOSABLE_TO_OTHERS)


def parts_for(
    relation: Relation, *, phase: int, domain: str, agreed: Collection[Part] = frozenset()
) -> frozenset[Part]:
    """Give the parts that a relation opens in a phase for a function with this domain ("" for none).

    `agreed` are the parts that an agreement names, or that were shared; they open what the table leaves to that, and
    no more.
    """
    open_cells = {Cell.ALWAYS}
    if phase >= _FIRST_COMPLEX_PHASE:
        open_cells.add(Cell.FROM_PHASE_3)
    if domain != Domain.PUBLIC_ORDER:
        open_cells.add(Cell.CARE_GROUND)
    return frozenset(
        part
        for part, cell in MATRIX[relation].items()
        if cell in open_cells or (cell is Cell.AGREED and part in agreed)
    )
