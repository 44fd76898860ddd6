"""Load a file to act on: visible to the actor, its row locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, Detail, act
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import Verdict
from houvast.safety_house import scopes
from houvast.safety_house.models import FileAccess, HouseFile
from houvast.safety_house.policy import FileFacts
from houvast.safety_house.rules.content import standing


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A locked file with what policies need, inside the act that changes it."""

    acting: Act
    file: HouseFile
    viewer: Viewer
    facts: FileFacts

    def permit(self, verdict: Verdict) -> None:
        """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
        if not verdict.allowed:
            raise Refused(verdict)
        self.acting.ground = verdict.ground

    def about(self, subject: str, subject_id: UUID, **details: Detail) -> None:
        """Put on record what the act was about: ids and codes only."""
        self.acting.subject, self.acting.subject_id = subject, subject_id
        self.acting.details.update(details)

    def crosses(self) -> None:
        """Put the act in the log of the case too: it says something to the municipality."""
        self.acting.case, self.acting.municipality = self.file.referral.case_id, self.file.referral.municipality_id


@contextmanager
def acting_on_file(event: Event, file_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedFile]:
    """Act on a visible file. Raises `NotVisible`, on record.

    What is done in a file is the house's own: it is in no chain of a case or a municipality, unless it `crosses`.
    """
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.subject, acting.subject_id = "house_file", file_id
        if not scopes.files(seen_by, now=now).filter(pk=file_id).exists():
            raise NotVisible
        HouseFile.objects.select_for_update().get(pk=file_id)
        joins = ("key", "referral__case__key", "referral__house", "referral__answer", "referral__returned")
        file = HouseFile.objects.select_related(*joins).get(pk=file_id)
        yield LoadedFile(acting, file, seen_by, _facts(file))


def _facts(file: HouseFile) -> FileFacts:
    answer = getattr(file.referral, "answer", None)
    now_directs = FileAccess.objects.filter(
        file=file, relation=FileAccess.Relation.DIRECTOR, withdrawn_at__isnull=True, member__isnull=False
    )
    return FileFacts(
        organisation_id=file.organisation_id,
        standing=standing(answer.outcome if answer else None, returned=hasattr(file.referral, "returned")),
        director_ids=frozenset(each for each in now_directs.values_list("member_id", flat=True) if each is not None),
    )
