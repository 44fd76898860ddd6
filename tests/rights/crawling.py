"""Follow every link that a viewer gets, and look at every list, filter and search."""

import re
from collections import Counter
from collections.abc import Mapping

from django.urls import Resolver404, resolve

from tests.rights.canary import WORD
from tests.rights.walking import OK, Walk

LISTS = (
    "/",
    "/casussen/",
    "/casussen/?status=closed",
    "/casussen/?fase=2",
    "/casussen/?leeg=process_direction",
    "/casussen/?van=mij",
    "/taken/",
    "/overleg/",
    "/zvh/",
    "/korte-lijnen/",
    "/signalen/",
    "/signalen/doorgegeven/",
    "/signalen/herstellen/",
)
SEARCHES = (WORD, "C-2026", "Huishouden")
EACH_KIND = 2
"""How many pages of one kind are followed: the pages of one kind differ in their case only."""

_LINK = re.compile(rb'href="(/[^"#]*)')


def starts(walk: Walk, viewer: str) -> dict[str, bytes]:
    """Give every list and search as it is for a viewer, without what was searched for."""
    bodies = {address: walk.ask(viewer, "GET", address).body for address in LISTS}
    for text in SEARCHES:
        body = walk.ask(viewer, "POST", "/zoeken/", {"zoek": text}).body
        bodies[f"search {text}"] = body.replace(f'value="{text}"'.encode(), b"").replace(f"“{text}”".encode(), b"")
    return bodies


def crawl(walk: Walk, viewer: str, lists: Mapping[str, bytes]) -> dict[str, bytes]:
    """Follow links from somebody's lists on; gives the pages that were found, and the lists."""
    found = dict(lists)
    waiting = [link for body in found.values() for link in _links(body)]
    followed: Counter[str] = Counter()
    while waiting:
        address = waiting.pop()
        kind = _kind(address)
        if not kind or address in found or followed[kind] == EACH_KIND:
            continue
        answer = walk.ask(viewer, "GET", address)
        found[address] = answer.body
        followed[kind] += 1
        if answer.status == OK:
            waiting += _links(answer.body)
    return found


def _links(body: bytes) -> list[str]:
    return [link.decode().replace("&amp;", "&") for link in _LINK.findall(body)]


def _kind(address: str) -> str:
    """Give the pattern behind a link; "" for a file, which is the same for everybody."""
    try:
        return str(resolve(address.partition("?")[0]).route)
    except Resolver404:
        return ""
