"""Kinds of things that happen. Each room lists its own in its `events.py`; the log shows the sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of thing that happens: a code for ever, and what it says in Dutch to the reader of the log."""

    code: str
    sentence: str


LOG_READ = Event("log.read", "las het logboek")
LOG_EXTRACTED = Event("log.extracted", "maakte een uittreksel van het logboek voor de inwoner")
LOG_SAVED = Event("log.saved", "bewaarde regels van het logboek in een bestand")
ACTIVITY_SET = Event("log.activity_set", "wijzigde het register van verwerkingen")
REGISTER_READ = Event("log.register_read", "bekeek het register van verwerkingen")
PROCESSINGS_SAVED = Event("log.processings_saved", "bewaarde het logboek in de vorm van Logboek Dataverwerkingen")
KEYS_ROTATED = Event("log.keys_rotated", "verving de sleutels van het logboek")
SIGNING_KEY_LOST = Event("log.signing_key_lost", "begon met een nieuwe ondertekensleutel: de vorige is kwijt")
LOG_EXPORTED = Event("log.exported", "maakte een export van het hele logboek")
