"""Where cases were discussed, for who asks to see what is held (AVG art. 15)."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from houvast.consultation.models import AgendaItem, ItemText
from houvast.consultation.services.put_on_agenda import QUESTION_PLACE
from houvast.consultation.services.write_item_text import TEXT_PLACE
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import unseal


def held_in_meetings(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the items about cases, with the question and the newest words of the minutes, in two queries."""
    rows = AgendaItem.objects.filter(case__in=case_ids, taken_off_at=None, case__key__destroyed_at=None)
    rows = rows.select_related("meeting__table", "organisation", "case__key").order_by("meeting__starts_at", "pk")
    found = list(rows)
    texts: dict[UUID, list[ItemText]] = defaultdict(list)
    for text in ItemText.objects.filter(item__in=[row.id for row in found]).order_by("number"):
        texts[text.item_id].append(text)
    return tuple(_held(row, texts[row.id][-1:]) for row in found)


def _held(row: AgendaItem, texts: list[ItemText]) -> Held:
    key = row.case.key if row.case else None
    question = (
        unseal(key, row.question_sealed, place=f"{QUESTION_PLACE}:{row.id}") if key and row.question_sealed else ""
    )
    minutes = [unseal(key, text.text_sealed, place=f"{TEXT_PLACE}:{text.id}") for text in texts if key]
    lines = (("Tafel", row.meeting.table.name), ("Vraag", question), *(("Verslag", words) for words in minutes))
    told = tuple(line for line in lines if line[1])
    on = in_amsterdam(row.meeting.starts_at).date()
    return Held(HeldKind.CONSULTATION, "Besproken in een overleg", told, on, row.organisation.name, row.case_id)
