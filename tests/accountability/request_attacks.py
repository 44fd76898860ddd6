"""Requests in every state, and raw SQL that breaks each rule about them."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.rules.requests import ItemAnswer, RequestKind, Term
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.choose_items import Choice
from houvast.accountability.services.set_request_term import set_request_term
from tests.accountability.asking import ASKED, ask
from tests.attacks import Attack, Attacker, Value
from tests.worlds import NOW, World

REQUEST, TURN = "accountability_rightsrequest", "accountability_requestturn"
ITEM, CHOICE = "accountability_requestitem", "accountability_itemchoice"
EFFECT = "accountability_requesteffect"
FRESH, IDENTIFIED, GATHERED, DONE, REFUSED, CORRECTED = 1, 2, 3, 4, 5, 6
HANDLER, CASE = "accountability_requesthandler", "accountability_gatheredcase"
_WHOLE = Choice(ItemAnswer.WHOLE)


def make_requests(world: World) -> None:
    """Make six: just in, identified, gathered with one choice, answered, refused at once, and corrected."""
    privacy = world.actor("privacy")
    set_request_term(actor=privacy, now=NOW, term=Term())
    made = {number: ask(world) for number in (FRESH, IDENTIFIED, GATHERED, DONE, REFUSED)}
    for number in (IDENTIFIED, GATHERED, DONE, REFUSED):
        made[number].identify()
    for number in (GATHERED, DONE):
        made[number].gather()
        items = made[number].view().items
        made[number].choose(**{item.id.hex: _WHOLE for item in (items if number == DONE else items[:1])})
    answer_request(actor=privacy, now=NOW, request_id=made[DONE].id, answer=NewAnswer(refuse=False))
    corrected = ask(world, replace(ASKED, kind=RequestKind.CORRECTION))
    corrected.identify()
    done = NewAnswer(refuse=False, corrected="De straat.")
    answer_request(actor=privacy, now=NOW, request_id=corrected.id, answer=done)
    answer_request(
        actor=privacy, now=NOW, request_id=made[REFUSED].id, answer=NewAnswer(refuse=True, reason="Al gegeven.")
    )


def _by_another(table: str, into: int, **changes: Value) -> Attack:
    """Write a row as who chose the handler, who is not who handles it."""

    def attack(attacker: Attacker) -> None:
        (chosen,) = attacker.rows(f"SELECT * FROM {HANDLER} WHERE request_id = %s", _request(attacker, into))
        _forge(table, GATHERED, into, by_id=chosen["set_by_id"], **changes)(attacker)

    return attack


def _recorder(attacker: Attacker) -> None:
    (row,) = attacker.rows(f"SELECT * FROM {HANDLER} WHERE request_id = %s", _request(attacker, FRESH))
    swapped: dict[str, Value] = {"member_id": row["set_by_id"], "set_by_id": row["member_id"]}
    attacker.forge(HANDLER, row, id=uuid4(), number=2, **swapped)


def _request(attacker: Attacker, number: int) -> Value:
    (found,) = attacker.rows(f"SELECT id FROM {REQUEST} WHERE number = %s", number)
    return found["id"]


def _forge(table: str, source: int, into: int, **changes: Value) -> Attack:
    """Copy the last row of a table from one request into another, with something else in it."""

    def attack(attacker: Attacker) -> None:
        wanted = f"SELECT * FROM {table} WHERE request_id = %s"
        wanted += "" if table == CASE else " ORDER BY number"
        row = attacker.rows(wanted, _request(attacker, source))[-1]
        attacker.forge(table, row, id=uuid4(), request_id=_request(attacker, into), **changes)

    return attack


def _item_of_another(attacker: Attacker) -> None:
    row = attacker.rows(f"SELECT * FROM {CHOICE} WHERE request_id = %s", _request(attacker, DONE))[0]
    attacker.forge(CHOICE, row, id=uuid4(), request_id=_request(attacker, GATHERED), number=2)


def _copy(table: str) -> Attack:
    def attack(attacker: Attacker) -> None:
        attacker.forge(table, attacker.rows(f"SELECT * FROM {table}")[0], id=uuid4(), number=99)

    return attack


def _by_who_does_not_take_part(attacker: Attacker) -> None:
    row = attacker.rows(f"SELECT * FROM {REQUEST} ORDER BY number DESC")[0]
    own: dict[str, Value] = {"recorded_by_id": None, "participant_id": uuid4(), "signed_in": "digid"}
    attacker.forge(REQUEST, row, id=uuid4(), number=CORRECTED + 1, channel="own_page", **own)


_ELSEWHERE: Value = uuid4()
REQUEST_ATTACKS: Mapping[str, Attack] = {
    f"{TURN}_same_municipality_id": _forge(TURN, FRESH + 1, FRESH, number=1, municipality_id=_ELSEWHERE),
    f"{ITEM}_same_municipality_id": _forge(ITEM, GATHERED, IDENTIFIED, number=1, municipality_id=_ELSEWHERE),
    f"{CHOICE}_same_municipality_id": _forge(CHOICE, GATHERED, GATHERED, number=2, municipality_id=_ELSEWHERE),
    f"{TURN}_not_answered": _forge(TURN, GATHERED, DONE, number=4, step="extended"),
    f"{ITEM}_not_answered": _forge(ITEM, GATHERED, REFUSED, number=1),
    f"{CHOICE}_not_answered": _forge(CHOICE, DONE, DONE, number=2),
    f"{TURN}_follows": _forge(TURN, GATHERED, GATHERED, number=99, step="extended"),
    f"{ITEM}_follows": _forge(ITEM, GATHERED, IDENTIFIED, number=99),
    f"{CHOICE}_follows": _forge(CHOICE, GATHERED, GATHERED, number=99),
    f"{REQUEST}_follows": _copy(REQUEST),
    "accountability_requestterm_follows": _copy("accountability_requestterm"),
    f"{ITEM}_identified": _forge(ITEM, GATHERED, FRESH, number=1),
    f"{EFFECT}_same_municipality_id": _forge(EFFECT, CORRECTED, IDENTIFIED, number=1, municipality_id=_ELSEWHERE),
    f"{EFFECT}_not_answered": _forge(EFFECT, CORRECTED, DONE, number=1),
    f"{EFFECT}_follows": _forge(EFFECT, CORRECTED, IDENTIFIED, number=99),
    f"{EFFECT}_said": _forge(EFFECT, CORRECTED, IDENTIFIED, number=1, words_sealed=b""),
    f"{CHOICE}_own_item": _item_of_another,
    f"{HANDLER}_same_municipality_id": _forge(HANDLER, FRESH, FRESH, number=2, municipality_id=_ELSEWHERE),
    f"{HANDLER}_follows": _forge(HANDLER, FRESH, FRESH, number=99),
    f"{HANDLER}_not_recorder": _recorder,
    f"{TURN}_handler": _by_another(TURN, GATHERED, number=3, step="extended"),
    f"{CHOICE}_handler": _by_another(CHOICE, GATHERED, number=2),
    f"{CASE}_same_municipality_id": _forge(CASE, DONE, GATHERED, municipality_id=_ELSEWHERE),
    f"{CASE}_not_answered": _forge(CASE, GATHERED, DONE),
    f"{CASE}_identified": _forge(CASE, GATHERED, FRESH),
    f"{TURN}_proved": _forge(TURN, IDENTIFIED, FRESH, number=1, by_id=None),
    f"{REQUEST}_by_participant": _by_who_does_not_take_part,
    f"{TURN}_looked_at": _forge(TURN, GATHERED, GATHERED, number=3, step="answered", outcome="granted"),
}
