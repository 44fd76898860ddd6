"""Requests as their pages show them: for the privacy officer of the municipality, and for a house that keeps a file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from houvast.accountability import policy
from houvast.accountability.models import ItemChoice, RequestItem, RequestTerm, RequestTurn, RightsRequest
from houvast.accountability.rules.answers import ErasureRefusal
from houvast.accountability.rules.request_content import GONE, Chosen, RequestContent, read_held, read_request
from houvast.accountability.rules.requests import (
    Asker,
    IdentityWay,
    ItemAnswer,
    LeftOutReason,
    RequestChannel,
    RequestKind,
    RequestOutcome,
    RequestStep,
    Standing,
    Term,
)
from houvast.accountability.selectors.effects import Before, EffectLine, Erasable, before, effects_of, erasable
from houvast.accountability.selectors.gathering import sees_all_of_house
from houvast.cases.selectors.inspection import people_in
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.held import Held
from houvast.kernel.paging import PAGE_SIZE
from houvast.kernel.verdict import Verdict
from houvast.safety_house.selectors.inspection import cases_in_files
from houvast.vault.sealing import unseal, unseal_under_both

CONTENT_PLACE = "accountability_rightsrequest.content"
REASON_PLACE = "accountability_requestturn.reason"
ITEM_PLACE = "accountability_requestitem.content"
WORDS_PLACE = "accountability_itemchoice.words"
_EXTENDED = RequestTurn.objects.filter(request=OuterRef("pk"), step=RequestStep.EXTENDED.value)
_UNTIL = Coalesce(Subquery(_EXTENDED.values("due_on")[:1]), F("due_on"))
_ANSWERED = RequestTurn.objects.filter(request=OuterRef("pk"), step=RequestStep.ANSWERED.value)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as lists show it. `due_on` is the last day, with what it was extended by."""

    id: UUID
    number: int
    kind: RequestKind
    person: str
    received_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A step that was taken."""

    step: RequestStep
    how: IdentityWay | None
    outcome: RequestOutcome | None
    ground: ErasureRefusal | None
    due_on: date | None
    house_id: UUID | None
    house: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with the choice that holds; None when nobody chose yet."""

    id: UUID
    held: Held
    answer: ItemAnswer | None
    reason: LeftOutReason | None
    words: str


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request with its history and what was gathered. `resident_id` is None for who is not known."""

    line: RequestLine
    municipality_id: UUID
    resident_id: UUID | None
    asker: Asker
    channel: RequestChannel
    content: RequestContent
    recorded_by: str
    turns: tuple[TurnLine, ...]
    effects: tuple[EffectLine, ...]
    items: tuple[ItemLine, ...]

    @property
    def standing(self) -> Standing:
        """Say where it stands."""
        waiting = sum(item.answer is None for item in self.items)
        return Standing(self.line.kind, frozenset(turn.step for turn in self.turns), waiting)

    @property
    def answered(self) -> TurnLine | None:
        """Give the answer, if there is one."""
        return next((turn for turn in self.turns if turn.step is RequestStep.ANSWERED), None)

    @property
    def houses_waiting(self) -> tuple[str, ...]:
        """Give the houses before which it was put and that did not give their part yet, by name."""
        gave = {turn.house_id for turn in self.turns if turn.step is RequestStep.HOUSE_GAVE}
        put = (turn for turn in self.turns if turn.step is RequestStep.PUT_BEFORE)
        return tuple(turn.house for turn in put if turn.house_id not in gave)

    def took(self, step: RequestStep, house_id: UUID) -> TurnLine | None:
        """Give the step of a house, if it was taken."""
        return next((turn for turn in self.turns if turn.step is step and turn.house_id == house_id), None)

    def chosen(self) -> tuple[Chosen, ...]:
        """Give the items on which somebody chose."""
        return tuple(
            Chosen(item.held, item.answer, item.reason, item.words) for item in self.items if item.answer is not None
        )


def open_requests(viewer: Viewer, *, size: int = PAGE_SIZE) -> tuple[RequestLine, ...]:
    """Give what waits for an answer, the first term first, in two queries. Raises `NotVisible`."""
    rows = RightsRequest.objects.filter(~Exists(_ANSWERED), municipality_id=_municipality(viewer))
    return _lines(rows.order_by(_UNTIL, "pk")[:size])


def answered_requests(viewer: Viewer, *, size: int = PAGE_SIZE) -> tuple[RequestLine, ...]:
    """Give the newest that were answered, in two queries. Raises `NotVisible`."""
    rows = RightsRequest.objects.filter(Exists(_ANSWERED), municipality_id=_municipality(viewer))
    return _lines(rows.order_by("-number")[:size])


def due_requests(viewer: Viewer, *, size: int) -> tuple[RequestLine, ...]:
    """Give what waits for an answer of this viewer, for Mijn werk; nothing for who does not handle them."""
    return open_requests(viewer, size=size) if policy.may_handle_requests(viewer).allowed else ()


def put_before(viewer: Viewer, *, now: datetime) -> tuple[RequestLine, ...]:
    """Give the open requests that were put before the house where somebody works, in four queries.

    Only those about whom the viewer sees a file: colleagues who were not let in do not hear that there is one.
    """
    asked = RequestTurn.objects.filter(house=viewer.organisation_id).values("request")
    known = people_in(cases_in_files(viewer, now=now))
    rows = RightsRequest.objects.filter(~Exists(_ANSWERED), pk__in=asked, resident__in=known)
    return _lines(rows.order_by(_UNTIL, "pk"))


def request_view(viewer: Viewer, request_id: UUID) -> RequestView:
    """Give one request whole, in five queries. Raises `NotVisible`."""
    rows = RightsRequest.objects.filter(municipality_id=_municipality(viewer), pk=request_id)
    row = rows.select_related("key", "recorded_by").first()
    if row is None:
        raise NotVisible
    return view_of(row)


def before_answer(viewer: Viewer, request_id: UUID) -> tuple[Before, tuple[Erasable, ...]]:
    """Give what an answer can bring about. Raises `NotVisible`."""
    row = RightsRequest.objects.filter(municipality_id=_municipality(viewer), pk=request_id).first()
    if row is None:
        raise NotVisible
    there = before(row)
    return there, erasable(row, there.cases)


def house_view(viewer: Viewer, request_id: UUID) -> RequestView:
    """Give a request that was put before the house where somebody works: its own part only. Raises `NotVisible`."""
    asked = RequestTurn.objects.filter(house=viewer.organisation_id, step=RequestStep.PUT_BEFORE.value)
    rows = RightsRequest.objects.filter(pk=request_id, id__in=asked.values("request"))
    row = rows.select_related("key", "recorded_by").first()
    if row is None or viewer.municipality_id is not None:
        raise NotVisible
    return view_of(row, house_id=viewer.organisation_id)


def verdict_for_house(viewer: Viewer, view: RequestView, *, now: datetime) -> Verdict:
    """Say whether somebody may give the part of their house: who sees all that it keeps about the person."""
    sees_all = view.resident_id is not None and sees_all_of_house(
        viewer, view.resident_id, view.municipality_id, now=now
    )
    return policy.may_give_for_house(viewer, sees_all=sees_all)


def view_of(row: RightsRequest, *, house_id: UUID | None = None) -> RequestView:
    """Give a request whole, in four queries; for a house only its own part of what was gathered and done."""
    turns = tuple(each for each in _turns(row) if house_id is None or each.house_id in (None, house_id))
    due_on = next((turn.due_on for turn in turns if turn.due_on), row.due_on)
    return RequestView(
        line=_line(row, due_on),
        municipality_id=row.municipality_id,
        resident_id=row.resident_id,
        asker=Asker(row.asked_by),
        channel=RequestChannel(row.channel),
        content=_content(row),
        recorded_by=row.recorded_by.name,
        turns=turns,
        effects=effects_of(row),
        items=_items(row, house_id),
    )


def term_of(municipality_id: UUID) -> Term:
    """Give the term that holds in a municipality, in one query."""
    row = RequestTerm.objects.filter(municipality_id=municipality_id).order_by("-number").first()
    return Term(row.months, row.extension, row.source, row.number) if row else Term()


def _municipality(viewer: Viewer) -> UUID:
    if viewer.municipality_id is None or not policy.may_handle_requests(viewer).allowed:
        raise NotVisible
    return viewer.municipality_id


def _content(row: RightsRequest) -> RequestContent:
    return read_request(unseal(row.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}"))


def _lines(rows: QuerySet[RightsRequest]) -> tuple[RequestLine, ...]:
    found = list(rows.select_related("key"))
    turns = RequestTurn.objects.filter(request__in=found, step=RequestStep.EXTENDED.value)
    extended = {request_id: due_on for request_id, due_on in turns.values_list("request_id", "due_on") if due_on}
    return tuple(_line(row, extended.get(row.id, row.due_on)) for row in found)


def _line(row: RightsRequest, due_on: date) -> RequestLine:
    return RequestLine(row.id, row.number, RequestKind(row.kind), _content(row).person or GONE, row.received_on, due_on)


def _turns(row: RightsRequest) -> tuple[TurnLine, ...]:
    rows = RequestTurn.objects.filter(request=row).select_related("by", "house").order_by("number")
    return tuple(
        TurnLine(
            step=RequestStep(turn.step),
            how=IdentityWay(turn.how) if turn.how else None,
            outcome=RequestOutcome(turn.outcome) if turn.outcome else None,
            ground=ErasureRefusal(turn.ground) if turn.ground else None,
            due_on=turn.due_on,
            house_id=turn.house_id,
            house=turn.house.name if turn.house else "",
            reason=unseal(row.key, turn.reason_sealed, place=f"{REASON_PLACE}:{turn.id}") if turn.reason_sealed else "",
            by=turn.by.name,
            at=turn.at,
        )
        for turn in rows
    )


def _items(row: RightsRequest, house_id: UUID | None) -> tuple[ItemLine, ...]:
    choices: dict[UUID, list[ItemChoice]] = defaultdict(list)
    for choice in ItemChoice.objects.filter(request=row).order_by("number"):
        choices[choice.item_id].append(choice)
    rows = RequestItem.objects.filter(request=row, house=house_id).select_related("key").order_by("number")
    return tuple(_item(row, item, choices[item.id][-1:]) for item in rows)


def _item(row: RightsRequest, item: RequestItem, newest: Sequence[ItemChoice]) -> ItemLine:
    held = read_held(unseal_under_both(row.key, item.key, item.content_sealed, place=f"{ITEM_PLACE}:{item.id}"))
    if not newest:
        return ItemLine(item.id, held, None, None, "")
    choice = newest[0]
    words = unseal_under_both(row.key, item.key, choice.words_sealed, place=f"{WORDS_PLACE}:{choice.id}")
    reason = LeftOutReason(choice.reason) if choice.reason else None
    return ItemLine(item.id, held, ItemAnswer(choice.answer), reason, words)
