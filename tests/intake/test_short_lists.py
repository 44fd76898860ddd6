"""Setting the short lists of a municipality, and what triage does with them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.audit.models import Entry as LogEntry
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake.models import Concern, ListVersion, Theme, TriageDecision
from houvast.intake.policy import may_see_settings
from houvast.intake.rules.short_lists import ACCEPT_WITHIN, Entry, ListKind
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.concern_pages import concern_page
from houvast.intake.selectors.settings import settings_of, settings_to_see, settings_with_themes, theme_names
from houvast.intake.services.choose_themes import choose_themes
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.enter_concern import NewConcern, enter_concern
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
OWN = Entry("", "  De huisarts  pakt het op ", ("advice",))


def put(world: World, kind: ListKind, entry: Entry, actor: Actor | None = None) -> str:
    return set_entry(NewEntry(world.municipality.id, kind, entry), actor=actor or world.actor("beheer"), now=LATER)


def viewer_of(world: World, name: str) -> Viewer:
    found = viewer(world.id(name), now=LATER)
    assert found is not None
    return found


def known(world: World, kind: ListKind, code: str) -> Entry:
    return next(each for each in settings_of(world.municipality.id).entries(kind) if each.code == code)


def test_an_own_reason_is_offered_here_and_nowhere_else_and_the_log_says_who_set_it() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    code = put(world, ListKind.REASON, OWN)
    assert known(world, ListKind.REASON, code).name == "De huisarts pakt het op"
    assert code not in [each.code for each in settings_of(other.municipality.id).reasons]
    entry = LogEntry.objects.get(event="list_version.set")
    assert (entry.outcome, entry.ground, entry.actor_member) == ("done", "administrator", world.id("beheer"))
    assert entry.details == {"kind": "reason", "code": code, "number": 1}


@pytest.mark.parametrize("number", [1, 10**30])
def test_a_new_choice_follows_no_other(number: int) -> None:
    """The number stands in the form, where anybody can change it."""
    with pytest.raises(Conflict):
        put(make_world(), ListKind.REASON, replace(OWN, number=number))


def test_two_reasons_that_sound_alike_get_codes_of_their_own() -> None:
    world = make_world()
    first = put(world, ListKind.REASON, replace(OWN, name="Één keer"))
    put(world, ListKind.REASON, replace(known(world, ListKind.REASON, first), name="Eén maal"))
    second = put(world, ListKind.REASON, replace(OWN, name="Een keer"))
    assert (first, second, put(world, ListKind.REASON, replace(OWN, name="漢"))) == ("eenkeer", "eenkeer-2", "keuze")


@pytest.mark.parametrize("name", ["marit", "privacy"])
def test_only_the_administrator_sets_a_list(name: str) -> None:
    world = make_world()
    with pytest.raises(Refused, match="functioneel beheerder"):
        put(world, ListKind.REASON, OWN, world.actor(name))
    assert not ListVersion.objects.exists()
    assert LogEntry.objects.get(event="list_version.set").outcome == "refused"


def test_an_administrator_sets_nothing_elsewhere() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    with pytest.raises(Refused):
        put(world, ListKind.REASON, OWN, other.actor("beheer"))


def test_who_does_triage_may_see_the_lists_and_others_may_not() -> None:
    world = make_world()
    assert may_see_settings(viewer_of(world, "beheer"))
    assert settings_to_see(viewer_of(world, "marit")).reasons
    with pytest.raises(NotVisible):
        settings_to_see(viewer_of(world, "bram"))


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        (ListKind.REASON, replace(OWN, code="unknown")),
        (ListKind.URGENCY, Entry("", "Ooit", amount=40)),
        (ListKind.RECEIVER, Entry("", "Een vijfde")),
    ],
)
def test_nothing_is_added_where_the_list_is_fixed(kind: ListKind, entry: Entry) -> None:
    with pytest.raises(NotVisible):
        put(make_world(), kind, entry)


def test_a_receiver_keeps_its_name_and_stays_in_use() -> None:
    world = make_world()
    put(world, ListKind.RECEIVER, Entry("112", "Iets anders", contact="Meldkamer", phone="0800 0112", active=False))
    kept = known(world, ListKind.RECEIVER, "112")
    assert (kept.name, kept.active, kept.contact, kept.phone) == ("112", True, "Meldkamer", "0800 0112")


def test_what_is_wrong_is_told_and_nothing_changes() -> None:
    world = make_world()
    with pytest.raises(Invalid) as wrong:
        put(world, ListKind.URGENCY, Entry("soon", "Snel", amount=0))
    assert set(wrong.value.problems) == {"amount"}
    assert known(world, ListKind.URGENCY, "soon").amount == 9


def test_of_two_who_change_one_entry_at_once_the_second_is_told() -> None:
    world = make_world()
    seen = known(world, ListKind.URGENCY, "soon")
    put(world, ListKind.URGENCY, replace(seen, amount=8))
    with pytest.raises(Conflict, match="net"):
        put(world, ListKind.URGENCY, replace(seen, amount=7))
    assert known(world, ListKind.URGENCY, "soon").amount == 8


def test_of_two_who_write_at_the_same_moment_the_database_lets_one_through(monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world()
    before = settings_with_themes(world.municipality.id)
    put(world, ListKind.URGENCY, Entry("soon", "Snel", amount=8))
    monkeypatch.setattr("houvast.intake.services.set_entry.settings_with_themes", lambda _: before)
    with pytest.raises(Conflict, match="net"):
        put(world, ListKind.URGENCY, Entry("soon", "Snel", amount=7))


def test_an_old_decision_keeps_the_words_it_was_made_with() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    advice = NewDecision(Outcome.ADVICE, "once")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=advice)
    renamed = replace(known(world, ListKind.REASON, "once"), name="Eén keer gezien")
    put(world, ListKind.REASON, renamed)
    page = concern_page(viewer_of(world, "marit"), concern.id, now=LATER)
    assert page.history[-1].reason == "Eenmalig, geen vervolg nodig"
    assert "Eén keer gezien" in [each.text for each in page.settings.reasons]


def test_a_reason_out_of_use_is_not_accepted_any_more() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    put(world, ListKind.REASON, replace(known(world, ListKind.REASON, "once"), active=False))
    with pytest.raises(Invalid) as wrong:
        decide_concern(
            actor=world.actor("marit"),
            now=LATER,
            concern_id=concern.id,
            version=0,
            new=NewDecision(Outcome.ADVICE, "once"),
        )
    assert set(wrong.value.problems) == {"reason"}


def test_a_concern_and_a_receiver_get_the_terms_of_the_municipality() -> None:
    """Monday 23 November 2026, 10.30: one working hour is 11.30; one working day ends on Tuesday."""
    world = make_world()
    point = make_point(world)
    put(world, ListKind.URGENCY, Entry("urgent", "Spoed", amount=1))
    put(world, ListKind.TERM, Entry(ACCEPT_WITHIN, "", amount=1))
    new = NewConcern(form_id=new_id(), point_id=point.id, text="De deur staat open.", urgency="urgent")
    concern_id = enter_concern(actor=world.actor("bram"), now=NOW, new=new)
    concern = Concern.objects.get(pk=concern_id)
    assert concern.decide_before == NOW + timedelta(hours=1)
    pass_on = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Jeugd"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern_id, version=0, new=pass_on)
    accept_before = TriageDecision.objects.get().accept_before
    assert accept_before is not None
    assert f"{in_amsterdam(accept_before):%d-%m}" == "24-11"


def test_a_retired_theme_is_read_but_not_offered_and_stays_where_it_was_chosen() -> None:
    world = make_world()
    for code, name in (("housing", "Wonen"), ("debts", "Geld")):
        Theme.objects.create(municipality=world.municipality, code=code, name=name)
    added = put(world, ListKind.THEME, Entry("", "Ouderen alleen"))
    concern, marit = make_concern(world, make_point(world)), world.actor("marit")
    choose_themes(actor=marit, now=LATER, concern_id=concern.id, themes=["housing"])
    put(world, ListKind.THEME, replace(known_theme(world, "housing"), name="Huis en buurt", active=False))
    assert theme_names(world.municipality.id) == {"debts": "Geld", "housing": "Huis en buurt", added: "Ouderen alleen"}
    assert list(theme_names(world.municipality.id, retired=False)) == ["debts", added]
    choose_themes(actor=marit, now=LATER, concern_id=concern.id, themes=["housing", "debts"])
    other = make_concern(world, make_point(world, name="Ander punt"))
    with pytest.raises(Invalid) as wrong:
        choose_themes(actor=marit, now=LATER, concern_id=other.id, themes=["housing"])
    assert set(wrong.value.problems) == {"themes"}
    new = NewConcern(form_id=new_id(), point_id=other.point_id, text="De deur staat open.", themes=["housing"])
    with pytest.raises(Invalid) as wrong:
        enter_concern(actor=world.actor("bram"), now=LATER, new=new)
    assert set(wrong.value.problems) == {"themes"}


def known_theme(world: World, code: str) -> Entry:
    themes = settings_with_themes(world.municipality.id).entries(ListKind.THEME)
    return next(each for each in themes if each.code == code)


def test_the_last_theme_may_go_and_two_do_not_share_a_name() -> None:
    world = make_world()
    code = put(world, ListKind.THEME, Entry("", "Wonen"))
    with pytest.raises(Invalid) as wrong:
        put(world, ListKind.THEME, Entry("", "wonen"))
    assert set(wrong.value.problems) == {"name"}
    put(world, ListKind.THEME, replace(known_theme(world, code), active=False))
    assert theme_names(world.municipality.id, retired=False) == {}
