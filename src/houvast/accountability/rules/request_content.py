"""What is sealed of a request, and what goes to who asks. Pure data."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from houvast.accountability.rules.requests import ItemAnswer, LeftOutReason
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for

_FORM = 1
GONE = "Vernietigd"
"""What stands in the place of a copy of what was destroyed."""
_RIGHTS = (
    "U kunt vragen om iets te verbeteren of te wissen, of zeggen dat u het er niet mee eens bent dat uw gegevens "
    "worden gebruikt. Vindt u dit antwoord niet goed? U kunt bezwaar maken bij de gemeente, en een klacht sturen "
    "naar de Autoriteit Persoonsgegevens."
)


@dataclass(frozen=True, slots=True)
class RequestContent:
    """Who asks (`asked_by`), about whom, where the answer goes, and what they asked in their own words."""

    person: str
    asked_by: str
    reach: str
    words: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item with the choice that holds. `words` take the place of what was shortened."""

    held: Held
    answer: ItemAnswer
    reason: LeftOutReason | None
    words: str


def write_request(content: RequestContent) -> str:
    """Write it down, for sealing."""
    return json.dumps({"form": _FORM, **asdict(content)}, sort_keys=True, ensure_ascii=False)


def read_request(text: str) -> RequestContent:
    """Read what `write_request` wrote; empty words when the key was destroyed."""
    raw: dict[str, Any] = json.loads(text) if text else {}
    return RequestContent(*(str(raw.get(name, "")) for name in ("person", "asked_by", "reach", "words")))


def write_held(held: Held) -> str:
    """Write an item down, for sealing."""
    return json.dumps({"form": _FORM, **asdict(held)}, default=str, sort_keys=True, ensure_ascii=False)


def read_held(text: str) -> Held:
    """Read what `write_held` wrote; that it was destroyed, when its key was."""
    raw: dict[str, Any] = json.loads(text) if text else {"kind": HeldKind.PERSON, "title": GONE, "lines": []}
    return Held(
        HeldKind(raw["kind"]),
        raw["title"],
        tuple((word, said) for word, said in raw["lines"]),
        date.fromisoformat(raw["on"]) if raw.get("on") else None,
        raw.get("source", ""),
        UUID(raw["case_id"]) if raw.get("case_id") else None,
        finds=Findable(raw["finds"]) if raw.get("finds") else None,
    )


def export(content: RequestContent, number: str, by: str, on: date, chosen: Sequence[Chosen]) -> Mapping[str, object]:
    """Give what goes to who asks: the same words in the PDF and in the JSON. What was left out is only counted."""
    given = [each for each in chosen if each.answer is not ItemAnswer.LEFT_OUT]
    return {
        "vorm": "houvast-inzage-1",
        "verzoek": number,
        "over": content.person,
        "gegeven_door": by,
        "gegeven_op": on.isoformat(),
        "onderdelen": [_part(each) for each in given],
        "niet_gegeven": _left_out(chosen),
        "uw_rechten": _RIGHTS,
    }


def _part(each: Chosen) -> dict[str, object]:
    held = each.held
    lines = held.lines if each.answer is ItemAnswer.WHOLE else (("Ingekort", each.words),)
    return {
        "soort": word_for(held.kind),
        "titel": held.title,
        "op": held.on.isoformat() if held.on else "",
        "van": held.source,
        "regels": [{"wat": word, "inhoud": said} for word, said in lines],
        "ingekort": each.answer is ItemAnswer.SHORTENED,
    }


def _left_out(chosen: Sequence[Chosen]) -> list[dict[str, object]]:
    reasons = [each.reason for each in chosen if each.reason is not None]
    return [
        {"waarom": word_for(reason), "aantal": reasons.count(reason)} for reason in LeftOutReason if reason in reasons
    ]
