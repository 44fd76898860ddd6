"""Let a provider of OpenID Connect say who somebody is: DigiD, by way of the broker of the municipality.

The authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636). The keys and addresses of the
provider are asked each time: somebody signs in some times a day, and a key that was replaced is then never old. Nothing
that a provider answers comes into a log or an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, import_key
from stdnum.nl import bsn as bsn_numbers

from houvast.configuration import OpenIdProvider

TIMEOUT_SECONDS = 10
"""How long a provider may take for each answer, in seconds. *Verzonnen*: somebody waits for the page meanwhile."""
LEEWAY_SECONDS = 60
"""How far the clocks of both may differ, in seconds. *Verzonnen*."""
SIGNED_WITH = ["RS256", "PS256", "ES256"]
"""How an answer may be signed: with a key of the provider only, never with a secret that is shared or not at all."""
_WHERE = "/.well-known/openid-configuration"
_SCOPE = "openid"


class NotProven(Exception):
    """The provider did not prove who somebody is. Its text is a code of ours: it may come into a log."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Where somebody goes to prove who they are; the rest is kept until they come back, in their own session."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Proven:
    """Who somebody is according to the provider: its own name for them, and their BSN."""

    subject: str
    bsn: str


def provider() -> OpenIdProvider | None:
    """Give the provider that this installation asks; None when nobody set it up."""
    found: OpenIdProvider | None = settings.HOUVAST_OPENID
    return found


def begin(asked: OpenIdProvider, *, back: str) -> Begun:
    """Begin to prove who somebody is, who comes back at our address `back`. Raises `NotProven`."""
    known = _known(asked)
    nonce, verifier = generate_token(40), generate_token(64)
    with _session(asked, back) as session:
        levels = {"acr_values": " ".join(asked.levels)} if asked.levels else {}
        address, state = session.create_authorization_url(
            known["authorization_endpoint"], nonce=nonce, code_verifier=verifier, **levels
        )
    return Begun(address, state, nonce, verifier)


def finish(asked: OpenIdProvider, begun: Begun, *, back: str, answer: str, now: datetime) -> Proven:
    """Judge what somebody came back with: the whole address `answer`. Raises `NotProven`."""
    known = _known(asked)
    with _session(asked, back) as session:
        try:
            token = session.fetch_token(
                known["token_endpoint"],
                authorization_response=answer,
                state=begun.state,
                code_verifier=begun.verifier,
                timeout=TIMEOUT_SECONDS,
            )
        except (AuthlibBaseError, requests.RequestException, ValueError):
            raise NotProven("no_token") from None
    claims = _claims(asked, known, str(token.get("id_token", "")), begun.nonce, now)
    return Proven(str(claims["sub"]), _bsn(asked, claims))


def _session(asked: OpenIdProvider, back: str) -> OAuth2Session:
    return OAuth2Session(
        asked.client_id,
        asked.client_secret,
        scope=_SCOPE,
        redirect_uri=back,
        code_challenge_method="S256",
        default_timeout=TIMEOUT_SECONDS,
    )


def _known(asked: OpenIdProvider) -> Mapping[str, str]:
    """Ask a provider for its addresses; they are at the provider itself or elsewhere, always with HTTPS."""
    known = _ask(asked.issuer.rstrip("/") + _WHERE)
    if known.get("issuer") != asked.issuer:
        raise NotProven("other_issuer")
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if any(urlsplit(str(known.get(name, ""))).scheme != "https" for name in names):
        raise NotProven("no_addresses")
    return {name: str(known[name]) for name in names}


def _ask(address: str) -> dict[str, Any]:
    try:
        answer = requests.get(address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        answer.raise_for_status()
        said = answer.json()
    except (requests.RequestException, ValueError):
        raise NotProven("no_answer") from None
    if not isinstance(said, dict):
        raise NotProven("no_answer")
    return said


def _claims(
    asked: OpenIdProvider, known: Mapping[str, str], token: str, nonce: str, now: datetime
) -> Mapping[str, Any]:
    """Check the signature of an ID token, then for whom it is, from whom, until when, and to which question."""
    expected = {"iss": asked.issuer, "aud": asked.client_id}
    options = {name: {"essential": True, "value": value} for name, value in expected.items()}
    try:
        keys = KeySet([import_key(each) for each in _ask(known["jwks_uri"])["keys"]])
        read = jwt.decode(token, keys, algorithms=SIGNED_WITH)
        claims = CodeIDToken(read.claims, read.header, options, {"client_id": asked.client_id, "nonce": nonce})
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY_SECONDS)
    except (JoseError, AuthlibBaseError, ValueError, KeyError, TypeError):
        raise NotProven("no_proof") from None
    if asked.levels and claims.get("acr") not in asked.levels:
        raise NotProven("too_low")
    return claims


def _bsn(asked: OpenIdProvider, claims: Mapping[str, Any]) -> str:
    said = str(claims.get(asked.bsn_claim, ""))
    if not bsn_numbers.is_valid(said):
        raise NotProven("no_bsn")
    return bsn_numbers.compact(said)
