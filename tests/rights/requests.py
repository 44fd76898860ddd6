"""Requests of residents of the region of the matrix, each in a state of its own. Everybody in it is *verzonnen*."""

from dataclasses import replace

from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.requests import ItemAnswer
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.choose_items import Choice
from tests.accountability.asking import ASKED, ask
from tests.worlds import NOW, World, make_resident


def add_requests(here: World) -> dict[str, str]:
    """Let somebody ask four times: just in, identified, gathered, and answered."""
    make_resident(here, "Wiersma", "Onno")
    new = replace(ASKED, first_names="Onno", surname="Wiersma")
    asked, known, gathered, done = (ask(here, new) for _ in range(4))
    for each in (known, gathered, done):
        each.identify()
    for each in (gathered, done):
        each.gather()
    done.choose(**{item.id.hex: Choice(ItemAnswer.WHOLE) for item in done.view().items})
    answer_request(actor=here.actor("privacy"), now=NOW, request_id=done.id, answer=NewAnswer(refuse=False))
    return {
        "request": str(asked.id),
        "request_known": str(known.id),
        "request_gathered": str(gathered.id),
        "request_item": str(gathered.view().items[0].id),
        "request_done": str(done.id),
    }
