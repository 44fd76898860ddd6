"""Who looked at cases, for who asks: by function and organisation, and by name only for a contact of the case."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.audit import scopes
from houvast.audit.services.act import READ, REFUSED
from houvast.cases.selectors.inspection import CaseAbout
from houvast.directory.selectors_log import posts_of, title_at, who
from houvast.kernel.dutch_dates import exact
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam


@dataclass(slots=True)
class _Counted:
    read: int = 0
    done: int = 0
    days: list[date] = field(default_factory=list)

    def add(self, at: datetime, outcome: str) -> None:
        """Count one line of the log."""
        if outcome == READ:
            self.read += 1
        else:
            self.done += 1
        self.days.append(in_amsterdam(at).date())

    def words(self) -> str:
        """Say how often, and between which days."""
        kinds = ((self.read, "bekeken"), (self.done, "bijgewerkt"))
        often = ", ".join(f"{count} keer {word}" for count, word in kinds if count)
        first, last = exact(min(self.days)), exact(max(self.days))
        return f"{often}, op {first}" if first == last else f"{often}, tussen {first} en {last}"


@dataclass(frozen=True, slots=True)
class Look:
    """That a function of an organisation looked at a case or worked on it: how often, and when last."""

    title: str
    organisation: str
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the log: who it was, as what, and what they did."""

    case_id: UUID
    member_id: UUID
    title: str
    name: str
    organisation: str
    at: datetime
    outcome: str


def held_looks(municipality_id: UUID, cases: Sequence[CaseAbout]) -> tuple[Held, ...]:
    """Give for each case who looked at it or worked on it, in three queries. What was refused is not in it."""
    contacts = {case.id: case.contacts for case in cases}
    counted: dict[UUID, dict[str, _Counted]] = defaultdict(lambda: defaultdict(_Counted))
    for each in _entries(municipality_id, contacts):
        name = f" ({each.name})" if each.member_id in contacts[each.case_id] else ""
        counted[each.case_id][f"{each.title}{name}, {each.organisation}"].add(each.at, each.outcome)
    return tuple(_held(case, counted[case.id]) for case in cases if counted.get(case.id))


def looks_at(municipality_id: UUID, case_id: UUID) -> tuple[Look, ...]:
    """Give who looked at one case or worked on it, without a name, the last one first; in three queries.

    For the own page: the higher room judged who asks.
    """
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    for each in _entries(municipality_id, [case_id]):
        days[each.title, each.organisation].append(in_amsterdam(each.at).date())
    found = [Look(title, organisation, len(on), max(on)) for (title, organisation), on in days.items()]
    return tuple(sorted(found, key=lambda look: (look.last, look.times), reverse=True))


def _entries(municipality_id: UUID, case_ids: Collection[UUID]) -> Iterator[_Entry]:
    """Give what members did in cases, the oldest first. What was refused is not in it."""
    entries = scopes.entries(municipality_id).filter(case__in=list(case_ids)).exclude(outcome=REFUSED).order_by("at")
    rows = list(entries.values_list("case", "at", "actor_member", "outcome"))
    members = {member for _, _, member, _ in rows if member}
    people, posts = who(members), posts_of(members)
    for case_id, at, member, outcome in rows:
        if case_id is None or member is None or member not in people:
            continue
        title, found = title_at(posts.get(member, ()), at) or "medewerker", people[member]
        yield _Entry(case_id, member, title, found.name, found.organisation, at, outcome)


def _held(case: CaseAbout, counted: dict[str, _Counted]) -> Held:
    lines = tuple((whom, each.words()) for whom, each in counted.items())
    return Held(HeldKind.LOOKED, f"Wie keek in dossier {case.code}", lines, case_id=case.id, key_id=case.key_id)
