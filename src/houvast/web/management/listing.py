"""What a list in management shows: rows with at most one act each, and a way back."""

from dataclasses import dataclass

from houvast.web.look import Act, Link

OVERVIEW = Link("Beheer", "/beheer/")
ALL_PEOPLE = Link("Mensen", "/beheer/mensen/")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with what it is, what there is to know, and what one can do about it; `url` leads to its own page."""

    what: str
    detail: str
    act: Link | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list; `empty` says what will come here when there is nothing yet."""

    title: str
    intro: str
    back: Link
    rows: tuple[Row, ...]
    empty: str
    act: Act | None = None
