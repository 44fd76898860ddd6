"""What a new model says otherwise is told in words, whatever it is about."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from houvast.ave.changes import Change, changes
from houvast.ave.load import load_text, shipped, shipped_model, shipped_theme, with_theme
from houvast.ave.model import Boundary, Model, Phase, SeatRule
from houvast.ave.vocabulary import Holding, HoldingTwo, Responsibility

MODEL = shipped_model("groningen")
SEAT = (3, Responsibility.PROCESS_DIRECTION)


def phase_said(change: Callable[[Phase], Phase]) -> Model:
    return replace(MODEL, phases=(change(MODEL.phases[0]), *MODEL.phases[1:]))


def boundary_said(change: Callable[[Boundary], Boundary]) -> Model:
    return replace(MODEL, boundaries=(change(MODEL.boundaries[0]), *MODEL.boundaries[1:]))


def seat_said(change: Callable[[SeatRule], SeatRule]) -> Model:
    return replace(MODEL, seats={**MODEL.seats, SEAT: change(MODEL.seats[SEAT])})


def test_the_same_model_changes_nothing() -> None:
    assert all(changes(shipped_model(code), shipped_model(code)) == () for code in shipped())


@pytest.mark.parametrize(
    ("new", "where", "what", "after"),
    [
        (replace(MODEL, title="Anders"), "Model", "Naam", "Anders"),
        (phase_said(lambda p: replace(p, name="Rustig")), "Fase 1", "Naam", "Rustig"),
        (phase_said(lambda p: replace(p, may_open=not p.may_open)), "Fase 1", "Casus mag hier beginnen", "ja"),
        (phase_said(lambda p: replace(p, review_weeks=6)), "Fase 1", "Opnieuw kijken", "na 6 weken"),
        (
            seat_said(lambda s: replace(s, holders={"burgemeester": Holding.YES})),
            "Fase 3, procesregie",
            "Wie mag het: ja",
            "burgemeester",
        ),
        (seat_said(lambda s: replace(s, required=False)), "Fase 3, procesregie", "Vereist", "nee"),
        (
            boundary_said(lambda b: replace(b, decides=("burgemeester",))),
            "Grens 1-2 omhoog",
            "Beslist",
            "burgemeester",
        ),
        (
            boundary_said(lambda b: replace(b, decide_within_working_days=1)),
            "Grens 1-2 omhoog",
            "Beslissen",
            "binnen 1 werkdag",
        ),
        (
            replace(MODEL, holding_two=HoldingTwo.REFUSE),
            "Overige afspraken",
            "Casusregie en procesregie bij één persoon",
            "mag niet",
        ),
    ],
)
def test_one_thing_said_otherwise_is_one_change_with_before_and_after(
    new: Model, where: str, what: str, after: str
) -> None:
    found = [change for change in changes(MODEL, new) if (change.where, change.what) == (where, what)]
    assert [change.after for change in found] == [after]
    assert found[0].before not in ("", after)


def test_what_is_new_has_no_before_and_what_is_gone_no_after() -> None:
    wider = with_theme(MODEL, shipped_theme("jeugd"))
    new = {change.what: change for change in changes(MODEL, wider)}
    gone = {change.what: change for change in changes(wider, MODEL)}
    table = next(each.code for each in wider.tables if each not in MODEL.tables)
    assert (new[table].before, bool(new[table].after)) == ("", True)
    assert (bool(gone[table].before), gone[table].after) == (True, "")
    assert new["Thema's"] == Change("Model", "Thema's", "geen", "jeugd")


def test_another_municipality_has_another_model_in_plain_words() -> None:
    text = str(changes(MODEL, shipped_model("opsterland")))
    assert "Lokale namen" in text
    assert "None" not in text
    assert "Holding." not in text


def test_a_model_of_its_own_file_reads_like_the_shipped_one() -> None:
    own = load_text(shipped()["landelijk"].read_text("utf-8"), "model")
    assert changes(shipped_model("landelijk"), own) == ()
