"""A letter as it will be, before it is made: whom it is to, where it goes, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.cases.policy import CaseFacts
from houvast.cases.selectors.aftercare import looks_after
from houvast.cases.selectors.households import everybody_of_case
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import written
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.letters import policy
from houvast.letters.rules.addressing import address_lines, way_of
from houvast.letters.rules.content import LetterContent, letter_problems
from houvast.letters.rules.kinds import LetterKind, LetterWay
from houvast.letters.rules.representing import Represents
from houvast.letters.selectors.recipients import Recipient, recipients
from houvast.residents.selectors_hidden import leads_to_shielded, told_in

_HIDDEN = "Hier staat een adres of telefoonnummer dat verborgen is. Dat mag op geen brief staan. Haal het weg."
_SHIELDED = "Hier staat waar iemand is die voor deze persoon is afgeschermd: een plaats of een nummer. Haal het weg."


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter to make. `recipient_id` is a resident of the case or somebody of the network.

    `id` is made before the act, so that pressing twice makes one letter.
    """

    kind: LetterKind
    recipient_id: UUID
    subject: str
    text: str
    ground_words: str = ""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter that can be made as it is."""

    recipient: Recipient
    way: LetterWay
    content: LetterContent


def may_write(
    viewer: Viewer, case_id: UUID, facts: CaseFacts, *, now: datetime, kind: LetterKind | None = None
) -> Verdict:
    """Say whether the viewer may make a letter in a case that they see; None asks for any. In one query when closed."""
    looks = facts.is_closed and looks_after(viewer, case_id, now=now)
    return policy.may_make(viewer, facts, looks_after=looks, kind=kind)


def recipient_of(
    viewer: Viewer, case_id: UUID, recipient_id: UUID, *, now: datetime, representing: Sequence[Represents] = ()
) -> Recipient:
    """Give one of those whom a letter can go to. Raises `NotVisible`."""
    known = recipients(viewer, case_id, now=now, representing=representing)
    found = next((each for each in known if each.id == recipient_id), None)
    if found is None:
        raise NotVisible
    return found


def compose(
    viewer: Viewer,
    case_id: UUID,
    municipality: str,
    new: NewLetter,
    *,
    now: datetime,
    representing: Sequence[Represents] = (),
) -> Composed:
    """Put a letter together. The address comes from the register at this moment, never from a form.

    Who represents a resident (`representing`) may know by that; for another of the network somebody says why.
    Raises `NotVisible` for who is not of the case, or `Invalid` with a message at each field.
    """
    to = recipient_of(viewer, case_id, new.recipient_id, now=now, representing=representing)
    subject, text, ground_words = _tidied(new.subject), _tidied(new.text), _tidied(new.ground_words)
    ground_words = ground_words or (to.role if to.speaks_for else "")
    problems = letter_problems(subject, text, ground_words, needs_ground=not to.is_resident)
    everybody = everybody_of_case(case_id)
    for name, said in (("subject", subject), ("text", text)):
        if told_in(said, everybody):
            problems[name] = _HIDDEN
        elif any(leads_to_shielded(said, each, now=now) for each in to.others):
            problems[name] = _SHIELDED
    if problems:
        raise Invalid(problems)
    content = LetterContent(
        sender=f"Gemeente {municipality}",
        to="\n".join((to.name, *address_lines(to.facts))),
        written_on=written(in_amsterdam(now).date()),
        subject=subject,
        text=text,
        ground_words=ground_words,
    )
    return Composed(to, way_of(to.facts), content)


def _tidied(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
