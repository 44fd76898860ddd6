"""What the log says about one case, for the resident: which function at which organisation did what, on which day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.cases.selectors.numbers import case_with
from houvast.desk.selectors.log import between, entries_for
from houvast.directory.selectors_log import posts_of, title_at, who
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import ActorKind
from houvast.kernel.working_time import in_amsterdam


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """Something that one function did on one day, and how often. Who has no account (`kind`) has no organisation."""

    day: date
    title: str
    organisation: str
    kind: ActorKind
    event: str
    outcome: str
    times: int


def log_extract(
    reader: Viewer, code: str, *, first: date | None = None, last: date | None = None
) -> tuple[UUID, tuple[ExtractLine, ...]] | None:
    """Give the case with a number and what was done with it, oldest first; None when there is no such case here.

    A fixed number of queries; names of people are not read into it. Raises `NotVisible`.
    """
    entries = entries_for(reader)
    case_id = case_with(reader, code)
    if case_id is None:
        return None
    rows = between(entries.filter(case=case_id), first, last).order_by("at", "number")
    told = list(rows.values_list("at", "actor_kind", "actor_member", "event", "outcome"))
    members = {member for _, _, member, _, _ in told if member}
    posts, people = posts_of(members), who(members)
    counted: Counter[tuple[date, str, str, ActorKind, str, str]] = Counter()
    for at, kind, member, event, outcome in told:
        organisation = people[member].organisation if member in people else ""
        title = title_at(posts.get(member, ()), at) if member else ""
        counted[in_amsterdam(at).date(), title, organisation, ActorKind(kind), event, outcome] += 1
    return case_id, tuple(ExtractLine(*line, times) for line, times in counted.items())
