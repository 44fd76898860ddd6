"""What somebody may share from a case: whole parts for who leads it, single notes, and about whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.policy import CaseFacts
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import contents
from houvast.cases.selectors.contents import NoteLine, PersonLine
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.content import Asked
from houvast.plans.selectors.reading import current_version, life_areas
from houvast.sharing import policy
from houvast.sharing.rules.grounds import WHOLE


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be shared. Without `people` one does not see who a case is about, and shares about all of them."""

    parts: tuple[Part, ...]
    notes: tuple[NoteLine, ...]
    people: tuple[PersonLine, ...]

    def notes_of(self, ids: Collection[UUID]) -> tuple[NoteLine, ...]:
        """Give the offered notes among these."""
        return tuple(each for each in self.notes if each.id in ids)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to share."""
        return not self.parts and not self.notes


def offered(viewer: Viewer, facts: CaseFacts, case_id: UUID, *, now: datetime) -> Offer:
    """Give what the viewer may share from a case that they see."""
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    notes = tuple(each for each in contents.notes(viewer, case_id, now=now) if each.text is not None)
    if policy.directs(viewer, facts):
        seen = contents.parts_seen(viewer, case_id, now=now)
        return Offer(tuple(part for part in WHOLE if part in seen), notes, people)
    return Offer((), tuple(each for each in notes if each.author_id == viewer.member_id), people)


def on_paper(
    viewer: Viewer,
    case_id: UUID,
    municipality_id: UUID,
    parts: Collection[Part],
    notes: Collection[NoteLine],
    people: Collection[PersonLine],
    *,
    now: datetime,
) -> list[list[str]]:
    """Give what goes on paper, word for word, as heading and text; `people` are those it is about."""
    paper: list[list[str]] = []
    if Part.PEOPLE in parts:
        paper.append(["Om wie het gaat", "\n".join(_person(each) for each in people)])
    if Part.ORGANISATIONS in parts:
        around = contents.organisations_around(viewer, case_id, now=now)
        lines = (", ".join(word for word in (each.name, each.contact_name, each.phone) if word) for each in around)
        paper.append(["Wie erbij betrokken is", "\n".join(lines)])
    if Part.PLAN in parts:
        version = current_version(viewer, case_id, now=now)
        names = {area.code: area.name for area in life_areas(municipality_id)}
        goals = [] if version is None else [each for each in version.content.goals if each.asked is Asked.GOAL]
        paper.append(["Het plan", "\n".join(f"{names.get(each.area, each.area)}: {each.words}" for each in goals)])
    paper += [[f"Notitie van {each.author}, {each.organisation}", each.text or ""] for each in notes]
    return [[heading, text or "Hier staat nog niets."] for heading, text in paper]


def _person(each: PersonLine) -> str:
    age = "" if each.resident.age is None else f"{each.resident.age} jaar"
    return ", ".join(word for word in (each.resident.name, age, each.role, each.resident.place) if word)
