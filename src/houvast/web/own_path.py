"""Where somebody may be sent after signing in: only to a page of our own."""

from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme

START = "/"
_NOT_BACK_TO = ("/inloggen", "/uitloggen")


def own_path(wanted: str) -> str:
    """Give the path when it is one of our own pages, else the start page.

    An address of another site, also when written as `//site` or `/\\site`, never comes through (open redirect).
    """
    own = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    if not own or wanted.startswith(_NOT_BACK_TO):
        return START
    return wanted


def own_page(address: str, host: str) -> str:
    """Give the path of a page of ours by its whole address, as a browser tells it; else the start page."""
    try:
        page = urlsplit(address)
    except ValueError:  # anybody can send anything in a header
        return START
    return own_path(page.path) if page.netloc == host else START
