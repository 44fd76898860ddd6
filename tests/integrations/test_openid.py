"""A provider of OpenID Connect proves who somebody is, or nobody is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc.jwk import OctKey

from houvast.configuration import OpenIdProvider, problems
from houvast.integrations.openid import Begun, NotProven, Proven, begin, finish
from tests.integrations.brokers import ASKED, BACK, BSN, ISSUER, OTHER_KEY, Broker, play
from tests.worlds import NOW


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Broker:
    """Give a broker, in the place of the outside world."""
    return play(monkeypatch)


def come_back(broker: Broker, asked: OpenIdProvider = ASKED, **changes: str) -> Proven:
    """Go to the broker and come back from it."""
    begun = begin(asked, back=BACK)
    broker.nonce = begun.nonce
    answer = f"{BACK}?{urlencode({'code': 'een-code', 'state': begun.state, **changes})}"
    return finish(asked, begun, back=BACK, answer=answer, now=NOW)


def question(begun: Begun) -> Mapping[str, list[str]]:
    return parse_qs(urlsplit(begun.address).query)


def test_somebody_goes_to_the_provider_with_a_question_of_their_own(broker: Broker) -> None:
    one, other = (begin(replace(ASKED, levels=("hoog", "midden")), back=BACK) for _ in range(2))
    asked = question(one)
    assert one.address.startswith(f"{ISSUER}/naar?")
    assert asked["redirect_uri"] == [BACK]
    assert (asked["scope"], asked["response_type"], asked["client_id"]) == (["openid"], ["code"], ["houvast"])
    assert (asked["code_challenge_method"], asked["acr_values"]) == (["S256"], ["hoog midden"])
    assert (asked["state"], asked["nonce"]) == ([one.state], [one.nonce])
    assert one.verifier not in one.address
    assert {one.state, one.nonce, one.verifier}.isdisjoint({other.state, other.nonce, other.verifier})


def test_who_comes_back_with_a_proof_is_known(broker: Broker) -> None:
    assert come_back(broker) == Proven("wie-dan-ook", BSN)
    (sent,) = broker.asked
    assert sent["code"] == ["een-code"]
    assert len(sent["code_verifier"][0]) >= 43


def claim(name: str, value: object) -> Callable[[Broker], object]:
    return lambda broker: broker.claims.update({name: value})


def no_claim(name: str) -> Callable[[Broker], object]:
    return lambda broker: broker.claims.pop(name)


LIES: dict[str, tuple[Callable[[Broker], object], str]] = {
    "another issuer answers": (lambda broker: broker.known.update(issuer="https://ander.example"), "other_issuer"),
    "an address without https": (
        lambda broker: broker.known.update(jwks_uri="http://aanmelden.example"),
        "no_addresses",
    ),
    "no address": (lambda broker: broker.known.pop("token_endpoint"), "no_addresses"),
    "it is down": (lambda broker: setattr(broker, "status", 503), "no_answer"),
    "signed by another": (lambda broker: setattr(broker, "signs", OTHER_KEY), "no_proof"),
    "not signed": (lambda broker: broker.header.update(alg="none"), "no_proof"),
    "an answer from another": (claim("iss", "https://ander.example"), "no_proof"),
    "for another": (claim("aud", "een-ander"), "no_proof"),
    "to another question": (claim("nonce", "van-een-ander"), "no_proof"),
    "too old": (claim("exp", int(NOW.timestamp()) - 61), "no_proof"),
    "about nobody": (no_claim("sub"), "no_proof"),
    "without a number": (no_claim("bsn"), "no_bsn"),
    "with a wrong number": (claim("bsn", "123456789"), "no_bsn"),
}


@pytest.mark.parametrize("lie", LIES)
def test_nothing_is_proved_by(lie: str, broker: Broker) -> None:
    change, code = LIES[lie]
    change(broker)
    with pytest.raises(NotProven, match=f"^{code}$") as refused:
        come_back(broker)
    assert BSN not in str(refused.value)
    assert refused.value.__context__ is None or refused.value.__suppress_context__, "the cause holds what was said"


def test_a_shared_secret_signs_nothing(broker: Broker) -> None:
    broker.signs, broker.header = OctKey.import_key(ASKED.client_secret), {"alg": "HS256"}
    with pytest.raises(NotProven, match="no_proof"):
        come_back(broker)


def test_who_comes_back_for_another_or_breaks_off_is_not_known(broker: Broker) -> None:
    with pytest.raises(NotProven, match="no_token"):
        come_back(broker, state="van-een-ander")
    with pytest.raises(NotProven, match="no_token"):
        come_back(broker, code="", error="access_denied")


def test_a_level_that_is_too_low_is_not_enough(broker: Broker) -> None:
    assert come_back(broker, replace(ASKED, levels=("hoog", "midden"))).bsn == BSN
    with pytest.raises(NotProven, match="too_low"):
        come_back(broker, replace(ASKED, levels=("hoog",)))
    broker.claims.pop("acr")
    with pytest.raises(NotProven, match="too_low"):
        come_back(broker, replace(ASKED, levels=("hoog",)))


GIVEN = {"HOUVAST_OIDC_ISSUER": ISSUER, "HOUVAST_OIDC_CLIENT_ID": "houvast", "HOUVAST_OIDC_CLIENT_SECRET": "geheim"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, []),
        (GIVEN, []),
        ({**GIVEN, "HOUVAST_OIDC_CLIENT_SECRET": ""}, ["horen bij elkaar"]),
        ({"HOUVAST_OIDC_CLIENT_ID": "houvast"}, ["horen bij elkaar"]),
        ({**GIVEN, "HOUVAST_OIDC_ISSUER": "http://aanmelden.example"}, ["https://"]),
    ],
)
def test_a_server_does_not_start_with_half_a_provider(given: Mapping[str, str], said: list[str]) -> None:
    found = [line for line in problems(given) if "OIDC" in line]
    assert len(found) == len(said)
    assert all(word in line for word, line in zip(said, found, strict=True))
