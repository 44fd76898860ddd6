"""Requests as their pages show them: whole for who handles one, in outline for who keeps and destroys, and the part of
a house that keeps a file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from houvast.accountability import policy, scopes
from houvast.accountability.models import ItemChoice, RequestEffect, RequestItem, RequestTurn, RightsRequest
from houvast.accountability.rules.answers import ErasureRefusal
from houvast.accountability.rules.asking import SignInWay
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
from houvast.accountability.selectors.handling import handlers_now
from houvast.cases.selectors.inspection import people_in
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.held import Held
from houvast.kernel.paging import PAGE_SIZE
from houvast.kernel.terms import word_for
from houvast.kernel.verdict import Verdict
from houvast.safety_house.selectors.inspection import cases_in_files
from houvast.vault.sealing import unseal, unseal_under_both

CONTENT_PLACE = "accountability_rightsrequest.content"
REASON_PLACE = "accountability_requestturn.reason"
ITEM_PLACE = "accountability_requestitem.content"
WORDS_PLACE = "accountability_itemchoice.words"
_MOST = 200
_EXTENDED = RequestTurn.objects.filter(request=OuterRef("pk"), step=RequestStep.EXTENDED.value)
_UNTIL = Coalesce(Subquery(_EXTENDED.values("due_on")[:1]), F("due_on"))
_ANSWERED = RequestTurn.objects.filter(request=OuterRef("pk"), step=RequestStep.ANSWERED.value)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as lists show it. `due_on` is the last day, with what it was extended by.

    `person` is "" but for who handles it, who recorded it, and a house; `handler` is "" when nobody handles it.
    """

    id: UUID
    number: int
    kind: RequestKind
    person: str
    received_on: date
    due_on: date
    handler: str = ""
    is_own: bool = False


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
    """A request with its history and what was gathered. `resident_id` is None for who is not known.

    For who does not handle it there is an outline: no words, nothing gathered, and `may_handle` says why. What somebody
    asked on their own page has no `recorded_by`, and says in `signed_in` how they came in there.
    """

    line: RequestLine
    municipality_id: UUID
    resident_id: UUID | None
    asker: Asker
    channel: RequestChannel
    content: RequestContent
    recorded_by: str
    signed_in: SignInWay | None
    turns: tuple[TurnLine, ...]
    effects: tuple[EffectLine, ...]
    items: tuple[ItemLine, ...]
    may_handle: Verdict

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


def open_requests(viewer: Viewer, *, now: datetime, size: int = PAGE_SIZE) -> tuple[RequestLine, ...]:
    """Give what waits for an answer, the first term first, in a fixed number of queries. Raises `NotVisible`."""
    return _seen(viewer, _all(viewer).filter(~Exists(_ANSWERED)).order_by(_UNTIL, "pk")[:size], now)


def answered_requests(viewer: Viewer, *, now: datetime, size: int = PAGE_SIZE) -> tuple[RequestLine, ...]:
    """Give the newest that were answered, in a fixed number of queries. Raises `NotVisible`."""
    return _seen(viewer, _all(viewer).filter(Exists(_ANSWERED)).order_by("-number")[:size], now)


def due_requests(viewer: Viewer, *, now: datetime) -> tuple[RequestLine, ...]:
    """Give for Mijn werk what the viewer handles and what nobody does; without a query for who sees no requests."""
    if not policy.may_see_requests(viewer).allowed:
        return ()
    return tuple(each for each in open_requests(viewer, now=now, size=_MOST) if each.is_own or not each.handler)


def put_before(viewer: Viewer, *, now: datetime) -> tuple[RequestLine, ...]:
    """Give the open requests that were put before the house where somebody works, in four queries.

    Only those about whom the viewer sees a file: colleagues who were not let in do not hear that there is one.
    """
    known = people_in(cases_in_files(viewer, now=now))
    rows = scopes.requests_of_house(viewer).filter(~Exists(_ANSWERED), resident__in=known)
    found = list(rows.select_related("key").order_by(_UNTIL, "pk"))
    extended = _until(found, scopes.turns_of_house(viewer))
    return tuple(_line(row, until, reads=True) for row, until in zip(found, extended, strict=True))


def request_view(viewer: Viewer, request_id: UUID, *, now: datetime) -> RequestView:
    """Give one request, whole for who handles it, in a fixed number of queries. Raises `NotVisible`."""
    row = _all(viewer).filter(pk=request_id).select_related("key", "recorded_by").first()
    if row is None:
        raise NotVisible
    return view_of(viewer, row, now=now)


def view_of(viewer: Viewer, row: RightsRequest, *, now: datetime) -> RequestView:
    """Give a request that the viewer sees."""
    handles = scopes.handled_requests(viewer, now=now).filter(pk=row.pk).exists()
    handler = handlers_now(viewer, [row], now=now).get(row.id)
    seen = _Seen(
        scopes.request_turns(viewer),
        scopes.request_effects(viewer, now=now),
        scopes.request_items(viewer, now=now),
        scopes.item_choices(viewer, now=now),
    )
    found = _view(row, seen, policy.may_handle_request(viewer, handles=handles))
    recorded = row.recorded_by_id == viewer.member_id
    person = found.line.person if handles or recorded else ""
    line = replace(found.line, person=person, handler=handler.name if handler else "", is_own=handles)
    return replace(found, line=line) if handles else replace(_outline(found), line=line)


def before_answer(viewer: Viewer, request_id: UUID, *, now: datetime) -> tuple[Before, tuple[Erasable, ...]]:
    """Give what an answer can bring about, to who handles it. Raises `NotVisible`."""
    row = scopes.handled_requests(viewer, now=now).filter(pk=request_id).first()
    if row is None:
        raise NotVisible
    there = before(row)
    return there, erasable(row, there.cases)


def house_view(viewer: Viewer, request_id: UUID, *, now: datetime) -> RequestView:
    """Give a request that was put before the house where somebody works: its own part only. Raises `NotVisible`."""
    row = scopes.requests_of_house(viewer).filter(pk=request_id).select_related("key", "recorded_by").first()
    if row is None:
        raise NotVisible
    seen = _Seen(
        scopes.turns_of_house(viewer),
        scopes.effects_of_house(viewer),
        scopes.items_of_house(viewer),
        scopes.choices_of_house(viewer),
    )
    return _view(row, seen, verdict_for_house(viewer, row, now=now))


def verdict_for_house(viewer: Viewer, row: RightsRequest, *, now: datetime) -> Verdict:
    """Say whether somebody may give the part of their house: who sees all that it keeps about the person."""
    sees_all = row.resident_id is not None and sees_all_of_house(viewer, row.resident_id, row.municipality_id, now=now)
    return policy.may_give_for_house(viewer, sees_all=sees_all)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows beside a request that somebody sees."""

    turns: QuerySet[RequestTurn]
    effects: QuerySet[RequestEffect]
    items: QuerySet[RequestItem]
    choices: QuerySet[ItemChoice]


def _view(row: RightsRequest, seen: _Seen, may_handle: Verdict) -> RequestView:
    turns = _turns(row, seen.turns)
    due_on = next((turn.due_on for turn in turns if turn.due_on), row.due_on)
    return RequestView(
        line=_line(row, due_on, reads=True),
        municipality_id=row.municipality_id,
        resident_id=row.resident_id,
        asker=Asker(row.asked_by),
        channel=RequestChannel(row.channel),
        content=_content(row),
        recorded_by=row.recorded_by.name if row.recorded_by else "",
        signed_in=SignInWay(row.signed_in) if row.signed_in else None,
        turns=turns,
        effects=effects_of(row, seen.effects),
        items=_items(row, seen),
        may_handle=may_handle,
    )


def _outline(found: RequestView) -> RequestView:
    """Leave out what is for who handles it: the words, and which house keeps a file."""
    turns = tuple(replace(each, how=None, ground=None, reason="") for each in found.turns if each.house_id is None)
    return replace(found, content=RequestContent("", "", "", ""), resident_id=None, turns=turns)


def term_of(municipality_id: UUID) -> Term:
    """Give the term that holds in a municipality, in one query."""
    row = scopes.terms(municipality_id).order_by("-number").first()
    return Term(row.months, row.extension, row.source, row.number) if row else Term()


def _all(viewer: Viewer) -> QuerySet[RightsRequest]:
    if not policy.may_see_requests(viewer).allowed:
        raise NotVisible
    return scopes.requests(viewer)


def _content(row: RightsRequest) -> RequestContent:
    return read_request(unseal(row.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}"))


def _seen(viewer: Viewer, rows: QuerySet[RightsRequest], now: datetime) -> tuple[RequestLine, ...]:
    found = list(rows.select_related("key"))
    handlers = handlers_now(viewer, found, now=now)
    own = set(
        scopes.handled_requests(viewer, now=now).filter(pk__in=[row.pk for row in found]).values_list("pk", flat=True)
    )
    lines = []
    for row, until in zip(found, _until(found, scopes.request_turns(viewer)), strict=True):
        reads = row.id in own or row.recorded_by_id == viewer.member_id
        handler = handlers.get(row.id)
        line = _line(row, until, reads=reads)
        lines.append(replace(line, handler=handler.name if handler else "", is_own=row.id in own))
    return tuple(lines)


def _until(found: Sequence[RightsRequest], seen: QuerySet[RequestTurn]) -> list[date]:
    """Give the last day of each, with what it was extended by, in one query."""
    turns = seen.filter(request__in=found, step=RequestStep.EXTENDED.value)
    extended = {request_id: due_on for request_id, due_on in turns.values_list("request_id", "due_on") if due_on}
    return [extended.get(row.id, row.due_on) for row in found]


def _line(row: RightsRequest, due_on: date, *, reads: bool) -> RequestLine:
    person = (_content(row).person or GONE) if reads else ""
    return RequestLine(row.id, row.number, RequestKind(row.kind), person, row.received_on, due_on)


def _turns(row: RightsRequest, seen: QuerySet[RequestTurn]) -> tuple[TurnLine, ...]:
    rows = seen.filter(request=row).select_related("by", "house").order_by("number")
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
            by=turn.by.name if turn.by else word_for(Asker.RESIDENT),
            at=turn.at,
        )
        for turn in rows
    )


def _items(row: RightsRequest, seen: _Seen) -> tuple[ItemLine, ...]:
    choices: dict[UUID, list[ItemChoice]] = defaultdict(list)
    for choice in seen.choices.filter(request=row).order_by("number"):
        choices[choice.item_id].append(choice)
    rows = seen.items.filter(request=row).select_related("key").order_by("number")
    return tuple(_item(row, item, choices[item.id][-1:]) for item in rows)


def _item(row: RightsRequest, item: RequestItem, newest: Sequence[ItemChoice]) -> ItemLine:
    held = read_held(unseal_under_both(row.key, item.key, item.content_sealed, place=f"{ITEM_PLACE}:{item.id}"))
    if not newest:
        return ItemLine(item.id, held, None, None, "")
    choice = newest[0]
    words = unseal_under_both(row.key, item.key, choice.words_sealed, place=f"{WORDS_PLACE}:{choice.id}")
    reason = LeftOutReason(choice.reason) if choice.reason else None
    return ItemLine(item.id, held, ItemAnswer(choice.answer), reason, words)
