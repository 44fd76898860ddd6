"""Say something on one's own page, in one's own words."""

from datetime import datetime
from uuid import UUID

from houvast.cases.events import OWN_WORDS_SAID
from houvast.cases.rules.own_words import NewWords, WordsAbout
from houvast.cases.services.put_own_words import put_own_words
from houvast.kernel.actor import Actor
from houvast.participation.models import Participant
from houvast.participation.rules.speaking import named
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.selectors.taking_part import name_of
from houvast.participation.services.steps.load_participant import acting_as_participant
from houvast.residents.rules.naming import full_name


def say(
    *,
    actor: Actor,
    now: datetime,
    participant_id: UUID,
    words: str,
    about: WordsAbout = WordsAbout.GENERAL,
    about_id: UUID | None = None,
    stood: str = "",
) -> UUID:
    """Say it; `stood` is what it is about, as it stands now. Gives the id of the words.

    Raises `NotVisible` for who does not take part now, `Invalid`, or `Conflict` when the same was sent just now.
    """
    with acting_as_participant(OWN_WORDS_SAID, participant_id, actor=actor, now=now) as (outside, row):
        new = NewWords(
            resident_id=row.resident_id,
            is_resident=row.kind == ParticipantKind.SELF,
            by=_named(row),
            words=words.strip(),
            about=about,
            about_id=about_id,
            stood=stood,
        )
        return put_own_words(actor=actor, now=now, outside=outside, new=new)


def _named(row: Participant) -> str:
    who = row.resident
    return named(
        ParticipantKind(row.kind),
        name_of(row),
        full_name(who.first_names, who.surname_prefix, who.surname),
        capacity=Capacity(row.capacity) if row.capacity else None,
        relation=row.network_member.relation if row.network_member else "",
    )
