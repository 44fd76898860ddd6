"""Criteria with their and/or groups, as the pages draw them: single line = all, double line = one of."""

from collections.abc import Set
from dataclasses import dataclass
from itertools import groupby

from houvast.ave.model import Criterion, Group
from houvast.web.scaling.wording import number

TO_TICK, TO_READ, TICKED = "invoer", "lezen", "gekozen"
_ALL, _ANY = "houvast-en", "houvast-en houvast-en--of"


@dataclass(frozen=True, slots=True)
class CriterionMark:
    """One criterion: to tick, to read, or to read whether it was ticked (`state`)."""

    id: str
    value: str
    label: str
    explanation: str
    state: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class GroupMark:
    """Criteria that belong together. `between` joins the group to what stands before it; `groups` stand inside it."""

    id: str
    css_class: str
    between: str
    kind: str
    word: str
    criteria: tuple[CriterionMark, ...]
    groups: tuple["GroupMark", ...]


def group_marks(group: Group, ticked: Set[str], state: str, *, prefix: str = "criterium") -> tuple[GroupMark, ...]:
    """Give the groups of a boundary in the order of the model.

    What must all be met stands side by side in boxes of its own; what is inside another group stands inside its box.
    """
    draw = _Drawing(ticked, state, prefix)
    if group.all_or_any == "any":
        return (draw.box(group, "", prefix),)
    return draw.side_by_side(group, prefix)


@dataclass(frozen=True, slots=True)
class _Drawing:
    ticked: Set[str]
    state: str
    prefix: str

    def side_by_side(self, group: Group, place: str) -> tuple[GroupMark, ...]:
        """Give each run of criteria and each inner group as a box."""
        boxes: list[GroupMark] = []
        for is_group, run in groupby(group.parts, key=lambda part: isinstance(part, Group)):
            parts = tuple(run)
            inner = [part for part in parts if isinstance(part, Group)]
            for each in inner if is_group else [Group(group.all_or_any, parts)]:
                joins = self._joins(each, group, not boxes)
                boxes.append(self.box(each, joins, f"{place}-{len(boxes) + 1}"))
        return tuple(boxes)

    def box(self, group: Group, between: str, place: str) -> GroupMark:
        """Give one box with its criteria, and the groups that stand inside it."""
        own = tuple(self._criterion(part) for part in group.parts if isinstance(part, Criterion))
        inner = [part for part in group.parts if isinstance(part, Group)]
        first = not own
        groups = tuple(
            self.box(part, self._joins(part, group, first and place_of == 1), f"{place}-{place_of}")
            for place_of, part in enumerate(inner, start=1)
        )
        every = group.all_or_any == "all"
        return GroupMark(
            id=place,
            css_class=_ALL if every else _ANY,
            between=between,
            kind=_kind(group),
            word="en" if every else "of",
            criteria=own,
            groups=groups,
        )

    def _joins(self, part: Group, outer: Group, first: bool) -> str:
        if first:
            return ""
        word = "en" if outer.all_or_any == "all" else "of"
        count = len(part.parts)
        if count == 1:
            return f"{word} dit"
        if part.all_or_any == "any":
            return f"{word} minstens één van deze {number(count)}"
        return f"{word} allebei deze" if count == _PAIR else f"{word} alle {number(count)}"

    def _criterion(self, criterion: Criterion) -> CriterionMark:
        return CriterionMark(
            id=f"{self.prefix}-{criterion.code}",
            value=criterion.code,
            label=criterion.text,
            explanation=criterion.explanation,
            state=self.state,
            is_ticked=criterion.code in self.ticked,
        )


_PAIR = 2


def _kind(group: Group) -> str:
    count = len(group.parts)
    if count == 1:
        return "Dit geldt"
    if group.all_or_any == "any":
        return "Eén van"
    return "Allebei" if count == _PAIR else f"Alle {number(count)}"
