"""What happens at tables and in meetings, as the audit log says it."""

from houvast.audit.events import Event

TABLE_SET = Event("consultation.table_set", "stelde een overlegtafel in")
TABLE_JOINED = Event("consultation.table_joined", "zette iemand aan een overlegtafel")
TABLE_LEFT = Event("consultation.table_left", "haalde iemand van een overlegtafel")
MEETING_PLANNED = Event("consultation.meeting_planned", "plande een overleg")
MEETING_OPENED = Event("consultation.meeting_opened", "opende een overleg")
MEETING_CLOSED = Event("consultation.meeting_closed", "sloot een overleg en stelde de notulen vast")
MEETING_READ = Event("consultation.meeting_read", "bekeek een overleg")
MEETINGS_LISTED = Event("consultation.meetings_listed", "bekeek de lijst met overleggen")
ITEM_ADDED = Event("consultation.item_added", "zette iets op de agenda van een overleg")
ITEM_MOVED = Event("consultation.item_moved", "verplaatste een agendapunt")
ITEM_TAKEN_OFF = Event("consultation.item_taken_off", "haalde iets van de agenda van een overleg")
ITEM_INVITED = Event("consultation.item_invited", "nodigde iemand uit bij een agendapunt")
ITEM_UNINVITED = Event("consultation.item_uninvited", "trok een uitnodiging bij een agendapunt in")
GUEST_INVITED = Event("consultation.guest_invited", "legde vast dat een inwoner of naaste is uitgenodigd")
PRESENCE_RECORDED = Event("consultation.presence_recorded", "legde vast wie er was")
TEXT_WRITTEN = Event("consultation.text_written", "schreef op wat bij een agendapunt is gezegd")
RESOLUTION_MADE = Event("consultation.resolution_made", "legde een besluit van een overleg vast")
OUTCOME_RECORDED = Event("consultation.outcome_recorded", "legde vast wat van een besluit terechtkwam")
MINUTES_CORRECTED = Event("consultation.minutes_corrected", "verbeterde de notulen van een overleg")
