"""Put on record what somebody who takes part says, in their own words."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from houvast.cases.models import OwnWords
from houvast.cases.rules.own_words import NewWords, words_problems
from houvast.cases.services.act_from_outside import OutsideCase
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.vault.sealing import seal, unseal

WORDS_PLACE, BY_PLACE, STOOD_PLACE = "cases_ownwords.words", "cases_ownwords.by", "cases_ownwords.stood"

A_DAY, MOST_A_DAY = timedelta(days=1), 30
"""How much one participant sends in a day, so that nobody drowns the others. *Verzonnen*."""
_MUCH = "U stuurde vandaag al veel. Bel liever met wie u helpt. Morgen kunt u weer schrijven."


def put_own_words(*, actor: Actor, now: datetime, outside: OutsideCase, new: NewWords) -> UUID:
    """Put it there, in the act of a higher room that judged who says it; the case is locked. The words are not changed.

    Raises `Invalid`, or `Conflict` when the same was sent just now.
    """
    problems = words_problems(new.words)
    if problems:
        raise Invalid(problems)
    if OwnWords.objects.filter(case=outside.case, source_id=actor.name, at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise Invalid({"words": _MUCH})
    case, source_id, words_id = outside.case, UUID(actor.name), new_id()
    same = OwnWords.objects.filter(
        case=case, source_id=source_id, about=new.about, about_id=new.about_id, at__gt=now - SAME_WITHIN
    )
    if any(unseal(case.key, row.words_sealed, place=f"{WORDS_PLACE}:{row.id}") == new.words for row in same):
        raise Conflict(ALREADY)
    newest = OwnWords.objects.filter(case=case).aggregate(number=Max("number"))["number"] or 0
    OwnWords(
        id=words_id,
        case=case,
        municipality_id=case.municipality_id,
        resident_id=new.resident_id,
        number=newest + 1,
        source_id=source_id,
        is_resident=new.is_resident,
        about=new.about.value,
        about_id=new.about_id,
        by_sealed=seal(case.key, new.by, place=f"{BY_PLACE}:{words_id}"),
        stood_sealed=seal(case.key, new.stood, place=f"{STOOD_PLACE}:{words_id}"),
        words_sealed=seal(case.key, new.words, place=f"{WORDS_PLACE}:{words_id}"),
        at=now,
    ).save(force_insert=True)
    outside.about("own_words", words_id, number=newest + 1, about=new.about.value)
    return words_id
