"""What happens in the register, as the audit log says it."""

from houvast.audit.events import Event

RESIDENT_REGISTERED = Event("resident.registered", "legde een inwoner vast")
RESIDENT_CHANGED = Event("resident.changed", "wijzigde gegevens van een inwoner")
ADDRESS_HIDDEN = Event("resident.address_hidden", "verborg het adres van een inwoner of maakte het weer zichtbaar")
RESIDENT_SHIELDED = Event("resident.shielded", "schermde een inwoner af voor iemand anders")
SHIELD_ENDED = Event("resident.shield_ended", "hief de afscherming van een inwoner op")
HOUSEHOLD_FORMED = Event("household.formed", "legde een huishouden vast")
MOVED_IN = Event("household.moved_in", "legde vast dat iemand bij een huishouden kwam wonen")
MOVED_OUT = Event("household.moved_out", "legde vast dat iemand uit een huishouden vertrok")
RESIDENTS_SOUGHT = Event("resident.sought", "zocht of een inwoner al bekend is")
NETWORK_MEMBER_ADDED = Event("network.added", "voegde iemand uit het netwerk toe")
NETWORK_MEMBER_ENDED = Event("network.ended", "haalde iemand uit het netwerk weg")
NETWORK_TURN = Event("network.turn", "legde vast wat een naaste mag, of dat die meedoet")
SAME_PERSON_MARKED = Event("network.same_person", "legde vast dat een naaste en een inwoner dezelfde persoon zijn")
SAME_PERSON_ENDED = Event("network.same_person_ended", "legde vast dat een naaste en een inwoner niet dezelfde zijn")
BSN_SHOWN = Event("resident.bsn_shown", "bekeek een BSN")
BSNS_REINDEXED = Event("resident.bsns_reindexed", "maakte de zoeksleutels van BSN’s opnieuw")
RESIDENT_ERASED = Event("resident.erased", "vernietigde de gegevens van een inwoner")
