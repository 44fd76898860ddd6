"""Let people see an item about a case, through the table of reasons; and end that again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Relation
from houvast.cases.services.let_see import Sight, end_sight, let_see
from houvast.consultation.models import AgendaItem, ItemMember, TableQuestion
from houvast.consultation.scopes import ASKED, SOURCE
from houvast.kernel.actor import Actor

GROUND = "at_the_table"


def show(
    item: AgendaItem,
    member_ids: Sequence[UUID],
    *,
    actor: Actor,
    now: datetime,
    until: datetime | None = None,
    also_closed: bool = True,
) -> None:
    """Let members see an item about a case and who leads that case."""
    if item.case_id is not None and member_ids:
        sight = Sight(Relation.AT_THE_TABLE, SOURCE, item.id, GROUND, member_ids, until=until, also_closed=also_closed)
        let_see(actor=actor, now=now, case_id=item.case_id, sight=sight)


def hide(item: AgendaItem, *, actor: Actor, now: datetime) -> None:
    """End what anybody saw because of this item."""
    if item.case_id is not None:
        end_sight(actor=actor, now=now, case_id=item.case_id, source=SOURCE, source_id=item.id)


def show_anew(item: AgendaItem, chair_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Let just the chair and who is invited now see an item, after that changed; of a closed case nobody."""
    invited = ItemMember.objects.filter(item=item, until_at__isnull=True).values_list("member_id", flat=True)
    hide(item, actor=actor, now=now)
    show(item, list(dict.fromkeys([chair_id, *invited])), actor=actor, now=now, also_closed=False)


def show_question(
    question: TableQuestion, case_id: UUID | None, chair_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Let the chair of a table that is asked something about a case see who leads it, until the question ends."""
    if case_id is not None:
        sight = Sight(Relation.AT_THE_TABLE, ASKED, question.id, GROUND, [chair_id], also_closed=False)
        let_see(actor=actor, now=now, case_id=case_id, sight=sight)


def hide_question(question: TableQuestion, case_id: UUID | None, *, actor: Actor, now: datetime) -> None:
    """End what a chair saw because of a question."""
    if case_id is not None:
        end_sight(actor=actor, now=now, case_id=case_id, source=ASKED, source_id=question.id)


def pass_question_on(
    question: TableQuestion, case_id: UUID | None, chair_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Let a new chair see a question in the place of who led the table; nobody when the case was closed meanwhile."""
    hide_question(question, case_id, actor=actor, now=now)
    show_question(question, case_id, chair_id, actor=actor, now=now)
