"""The page of a step after which the model says who directs the process."""

import pytest

from houvast.cases.models import Case
from tests.cases.services.test_process_direction_after import in_phase_4, now, with_zwaan
from tests.lives import enough
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_the_page_proposes_whom_the_model_names_and_does_not_go_on_without(
    signed_in_client: SignedIn,
) -> None:
    world = with_zwaan()
    case_id = in_phase_4(world)
    client, address = signed_in_client(world, "zvh"), f"/casussen/{Case.objects.get().code}/schalen/3/"
    page = client.get(address).text
    assert "<b>Procesregie</b> gaat van u naar Marit uit Eemsdelta." in page
    assert page.index('name="process_direction"') < page.index("Dit mag ook later")
    assert 'name="process_direction"' not in signed_in_client(world, "marit").get(address).text
    client = signed_in_client(world, "zvh")
    sent = {
        "seen": str(now(case_id)[0].id),
        "criteria": sorted(enough(world, 4, 3)),
        "reason": "De dreiging is voorbij.",
        "not_waited": "De partners zijn gebeld.",
        "process_direction": "",
        "receiver": f"m:{world.id('marit')}",
        "aftercare": "Elke week langs.",
        "signs": "Nieuwe dreiging.",
        "check_on": "2027-01-11",
        "doen": "opslaan",
    }
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Kies wie na deze stap de procesregie heeft." in refused.text
    assert "<b>Procesregie</b> gaat naar wie u kiest" in refused.text
    assert "naar niemand" not in refused.text
    done = client.post(address, {**sent, "process_direction": f"m:{world.id('marit')}"})
    # Zwaan leads nothing there any more, and goes on to what is left to do.
    assert (done.status_code, done.headers["Location"]) == (302, "/")
    assert now(case_id)[1].member_id == world.id("marit")
