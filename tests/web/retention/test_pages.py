"""The pages of keeping and destroying: proposing, answering, and that nothing breaks on what was destroyed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houvast.accountability.models import Destruction, DestructionProposal, LegalHold
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import to_carry_out
from houvast.accountability.selectors.standing import to_propose
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.accountability.services.propose_list import propose_list
from houvast.cases.models import Case
from houvast.upkeep.destroying import destroy
from houvast.web import middleware
from houvast.web.retention.looks import SLUGS
from houvast.web.session_limits import begin
from tests.accountability.worlds import LATER, Kept, make_kept, make_loose
from tests.lives import close, open_with
from tests.worlds import World

SignedIn = Callable[[World, str], Client]
LIST_QUERIES = 41


def test_a_destroyed_case_is_certified_and_breaks_no_page(
    committed: str, own_folders: Path, signed_in_client: SignedIn
) -> None:
    kept: Kept = make_kept()
    actor = kept.world.actor
    code = Case.objects.get(pk=kept.case).code
    proposal = propose_destruction(actor=actor("privacy"), now=LATER, kind=UnitKind.CASE, unit_id=kept.case)
    privacy, archivist = signed_in_client(kept.world, "privacy"), signed_in_client(kept.world, "dirk")
    assert "Intrekken" in privacy.get(f"/bewaren/voorstel/{proposal}/").content.decode()
    assert "Ja, vernietigen" in archivist.get(f"/bewaren/voorstel/{proposal}/").content.decode()
    assert "Wacht op antwoord" in archivist.get("/bewaren/").content.decode()
    answer_proposal(actor=actor("dirk"), now=LATER, proposal_id=proposal, outcome="approved")
    assert "Goedgekeurd" in privacy.get("/bewaren/").content.decode()
    destroy(now=LATER, say=lambda line: None)
    certificate = Destruction.objects.get()
    shown = archivist.get(f"/bewaren/vernietigd/{certificate.id}/").content.decode()
    assert code in shown
    assert "Dijkhuis" not in shown
    assert privacy.get(f"/bewaren/casus/{kept.case}/").status_code == 404
    for who in ("sanne", "marit"):
        reader = signed_in_client(kept.world, who)
        assert [reader.get(path).status_code for path in ("/", "/casussen/", "/overleg/", "/inzicht/")] == [200] * 4
        pages = [f"/casussen/{code}/{page}" for page in ("", "tijdlijn/", "mensen/", "plan/")]
        assert {reader.get(page).status_code for page in pages} <= {200, 404}


@pytest.mark.django_db
def test_a_list_asks_as_much_for_few_as_for_many(signed_in_client: SignedIn) -> None:
    kept = make_kept()
    client, counts = signed_in_client(kept.world, "privacy"), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as counted:
            assert client.get("/bewaren/").status_code == 200
        counts.append(len(counted))
        for _ in range(3):
            close(kept.world, open_with(kept.world))
    assert counts == [LIST_QUERIES, LIST_QUERIES]
    loose = make_loose(kept.world)
    for slug, kind in SLUGS.items():
        assert client.get(f"/bewaren/?soort={slug}").status_code == 200
        if kind in loose:
            page = client.get(f"/bewaren/{slug}/{loose[kind]}/").content.decode()
            assert "Termijnen die lopen" in page
    page = f"/bewaren/vraag/{loose[UnitKind.COLLEAGUE_QUESTION]}/"
    assert client.get(f"{page}voorstellen/").status_code == 403
    assert client.get(f"{page}vasthouden/").status_code == 200


@pytest.mark.django_db
def test_a_list_is_proposed_by_one_and_approved_by_another(
    signed_in_client: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = make_kept()
    for _ in range(2):
        close(kept.world, open_with(kept.world))
    privacy, archivist = signed_in_client(kept.world, "privacy"), signed_in_client(kept.world, "dirk")
    monkeypatch.setattr(middleware, "read_clock", lambda: LATER)
    for client in (privacy, archivist):
        session = client.session
        begin(session, now=LATER)
        session.save()
    page, all_of_them = "/bewaren/casus/voorstellen/", "/bewaren/voorstellen/"
    assert page in privacy.get("/bewaren/").content.decode()
    ids = [str(each.id) for each in to_propose(kept.world.municipality.id, UnitKind.CASE, now=LATER)]
    assert len(ids) == 3
    assert all(each in privacy.get(page).content.decode() for each in ids)
    assert privacy.post(page, {"chosen": ids}).status_code == 302
    assert all_of_them not in privacy.get("/bewaren/").content.decode()
    assert all_of_them in archivist.get("/bewaren/").content.decode()
    proposals = [str(each) for each in DestructionProposal.objects.values_list("pk", flat=True)]
    assert privacy.post(all_of_them, {"chosen": proposals}).status_code == 422
    assert archivist.post(all_of_them, {}).status_code == 422
    assert archivist.post(all_of_them, {"chosen": proposals[:2]}).status_code == 302
    assert len(to_carry_out()) == 2
    assert propose_list(actor=kept.world.actor("privacy"), now=LATER, kind=UnitKind.CASE, unit_ids=[kept.case]) == 0


@pytest.mark.django_db
def test_a_hold_and_its_end_and_a_period_are_set_on_a_page(signed_in_client: SignedIn) -> None:
    kept = make_kept()
    client = signed_in_client(kept.world, "privacy")
    page = f"/bewaren/casus/{kept.case}/"
    answered = client.post(f"{page}vasthouden/", {"reason": "", "review_on": ""})
    assert answered.status_code == 422
    assert client.post(f"{page}vasthouden/", {"reason": "court", "review_on": "2061-01-04"}).status_code == 302
    assert "rechtszaak" in client.get(page).content.decode()
    hold = LegalHold.objects.get()
    assert client.post(f"/bewaren/vastgehouden/{hold.id}/vrijgeven/").status_code == 302
    form = {"number": "0", "years": "9", "counted_from": "record", "source": "Besluit", "certainty": "check"}
    assert client.post("/bewaren/termijnen/note/alle/police/", {**form, "active": "on"}).status_code == 302
    assert "9 jaar" in client.get("/bewaren/termijnen/").content.decode()
    new = {**form, "kind": "note", "ground": "wmo", "organisation_kind": "safe_at_home", "active": "on"}
    assert client.post("/bewaren/termijnen/nieuw/", new).status_code == 302
    assert client.post("/bewaren/termijnen/nieuw/", new).status_code == 422
    assert ", van Veilig Thuis" in client.get("/bewaren/termijnen/").content.decode()
    assert client.get("/bewaren/onzin/" + str(kept.case) + "/").status_code == 404
    assert not DestructionProposal.objects.exists()
