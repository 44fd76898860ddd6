"""What happens to documents, as the audit log says it."""

from houvast.audit.events import Event

DOCUMENTS_LISTED = Event("document.listed", "bekeek de documenten van een casus")
DOCUMENT_READ = Event("document.read", "bekeek wat er over een document is vastgelegd")
DOCUMENT_ADDED = Event("document.added", "voegde een document toe")
DOCUMENT_VERSION_ADDED = Event("document.version_added", "voegde een nieuwe versie van een document toe")
DOCUMENT_REDACTED = Event("document.redacted", "voegde een gelakte kopie van een document toe")
DOCUMENT_DOWNLOADED = Event("document.downloaded", "haalde een document op")
DOCUMENT_UNREADABLE = Event("document.unreadable", "vroeg om een document dat niet te openen is")
FILES_TIDIED = Event("document.tidied", "ruimde bestanden op die bij geen document horen")
DOCUMENTS_ERASED = Event("document.erased", "vernietigde de bestanden van een casus")
