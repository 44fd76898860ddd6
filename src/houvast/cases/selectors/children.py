"""The children of a case: those whom it is about, and those who live in its household without being in the case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from houvast.cases import scopes
from houvast.cases.models import Case, CaseResident
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import day_begins, in_amsterdam
from houvast.residents.rules.naming import age, full_name
from houvast.residents.scopes import children_at_home

_CAME, _MOVED_IN = "child_came", "child_moved_in"


@dataclass(frozen=True, slots=True)
class Child:
    """A child in a case, by first name; the age is None when the year of birth is not known."""

    name: str
    age: int | None

    @property
    def said(self) -> str:
        """Name the child: "Siem (6)", or "Siem" when the age is not known."""
        return self.name if self.age is None else f"{self.name} ({self.age})"


@dataclass(frozen=True, slots=True)
class Children:
    """Whether there are children in a case, and who they are for whoever may see people."""

    present: bool
    seen: tuple[Child, ...]

    @property
    def said(self) -> str:
        """Name the children, "Siem (6) en Lotte (3)", to who may see them; else "de kinderen"."""
        names = [child.said for child in self.seen]
        return " en ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part) or "de kinderen"


def newest_children(case_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Give when the newest child came to each of these cases that has children now, in one query.

    A child whose role was changed came when they came first. Whom the case is about is a child or not by the case,
    also where the household says otherwise. It says nothing of who they are: the caller has found the cases.
    """
    same = CaseResident.objects.filter(case_id=OuterRef("case_id"), resident_id=OuterRef("resident_id"))
    first = same.filter(is_child=True).order_by("since").values("since")[:1]
    present = CaseResident.objects.filter(case_id=OuterRef("pk"), until__isnull=True)
    came = present.filter(is_child=True).annotate(first=Subquery(first)).order_by("-first").values("first")[:1]
    in_case = CaseResident.objects.filter(
        case_id=OuterRef(OuterRef("pk")), resident_id=OuterRef("resident_id"), until__isnull=True
    )
    at_home = children_at_home().filter(~Exists(in_case), household_id=OuterRef("household_id"))
    moved_in = at_home.order_by("-since").values("since")[:1]
    rows = Case.objects.filter(pk__in=case_ids).annotate(**{_CAME: Subquery(came), _MOVED_IN: Subquery(moved_in)})
    found = {}
    for case_id, child_came, child_moved_in in rows.values_list("pk", _CAME, _MOVED_IN):
        moments = [child_came] if child_came else []
        moments += [day_begins(child_moved_in)] if child_moved_in else []
        if moments:
            found[case_id] = max(moments)
    return found


def has_children(case_id: UUID) -> bool:
    """Say whether there are children in a case or its household now."""
    return case_id in newest_children([case_id])


def children_seen(viewer: Viewer, case_id: UUID, *, now: datetime, today: date) -> tuple[Child, ...]:
    """Give the children in a case, the oldest first, by first name, to who may see people."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True, is_child=True)
    residents = [row.resident for row in rows.select_related("resident").order_by("since", "id")]
    found = [
        Child(
            (each.first_names.split() or [full_name("", each.surname_prefix, each.surname)])[0],
            age(each.birth_year, each.birth_month, each.birth_day, today),
        )
        for each in residents
    ]
    return tuple(sorted(found, key=lambda child: -1 if child.age is None else child.age, reverse=True))


def children_in(viewer: Viewer, case_id: UUID, *, now: datetime) -> Children:
    """Give whether there are children in a case, and who they are; named only when there are any."""
    return children_of(viewer, case_id, has_children(case_id), now=now)


def children_of(viewer: Viewer, case_id: UUID, present: bool, *, now: datetime) -> Children:
    """Name the children of a case of which it is known already whether there are any."""
    today = in_amsterdam(now).date()
    return Children(present, children_seen(viewer, case_id, now=now, today=today) if present else ())
