"""What letters tell somebody who takes part without an account: for a higher room that judged who asks.

It passes by the scopes of this room, which know members only (ADR 0039). So it takes the id of one case and who reads,
and gives the letters to that very person that went: never a letter to another, and never why somebody may know it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.cases.selectors.households import everybody_of_case
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.models import Letter
from houvast.letters.rules.content import LetterContent, content_from
from houvast.letters.services.make_letter import CONTENT_PLACE
from houvast.residents.rules.shielding import Other
from houvast.residents.rules.traces import Traces
from houvast.residents.selectors_hidden import told_in_each
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter for who it is to: with their name above it and no address, for an own page shows nobody's."""

    id: UUID
    sent_on: date
    content: LetterContent


def letters_to(case_id: UUID, other: Other, *, now: datetime, kept: Traces) -> tuple[OwnLetter, ...]:
    """Give the letters of a case that went to somebody, the newest first: in one query, and two when there are any.

    What is hidden or shielded since they went stays hidden: a letter with what is `kept` from the reader is not among
    them.
    """
    rows = _to(other).filter(case_id=case_id, sent__sent_on__lte=in_amsterdam(now).date())
    found = [_letter(row) for row in rows.select_related("case__key", "sent").order_by("-sent__sent_on", "-id")]
    if not found:
        return ()
    texts = [f"{each.content.subject}\n{each.content.text}" for each in found]
    hidden = told_in_each(texts, everybody_of_case(case_id))
    safe = [not tells and kept.taken_out(text) == text for tells, text in zip(hidden, texts, strict=True)]
    return tuple(each for each, is_safe in zip(found, safe, strict=True) if is_safe)


def _to(other: Other) -> QuerySet[Letter]:
    if other.resident_id is not None:
        return Letter.objects.filter(resident_id=other.resident_id)
    if other.network_member_id is not None:
        return Letter.objects.filter(network_member_id=other.network_member_id)
    return Letter.objects.none()


def _letter(row: Letter) -> OwnLetter:
    content = content_from(unseal(row.case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}"))
    return OwnLetter(row.id, row.sent.sent_on, replace(content, to=content.name, ground_words=""))
