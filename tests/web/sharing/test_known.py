"""A privacy officer judges a question that was set aside, and each showing of it is on record."""

import pytest

from houvast.audit.models import Entry
from houvast.sharing import events
from houvast.sharing.models import KnownQuestion
from tests.sharing.known import make_known
from tests.web.conftest import SignedIn


@pytest.mark.django_db
def test_a_question_that_comes_back_because_the_choice_is_none_is_on_record_too(signed_in_client: SignedIn) -> None:
    known = make_known()
    known.ask("Bekend")
    question = KnownQuestion.objects.get()
    client = signed_in_client(known.world, "privacy")
    answer = client.post(f"/bekend/steekproef/{question.id}/", {"outcome": "weet niet"})
    assert answer.status_code == 422
    assert "Bram uit Eemsdelta" in answer.content.decode()
    assert Entry.objects.get(event=events.SAMPLE_READ.code).subject_id == question.id
