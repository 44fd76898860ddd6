"""Phases show in the colours of a municipality's own model."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from houvast.directory.models import AdoptedModel, Member
from tests.worlds import World

SignIn = Callable[[Page, Member], None]
OWN_COLOUR = """
[fase.1]
kleur = { vlak = "#00407a", op_vlak = "#ffffff", tint = "#e3eff6", tekst = "#00305c", rand = "#00407a" }
"""


def test_a_municipality_sees_its_own_phase_colours(page: Page, eemsdelta: World, sign_in: SignIn) -> None:
    adopted = eemsdelta.adopted
    AdoptedModel.objects.create(
        municipality=eemsdelta.municipality,
        number=2,
        code="eigen",
        text=adopted.text + OWN_COLOUR,
        adopted_at=adopted.adopted_at,
    )
    sign_in(page, eemsdelta.members["marit"])
    page.goto("/ave-model/")
    first = page.get_by_role("heading", name="Regulier leven")
    expect(first).to_have_css("background-color", "rgb(0, 64, 122)")
    expect(page.get_by_role("heading", name="Escalatie")).to_have_css("background-color", "rgb(122, 15, 32)")


def test_the_colours_of_another_municipality_are_not_found(page: Page, eemsdelta: World, sign_in: SignIn) -> None:
    sign_in(page, eemsdelta.members["marit"])
    own = page.goto("/stijl/fasen/eemsdelta.css")
    assert own is not None
    assert own.headers["cache-control"] == "private, max-age=3600"
    of_others = page.goto("/stijl/fasen/oldambt.css")
    assert of_others is not None
    assert of_others.status == 404
