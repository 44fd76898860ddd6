"""Where somebody is sent: only to a page of our own, whatever an address or a header says."""

import pytest
from django.test import Client

from houvast.web.own_path import START, own_page, own_path


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "casussen/",
        "https://elders.example/",
        "//elders.example",
        "/\\elders.example",
        "///elders.example",
        "/\t/elders.example",
        "/\n/elders.example",
        "\\\\elders.example",
        "http:elders.example",
        "javascript:alert(1)",
        "/uitloggen",
        "/inloggen?volgende=/casussen/",
    ],
)
def test_another_place_is_the_start_page(wanted: str) -> None:
    assert own_path(wanted) == START


@pytest.mark.parametrize("wanted", ["/", "/casussen/?fase=3", "/casussen/?van=//elders.example"])
def test_a_page_of_ours_is_kept(wanted: str) -> None:
    assert own_path(wanted) == wanted


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("http://houvast.example/casussen/", "/casussen/"),
        ("http://elders.example/casussen/", START),
        ("http://houvast.example//elders.example", START),
        ("http://[geen adres", START),
        ("", START),
    ],
)
def test_a_browser_tells_on_which_page_it_was(address: str, page: str) -> None:
    assert own_page(address, "houvast.example") == page


@pytest.mark.parametrize("name", ["Referer", "HX-Current-URL"])
def test_a_header_that_is_no_address_is_no_fault_of_ours(db: None, name: str) -> None:
    answer = Client().get("/casussen/", headers={"HX-Request": "true", name: "http://[geen adres"})
    assert answer.headers["HX-Redirect"] == "/inloggen?volgende=%2F"
