"""Adopting a model: what is found, what changes, for new cases only, and nothing from outside reads the server."""

from pathlib import Path

import pytest

from houvast.ave.load import shipped
from houvast.directory.models import AdoptedModel, Municipality, Organisation
from houvast.directory.selectors import viewer
from houvast.directory.selectors_models import Proposed, adopted_models, preview_model
from houvast.directory.services.adopt_model import adopt_model
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from tests.worlds import NOW, World, add_member, make_world

OWN = 'breidt_uit = "groningen"\ncode = "eigen"\ntitel = "Eigen model"\nversie = "1"\nbron = "verzonnen"\n'


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def test_another_model_shows_what_changes_and_who_is_left_out(world: World) -> None:
    text = shipped()["opsterland"].read_text("utf-8")
    found = preview_model(seen_by(world, "beheer"), Proposed(text, "opsterland.toml"), now=NOW)
    assert found.model is not None
    assert (found.after, found.model.code) == (1, "opsterland")
    assert {"Lokale namen", "Overige afspraken"} <= {change.where for change in found.changes}
    assert AdoptedModel.objects.count() == 1


def test_the_model_in_use_changes_nothing(world: World) -> None:
    found = preview_model(
        seen_by(world, "beheer"), Proposed(shipped()["groningen"].read_text("utf-8"), "g.toml"), now=NOW
    )
    assert (found.changes, found.left_out) == ((), ())


def test_a_theme_is_part_of_what_changes(world: World) -> None:
    proposed = Proposed(shipped()["groningen"].read_text("utf-8"), "g.toml", "jeugd")
    found = preview_model(seen_by(world, "beheer"), proposed, now=NOW)
    assert "jeugd" in [change.after for change in found.changes if change.what == "Thema's"]


def test_functions_that_people_hold_and_the_model_lacks_are_named(world: World) -> None:
    add_member(world.organisation, "Oude functie", "stadsmarinier", "", "stadsmarinier", None)
    found = preview_model(seen_by(world, "beheer"), Proposed(OWN, "eigen.toml"), now=NOW)
    assert found.left_out == ("stadsmarinier",)


def test_undecided_cells_are_shown_and_forbid_nothing(world: World) -> None:
    text = shipped()["landelijk"].read_text("utf-8")
    found = preview_model(seen_by(world, "beheer"), Proposed(text, "landelijk.toml"), now=NOW)
    assert found.model is not None
    assert any("besloten" in finding.what for finding in found.findings)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen toml =",
        'code = "leeg"',
        "\x00\x01PNG",
        "a = " + "[" * 5000,
        "a = " + "[" * 300 + "]" * 300,
        'soort = "thema"\ncode = "x"\n',
        OWN.replace('"groningen"', "7"),
        OWN + "fase = 3\n",
        OWN + "[grens]\n2-3 = 1\n",
    ],
)
def test_rubbish_is_told_and_not_adopted(world: World, text: str) -> None:
    found = preview_model(seen_by(world, "beheer"), Proposed(text, "rommel.toml"), now=NOW)
    assert found.model is None
    assert any(finding.severity == "fout" and finding.what and finding.why for finding in found.findings)
    with pytest.raises(Invalid):
        adopt_model(world.municipality.id, text, actor=world.actor("beheer"), now=NOW)
    assert AdoptedModel.objects.count() == 1


@pytest.mark.parametrize("base", ["{0}/geheim.toml", "../models/landelijk", "thema-niets", "{0}/geheim"])
def test_a_file_from_outside_reads_nothing_on_the_server(world: World, tmp_path: Path, base: str) -> None:
    (tmp_path / "geheim.toml").write_text(shipped()["landelijk"].read_text("utf-8"), "utf-8")
    text = OWN.replace("groningen", base.format(tmp_path))
    found = preview_model(seen_by(world, "beheer"), Proposed(text, "C:\\map\\eigen.toml"), now=NOW)
    assert found.model is None
    (finding,) = found.findings
    assert (finding.file, finding.place, finding.line) == ("eigen.toml", "breidt_uit", 1)
    with pytest.raises(Invalid, match="bouwt op een model dat niet bij Houvast hoort"):
        adopt_model(world.municipality.id, text, actor=world.actor("beheer"), now=NOW)


def test_of_a_base_only_the_name_is_told(world: World) -> None:
    found = preview_model(seen_by(world, "beheer"), Proposed(OWN.replace("groningen", "landelijk"), "e.toml"), now=NOW)
    assert {finding.file for finding in found.findings} <= {"e.toml", "landelijk.toml"}


def test_what_somebody_compared_is_what_is_adopted(world: World) -> None:
    adopt_model(world.municipality.id, OWN, after=1, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Conflict, match="intussen"):
        adopt_model(world.municipality.id, OWN, after=1, actor=world.actor("beheer"), now=NOW)
    lines = adopted_models(seen_by(world, "beheer"))
    assert [(line.number, line.code) for line in lines] == [(2, "eigen"), (1, "groningen")]


def test_a_first_model_is_compared_with_nothing(world: World) -> None:
    bare = Municipality.objects.create(code="pekela", name="Pekela", region="Groningen")
    own = Organisation.objects.create(kind="municipality", name="Gemeente Pekela", municipality=bare)
    first = viewer(add_member(own, "Eerste", "functioneel-beheerder", "", "beheerder", None).id, now=NOW)
    assert first is not None
    found = preview_model(first, Proposed(OWN, "eigen.toml"), now=NOW)
    assert (found.after, found.changes) == (0, ())


def test_nobody_but_the_administrator_of_a_municipality_looks(world: World) -> None:
    partner = Organisation.objects.create(kind="police", name="Politie")
    agent = viewer(add_member(partner, "Agent", "functioneel-beheerder", "", "beheerder", None).id, now=NOW)
    assert agent is not None
    for who in (agent, seen_by(world, "marit")):
        with pytest.raises(NotVisible):
            adopted_models(who)
        with pytest.raises(NotVisible):
            preview_model(who, Proposed(OWN, "eigen.toml"), now=NOW)
