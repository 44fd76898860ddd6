"""Put on record that who leads read what people said in their own words: they see it on their own page."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy_own_words, scopes_own_words
from houvast.cases.models import OwnWordsRead
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor


def read_own_words(*, actor: Actor, now: datetime, case_id: UUID, seen_words: int) -> None:
    """Say so of everything up to the last that was seen. Raises `NotVisible` or `Refused`. Safe to repeat."""
    with acting_on_case(events.OWN_WORDS_READ, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy_own_words.may_read_own_words(loaded.viewer, loaded.facts))
        responsibility = loaded.acting.ground
        said = scopes_own_words.own_words(loaded.viewer, now=now).filter(case_id=case_id, number__lte=seen_words)
        read = OwnWordsRead.objects.filter(case_id=case_id, responsibility=responsibility)
        numbers = []
        for row in said.exclude(pk__in=read.values("own_words_id")).order_by("number"):
            OwnWordsRead(
                own_words=row,
                case_id=case_id,
                municipality_id=row.municipality_id,
                responsibility=responsibility,
                by_id=loaded.viewer.member_id,
                at=now,
            ).save(force_insert=True)
            numbers.append(str(row.number))
        loaded.about("case", case_id, read=numbers)
