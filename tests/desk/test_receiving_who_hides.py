"""Who hides, or is shielded from somebody, is so in the municipality to which a case moves too."""

from datetime import timedelta

import pytest

from houvast.residents.models import Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import reasons, shields
from houvast.residents.services.hide_address import hide_address
from houvast.residents.services.register_resident import BSN_PLACE
from houvast.residents.services.shield_resident import shield_resident
from houvast.vault.sealing import bsn_index
from tests.desk.test_receive_case import SOON, receive
from tests.lives import open_with
from tests.moves import make_offer
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db


def test_a_hidden_address_stays_hidden_and_hides_the_phone() -> None:
    here, there = make_world(), make_world("opsterland", "Opsterland")
    hidden = make_resident(here)
    Resident.objects.filter(pk=hidden.id).update(hidden_address=True, phone="06 00 00 04 17", reach="no_post")
    receive(there, make_offer(here, there, open_with(here, hidden.id), "contact", now=NOW))
    known = Resident.objects.get(municipality=there.municipality)
    assert (known.hidden_address, known.phone, known.reach) == (True, "", "no_post")


def test_who_hides_or_is_shielded_after_the_offer_is_so_there_too(monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = make_world(), make_world("opsterland", "Opsterland")
    known = make_resident(there, "Dijkhuis", "R.")
    Resident.objects.filter(pk=known.id).update(bsn_index=bsn_index("999990019"))
    hers, his = make_resident(here, "Dijkhuis", "R."), make_resident(here, "Vos", "Bo")
    bsn_of = {f"{BSN_PLACE}:{hers.id}": "999990019"}
    monkeypatch.setattr("houvast.residents.selectors_crossing.unseal", lambda *_, place: bsn_of.get(place, ""))
    Resident.objects.filter(pk=his.id).update(phone="06 00 00 04 17")
    offer = make_offer(here, there, open_with(here, hers.id, his.id), "bsn", "contact", now=NOW)
    for each in (hers, his):
        hide_address(actor=here.actor("sanne"), now=NOW, resident_id=each.id, hidden=True)
    until = NOW.date() + timedelta(days=90)
    shield_resident(
        actor=here.actor("sanne"), now=NOW, resident_id=hers.id, other=Other(his.id), reason="Bang.", review_on=until
    )
    receive(there, offer)
    new = Resident.objects.exclude(pk=known.id).get(municipality=there.municipality)
    known.refresh_from_db()
    assert (known.hidden_address, new.hidden_address, new.phone) == (True, True, "")
    line = shields([known.id, new.id], now=SOON)[0]
    assert (line.resident_id, line.other, line.review_on) == (known.id, "Bo Vos", NOW.date() + timedelta(days=28))
    assert reasons([known.id], now=SOON)[line.id].startswith("Gemeente Eemsdelta schermde dit af")
