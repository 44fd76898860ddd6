"""The requests that wait, one of them, and the files with its answer."""

import json
from collections.abc import Mapping
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.accountability import policy
from houvast.accountability.events import REQUEST_READ, REQUEST_SAVED, REQUESTS_READ
from houvast.accountability.rules.request_content import export
from houvast.accountability.rules.requests import (
    ItemAnswer,
    LeftOutReason,
    RequestKind,
    RequestOutcome,
    RequestStep,
)
from houvast.accountability.selectors.guarding import as_it_leaves, is_guarded
from houvast.accountability.selectors.handling import possible_handlers
from houvast.accountability.selectors.requests import (
    RequestView,
    answered_requests,
    open_requests,
    put_before,
    request_view,
    term_of,
)
from houvast.accountability.services.choose_items import Choice, choose_items
from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.terms import word_for
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, SUBTLE, Act
from houvast.web.pdf import as_pdf
from houvast.web.requests import house, words

NAV = "verzoeken"
_ITEM = "item-"


@require_safe
@signed_in
def overview(request: DoorRequest) -> HttpResponse:
    """Show what waits: for who keeps and destroys in a municipality, or for a house before which it was put."""
    viewer, now = request.viewer, request.now
    if viewer.municipality_id is None:
        asked = put_before(viewer, now=now)
        if not asked:
            raise NotVisible
        record(request, REQUESTS_READ, None)
        return render(request, "verzoeken/huis.html", {"nav": NAV, "rows": [words.row(each, now) for each in asked]})
    waiting, term = open_requests(viewer, now=now), term_of(viewer.municipality_id)
    record(request, REQUESTS_READ, None)
    context = {
        "nav": NAV,
        "waiting": [words.row(each, now) for each in waiting],
        "answered": [words.row(each, now) for each in answered_requests(viewer, now=now)],
        "term": term,
    }
    return render(request, "verzoeken/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def request_page(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Show one request; a form on it chooses what happens to items."""
    of_house, now = request.viewer.municipality_id is None, request.now
    found = house.seen(request, request_id) if of_house else request_view(request.viewer, request_id, now=now)
    if request.method == "POST":
        choices = _choices(request.POST)
        if choices:
            choose_items(
                actor=request.actor, now=request.now, request_id=request_id, choices=choices, for_house=of_house
            )
            messages.success(request, "Uw keuzes zijn vastgelegd.")
        return HttpResponseRedirect(words.address(request_id))
    record(request, REQUEST_READ, request_id)
    if of_house:
        return house.page(request, found, _facts(found))
    today, standing = in_amsterdam(now).date(), found.standing
    possible = possible_handlers(request.viewer, request_id, now=now)
    may_choose = policy.may_choose_handler(request.viewer, possible=bool(possible))
    inspection = found.line.kind is RequestKind.INSPECTION
    when, css_class = words.due(found.line, request.now)
    context = {
        "nav": NAV,
        "number": words.numbered(found.line),
        "kind": words.capital(word_for(found.line.kind)),
        "due": "" if standing.is_over else when,
        "due_class": css_class,
        "next": words.next_step(standing.steps, standing.waiting, inspection=inspection)
        if found.may_handle.allowed
        else words.whose(found, may_choose),
        "facts": _facts(found),
        "guarded": not standing.is_over and is_guarded(found, now=request.now),
        "acts": _acts(found, may_choose),
        "effects": [words.effect(each, today) for each in found.effects],
        "turns": [words.turn(each, today) for each in found.turns],
        "items": [words.item(each, request_id, today) for each in found.items],
        "open": not standing.is_over,
        "files": _has_files(found),
        "url": words.address(request_id),
    }
    return render(request, "verzoeken/verzoek.html", context)


@require_safe
@signed_in
def answer_as_json(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Give the answer to an inspection as JSON."""
    told = json.dumps(_answer(request, request_id), ensure_ascii=False, indent=2)
    return _file(told.encode(), "application/json; charset=utf-8", "inzage.json")


@require_safe
@signed_in
def answer_as_pdf(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Give the answer to an inspection as an accessible PDF."""
    return _file(as_pdf("answer", words.on_paper(_answer(request, request_id))), "application/pdf", "inzage.pdf")


def _answer(request: DoorRequest, request_id: UUID) -> Mapping[str, object]:
    if request.viewer.municipality_id is None:
        given = house.answer(request, house.seen(request, request_id))
        record(request, REQUEST_SAVED, request_id)
        return given
    found = handled(request, request_id)
    answered = found.answered
    if answered is None or not _has_files(found):
        raise NotVisible
    record(request, REQUEST_SAVED, request_id)
    by, on = f"Gemeente {request.viewer.municipality_name}", in_amsterdam(answered.at).date()
    return export(found.content, words.numbered(found.line), by, on, as_it_leaves(found, now=request.now))


def handled(request: DoorRequest, request_id: UUID) -> RequestView:
    """Give a request to who handles it. Raises `NotVisible` or `Refused`."""
    found = request_view(request.viewer, request_id, now=request.now)
    if not found.may_handle.allowed:
        raise Refused(found.may_handle)
    return found


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _has_files(found: RequestView) -> bool:
    answered = found.answered
    given = answered is not None and answered.outcome is not RequestOutcome.REFUSED and found.may_handle.allowed
    return given and found.line.kind is RequestKind.INSPECTION


def record(request: DoorRequest, event: Event, request_id: UUID | None) -> None:
    """Put on record that something of requests is read, before it is shown."""
    ground = policy.may_see_requests(request.viewer).ground
    record_read(
        event,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="request" if request_id else "",
        subject_id=request_id,
        ground=ground,
    )


def _choices(sent: QueryDict) -> dict[UUID, Choice]:
    """Read which items get which choice: to give it whole, or the reason to leave it out."""
    found: dict[UUID, Choice] = {}
    for name, value in sent.items():
        try:
            item_id = UUID(name.removeprefix(_ITEM)) if name.startswith(_ITEM) else None
            reason = None if value == ItemAnswer.WHOLE else LeftOutReason(str(value))
        except ValueError:
            continue
        if item_id:
            found[item_id] = Choice(ItemAnswer.LEFT_OUT, reason) if reason else Choice(ItemAnswer.WHOLE)
    return found


def _facts(found: RequestView) -> list[tuple[str, str]]:
    content = found.content
    asker = word_for(found.asker)
    other = content.asked_by if content.asked_by != content.person else ""
    facts = [
        ("Over wie", _about(found)),
        ("Wie vraagt het", f"{other}, {asker}" if other else words.capital(asker)),
        ("Binnengekomen", f"{exact(found.line.received_on)}, {word_for(found.channel)}"),
        ("Ingelogd", word_for(found.signed_in) if found.signed_in else ""),
        ("Antwoord naar", content.reach),
        ("In eigen woorden", content.words),
        ("Vastgelegd door", found.recorded_by),
        ("Behandelt", found.line.handler),
    ]
    return [fact for fact in facts if fact[1]]


def _about(found: RequestView) -> str:
    known = found.resident_id or not found.may_handle.allowed
    return found.line.person if known else f"{found.line.person}, niet bekend in Houvast"


def _acts(found: RequestView, may_choose: Verdict) -> tuple[Act, ...]:
    """Give what can be done now; what comes next is the filled button."""
    standing, at = found.standing, partial(words.address, found.line.id)
    weight = SUBTLE if found.line.handler else PRIMARY
    choose = (Act("Behandelaar kiezen", at("behandelaar/"), weight),) if may_choose.allowed else ()
    if standing.is_over or not found.may_handle.allowed:
        return choose
    inspection = found.line.kind is RequestKind.INSPECTION
    acts = []
    if not standing.is_identified:
        acts.append(Act("Controle vastleggen", at("identiteit/"), PRIMARY))
    elif inspection and not standing.is_gathered:
        acts.append(Act("Gegevens verzamelen", at("verzamelen/"), PRIMARY))
    ready = standing.is_identified and not standing.waiting and (standing.is_gathered or not inspection)
    acts.append(Act("Antwoord vastleggen", at("antwoord/"), PRIMARY if ready else SECONDARY))
    if standing.is_identified and found.line.kind is RequestKind.ERASURE:
        acts.append(Act("Naar bewaren en vernietigen", "/bewaren/", SECONDARY))
    if RequestStep.EXTENDED not in standing.steps:
        acts.append(Act("Termijn verlengen", at("verlengen/"), SUBTLE))
    return (*acts, *choose)
