"""Requests of residents of the region of the matrix, each in a state of its own. Everybody in it is *verzonnen*.

The privacy officer handles them; there is another one to hand them over to.
"""

from dataclasses import replace

from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.requests import ItemAnswer
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.choose_items import Choice
from houvast.directory.selectors import PRIVACY_OFFICER
from tests.accountability.asking import ASKED, ask, record
from tests.worlds import NOW, World, add_member, make_resident


def add_requests(here: World) -> dict[str, str]:
    """Let somebody ask four times: just in, identified, gathered, and answered; and once with nobody who handles it."""
    other = add_member(here.organisation, "Pien (verzonnen)", PRIVACY_OFFICER, "", "privacy officer", None)
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
        "pien": str(other.id),
        "request_free": str(record(here, new).id),
        "request": str(asked.id),
        "request_known": str(known.id),
        "request_gathered": str(gathered.id),
        "request_item": str(gathered.view().items[0].id),
        "request_done": str(done.id),
    }
