"""Pages to read."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.ave.glossary import GLOSSARY
from houvast.directory.selectors import ADMINISTRATOR, adopted_model, members_with_function, parsed_model
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import Person, phone
from houvast.web.phase_css import stylesheet
from houvast.web.reading.model_card import callers, model_card
from houvast.web.reading.words import WORDS

COLOURS_KEPT_SECONDS = 3600


@require_safe
@signed_in
def glossary(request: DoorRequest) -> HttpResponse:
    """Explain the words: those of the inventory of 2023, and those of Houvast."""
    return render(request, "lezen/begrippen.html", {"terms": GLOSSARY, "words": WORDS})


@require_safe
@signed_in
def model(request: DoorRequest) -> HttpResponse:
    """Show the model of one's municipality as a card that prints on one A3."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None:
        return render(request, "lezen/geen_model.html", {"nav": "model"})
    try:
        adopted = adopted_model(municipality_id)
    except LookupError:
        return render(request, "lezen/geen_model.html", {"nav": "model"})
    found = parsed_model(adopted)
    people = [person for person in _people(municipality_id, callers(found), request.now) if person.phone]
    evening = phone(adopted.municipality.evening_phone, adopted.municipality.evening_phone_name)
    if evening:
        people.insert(0, Person(evening.whom, "avond en weekend", evening))
    card = model_card(found, request.viewer.municipality_name, adopted.number, adopted.adopted_at, people)
    return render(request, "lezen/model.html", {"nav": "model", "card": card})


@require_safe
@signed_in
def help_page(request: DoorRequest) -> HttpResponse:
    """Say what to do when one is stuck, and whom to call."""
    municipality_id = request.viewer.municipality_id
    people = _people(municipality_id, [ADMINISTRATOR], request.now) if municipality_id else ()
    return render(request, "lezen/hulp.html", {"people": people})


@require_safe
@signed_in
def phase_colours(request: DoorRequest, code: str) -> HttpResponse:
    """Give the colours of the phases in the model of one's own municipality."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or code != request.viewer.municipality_code:
        raise NotVisible
    try:
        rules = stylesheet(parsed_model(adopted_model(municipality_id)))
    except LookupError:
        rules = ""
    response = HttpResponse(rules, content_type="text/css")
    response["Cache-Control"] = f"private, max-age={COLOURS_KEPT_SECONDS}"
    return response


def _people(municipality_id: UUID, functions: Collection[str], now: datetime) -> tuple[Person, ...]:
    found = members_with_function(municipality_id, functions, now=now)
    return tuple(Person(line.name, line.title, phone(line.phone, line.name)) for line in found)
