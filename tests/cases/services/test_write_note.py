"""Writing a note: going back in the browser and sending again writes it once."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases.models import Note
from houvast.cases.services.write_note import write_note
from houvast.kernel.errors import Conflict
from houvast.kernel.twice import SAME_WITHIN
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


def _write(world: World, case_id: UUID, text: str, *, after: timedelta) -> None:
    write_note(actor=world.actor("sanne"), now=NOW + after, case_id=case_id, part=Note.Part.GENERAL, text=text)


def test_the_same_text_sent_again_from_a_page_with_another_id_is_written_once() -> None:
    world = make_world()
    case_id, other = open_with(world), open_with(world)
    _write(world, case_id, "Niet thuis.", after=timedelta(0))
    with pytest.raises(Conflict, match="al bewaard"):
        _write(world, case_id, " Niet thuis. ", after=SAME_WITHIN - timedelta(seconds=1))
    _write(world, case_id, "Wel thuis.", after=timedelta(minutes=1))
    _write(world, other, "Niet thuis.", after=timedelta(minutes=1))
    _write(world, case_id, "Niet thuis.", after=SAME_WITHIN)
    assert Note.objects.filter(case_id=case_id).count() == 3
