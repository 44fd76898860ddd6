"""What happens to letters, as the audit log says it."""

from houvast.audit.events import Event

LETTERS_LISTED = Event("letter.listed", "bekeek de brieven van een casus")
LETTER_READ = Event("letter.read", "las een brief")
LETTER_MADE = Event("letter.made", "maakte een brief")
LETTER_SENT = Event("letter.sent", "legde vast dat een brief is verstuurd of gegeven")
LETTER_DOWNLOADED = Event("letter.downloaded", "haalde een brief op")
TEMPLATE_SET = Event("letter.template_set", "stelde de tekst van een brief in")
