"""A provider of OpenID Connect, played: what a test changes in it makes it lie, fail or grow old."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from requests.adapters import HTTPAdapter

from houvast.configuration import OpenIdProvider
from tests.worlds import NOW

ISSUER, BACK = "https://aanmelden.example", "https://houvast.example/mijn/terug/"
BSN = "999990019"  # a number for tests (RvIG), of nobody
ASKED = OpenIdProvider(ISSUER, "houvast", "geheim-van-de-proef", "bsn", ())
KEY, OTHER_KEY = RSAKey.generate_key(2048, {"kid": "een"}), RSAKey.generate_key(2048, {"kid": "een"})


class Broker:
    """Answers as a provider does. What a test changes in it makes it lie, fail or grow old."""

    def __init__(self) -> None:
        """Begin as an honest one."""
        self.known: dict[str, object] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/naar",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/sleutels",
        }
        self.claims: dict[str, object] = {
            "iss": ISSUER,
            "aud": "houvast",
            "sub": "wie-dan-ook",
            "iat": int(NOW.timestamp()),
            "exp": int(NOW.timestamp()) + 300,
            "bsn": BSN,
            "acr": "midden",
        }
        self.header: dict[str, object] = {"alg": "RS256", "kid": "een"}
        self.signs: RSAKey | OctKey = KEY
        self.status = 200
        self.nonce = ""
        self.asked: list[Mapping[str, list[str]]] = []

    def token(self) -> str:
        """Give an ID token."""
        if self.header["alg"] == "none":
            return "eyJhbGciOiJub25lIn0.e30."
        return jwt.encode(self.header, {"nonce": self.nonce, **self.claims}, self.signs, algorithms=["RS256", "HS256"])

    def answer(self, request: requests.PreparedRequest) -> object:
        """Answer one request."""
        path = urlsplit(str(request.url)).path
        if path == "/token":
            self.asked.append(parse_qs(str(request.body)))
            return {"access_token": "x", "token_type": "Bearer", "id_token": self.token()}
        return self.known if path.startswith("/.well-known") else {"keys": [KEY.as_dict(private=False)]}

    def send(self, request: requests.PreparedRequest) -> requests.Response:
        """Answer as HTTP does."""
        response = requests.Response()
        response.status_code, response.url, response.request = self.status, str(request.url), request
        response._content = json.dumps(self.answer(request)).encode()
        return response


def play(patch: pytest.MonkeyPatch) -> Broker:
    """Put a broker in the place of the outside world."""
    made = Broker()

    def send(_: HTTPAdapter, request: requests.PreparedRequest, **__: object) -> requests.Response:
        return made.send(request)

    patch.setattr(HTTPAdapter, "send", send)
    return made
