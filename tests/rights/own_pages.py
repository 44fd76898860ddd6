"""Three people who take part in the case `small`: the resident, a mentor, and a sister. Everybody is *verzonnen*."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from houvast.kernel.actor import Actor, participant
from houvast.kernel.ids import new_id
from houvast.letters.services.record_sent import record_sent
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.rules.wishing import LONGEST_PHONE, NewWish, WishKind
from houvast.participation.selectors.taking_part import with_personal_code
from houvast.participation.services.decline_wish import decline_wish
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from houvast.participation.services.make_wish import make_wish
from houvast.participation.services.withhold_part import NewWithheld, withhold_part
from houvast.residents.models import Resident
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.web.own_session import come_in
from tests.letters.worlds import add_letter
from tests.worlds import NOW, World

MOBILES = ("06 00 00 04 17", "06 00 00 04 18", "06 00 00 04 19", "06 00 00 04 20")
FRIEND = NewWish(WishKind.SOMEBODY, "Mag alles weten.", "Bram Wiersema", "vriend")
Cookies = dict[str, str]


def add_own_pages(here: World, case_id: UUID, resident_id: UUID) -> tuple[dict[str, str], Mapping[str, str]]:
    """Let them take part; gives the words of the region, and their codes by who they are. A brother could join them."""
    sanne = here.actor("sanne")
    Resident.objects.filter(pk=resident_id).update(phone=MOBILES[0])
    near = [
        add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(resident_id, name, relation, phone))
        for name, relation, phone in (
            ("Mara Mentor", "mentor", MOBILES[1]),
            ("Zus Zonder Zorgen", "zus", MOBILES[2]),
            ("Broer Beer", "broer", MOBILES[3]),
        )
    ]
    mentor = NewParticipant(
        resident_id, network_member_id=near[0], kind=ParticipantKind.REPRESENTATIVE, capacity=Capacity.MENTOR
    )
    sister = NewParticipant(resident_id, network_member_id=near[1], kind=ParticipantKind.NETWORK)
    codes = {
        name: give_own_page(actor=sanne, now=NOW, case_id=case_id, new=new).code
        for name, new in (
            ("resident", NewParticipant(resident_id, resident_id)),
            ("representative", mentor),
            ("network", sister),
        )
    }
    held = with_personal_code(codes["resident"], now=NOW)
    assert held is not None
    withheld = NewWithheld(OwnPart.DECISIONS, "Verzonnen.", 30, held.who.id)
    withhold_part(actor=sanne, now=NOW, case_id=case_id, new=withheld)
    letter = add_letter(sanne, case_id, resident_id)
    record_sent(actor=sanne, now=NOW, letter_id=letter, sent_on=NOW.date())
    wish = make_wish(actor=held.who.actor, now=NOW, participant_id=held.who.id, new=FRIEND)
    words = {
        "participant": str(held.who.id),
        "brother": str(near[2]),
        "withheld": str(withheld.id),
        "own_letter": str(letter),
        "wish": str(wish),
    }
    return words, codes


def wish_for(actor: Actor, case_id: UUID, resident_id: UUID, word: str, *, now: datetime) -> None:
    """Let a resident of a case wish somebody beside them and another date, full of a word; one is answered with it."""
    given = give_own_page(actor=actor, now=now, case_id=case_id, new=NewParticipant(resident_id, resident_id))
    who = participant(given.participant_id)
    for new in (
        NewWish(WishKind.SOMEBODY, word, word, word, word[:LONGEST_PHONE]),
        NewWish(WishKind.MEETING, word, about_id=new_id(), stood=word),
    ):
        made = make_wish(actor=who, now=now, participant_id=given.participant_id, new=new)
    decline_wish(actor=actor, now=now, wish_id=made, answer=word)


def come_in_with(code: str) -> Cookies:
    """Give the cookies of who came in with a personal code, and the other one."""
    client, held = Client(), with_personal_code(code, now=NOW)
    session = client.session
    assert isinstance(session, SessionStore)
    assert held is not None
    come_in(session, held, now=NOW.replace(hour=12))
    session.save()
    return {"sessionid": str(session.session_key)}
