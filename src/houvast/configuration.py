"""The settings that come from the environment, read once and judged before anything starts.

Pure Python: the settings module and the tests use it alike. `docs/beheer/instellingen.md` explains each name.
"""

import base64
import binascii
import secrets
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

KEY_NAMES = (
    "HOUVAST_SECRET_KEY",
    "HOUVAST_AUDIT_KEY",
    "HOUVAST_SIGNING_KEY",
    "HOUVAST_VAULT_KEY",
    "HOUVAST_BSN_KEY",
)
OLD_AUDIT_KEYS, NEXT_SIGNING_KEY = "HOUVAST_OLD_AUDIT_KEYS", "HOUVAST_NEXT_SIGNING_KEY"
OLD_VAULT_KEYS, OLD_BSN_KEYS = "HOUVAST_OLD_VAULT_KEYS", "HOUVAST_OLD_BSN_KEYS"
ROTATING = (OLD_AUDIT_KEYS, NEXT_SIGNING_KEY, OLD_VAULT_KEYS, OLD_BSN_KEYS)
"""Settings that hold any number of keys, with commas between: those from before, the newest first, and the next one."""
OPENID = ("HOUVAST_OIDC_ISSUER", "HOUVAST_OIDC_CLIENT_ID", "HOUVAST_OIDC_CLIENT_SECRET")
KEY_BYTES = 32
DIFFERENT_BYTES = 16
"""A random key has about thirty different bytes; one with fewer than this was made up (one in 10**14 random keys)."""
LOOPBACK = "127.0.0.1"
DATA_FOLDER = ".houvast"
NUMBERS: Mapping[str, tuple[int, int, int]] = {
    # name: (when it is not given, lowest, highest)
    "PORT": (8000, 1, 65535),
    "HOUVAST_IDLE_MINUTES": (30, 1, 120),
    "HOUVAST_SESSION_HOURS": (12, 1, 24),
    "HOUVAST_DOCUMENT_MEGABYTES": (25, 1, 200),
}


@dataclass(frozen=True, slots=True)
class OpenIdProvider:
    """Who proves who a resident is (`issuer`), as whom we ask, which claim holds the BSN, and which levels are enough.

    Without levels (`acr`) the provider is trusted to ask for the right one.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    bsn_claim: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the environment said, in types."""

    practice: bool
    data_directory: Path
    key_store: Path
    key_copies: Path | None
    destruction_ledger: Path
    database_url: str
    database_owner_url: str
    checkpoint_file: Path
    hosts: tuple[str, ...]
    secure: bool
    keys: Mapping[str, bytes]
    old_audit_keys: tuple[bytes, ...]
    next_signing_key: tuple[bytes, ...]
    old_vault_keys: tuple[bytes, ...]
    old_bsn_keys: tuple[bytes, ...]
    port: int
    idle_minutes: int
    session_hours: int
    document_megabytes: int
    sms_url: str
    sms_key: str = field(repr=False)
    openid: OpenIdProvider | None


class UnsafeConfiguration(Exception):
    """The environment would make Houvast unsafe; the message says in Dutch what to do."""


def _key(value: str) -> bytes | None:
    try:
        key = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None


def _is_number(value: str, lowest: int, highest: int) -> bool:
    return not value or (value.isdecimal() and lowest <= int(value) <= highest)


def _key_problems(environment: Mapping[str, str]) -> list[str]:
    found = []
    for name in KEY_NAMES:
        value = environment.get(name, "")
        if not value:
            found.append(f"{name} ontbreekt. Maak een sleutel met: openssl rand -base64 32")
        elif _key(value) is None:
            found.append(f"{name} is geen base64 van {KEY_BYTES} bytes. Maak een sleutel met: openssl rand -base64 32")
    given = [key for key in (_key(environment.get(name, "")) for name in KEY_NAMES) if key]
    if len(set(given)) < len(given):
        found.append("Twee sleutels zijn gelijk. Geef elke sleutel een eigen waarde.")
    return found


def _given(environment: Mapping[str, str], name: str) -> list[str]:
    return [value.strip() for value in environment.get(name, "").split(",") if value.strip()]


def _keys_of(environment: Mapping[str, str], name: str) -> tuple[bytes, ...]:
    """Give the keys in a setting that holds any number of them."""
    return tuple(key for key in map(_key, _given(environment, name)) if key)


def _rotating_problems(environment: Mapping[str, str]) -> list[str]:
    """Say what is wrong with the keys that go with replacing one. No key is at two places, in whatever writing."""
    found = []
    places = {_key(environment.get(name, "")) for name in KEY_NAMES}
    for name in ROTATING:
        given, keys = _given(environment, name), _keys_of(environment, name)
        if len(keys) < len(given) or (name == NEXT_SIGNING_KEY and len(given) > 1):
            found.append(f"{name} is geen base64 van {KEY_BYTES} bytes. Maak een sleutel met: openssl rand -base64 32")
        if set(keys) & places or len(set(keys)) < len(keys):
            found.append(f"In {name} staat een sleutel die ook ergens anders staat.")
        places |= set(keys)
    return found


def _made_up(environment: Mapping[str, str]) -> list[str]:
    """List the keys that are no random bytes, such as an example, a word that is repeated, or bytes that count up."""
    keys = {name: (_key(environment.get(name, "")),) for name in KEY_NAMES}
    every = {**keys, **{name: _keys_of(environment, name) for name in ROTATING}}
    return [
        f"{name} is geen willekeurige sleutel. Maak een sleutel met: openssl rand -base64 32"
        for name, found in every.items()
        if any(key and not _is_random(key) for key in found)
    ]


def _is_random(key: bytes) -> bool:
    steps = {(after - before) % 256 for before, after in pairwise(key)}
    return min(len(set(key)), len(steps)) >= DIFFERENT_BYTES


def _sms_problems(environment: Mapping[str, str]) -> list[str]:
    """Say what is wrong with the gateway for text messages; without one, links for partners are not set up."""
    url, key = environment.get("HOUVAST_SMS_URL", ""), environment.get("HOUVAST_SMS_KEY", "")
    if bool(url) != bool(key):
        return ["HOUVAST_SMS_URL en HOUVAST_SMS_KEY horen bij elkaar: vul beide in, of geen van beide."]
    if url and not _is_https(url):
        return ["HOUVAST_SMS_URL is geen adres dat begint met https://. Zo blijft de code onderweg geheim."]
    return []


def _openid_problems(environment: Mapping[str, str]) -> list[str]:
    """Say what is wrong with who proves who a resident is; without a provider, that way to sign in is not set up."""
    given = [environment.get(name, "") for name in OPENID]
    if not any(given):
        return []
    if not all(given):
        return [f"{', '.join(OPENID)} horen bij elkaar: vul ze alle drie in, of geen van drie."]
    if not _is_https(environment["HOUVAST_OIDC_ISSUER"]):
        return ["HOUVAST_OIDC_ISSUER is geen adres dat begint met https://."]
    return []


def _openid(environment: Mapping[str, str]) -> OpenIdProvider | None:
    issuer, client_id, client_secret = (environment.get(name, "") for name in OPENID)
    if not issuer:
        return None
    levels = tuple(_given(environment, "HOUVAST_OIDC_LEVELS"))
    return OpenIdProvider(issuer, client_id, client_secret, environment.get("HOUVAST_OIDC_BSN_CLAIM") or "bsn", levels)


def _is_https(url: str) -> bool:
    try:
        address = urlsplit(url)
        return address.scheme == "https" and bool(address.hostname) and (address.port or 443) > 0
    except ValueError:
        return False


def _place_problems(environment: Mapping[str, str]) -> list[str]:
    """Say when copies of the key store would go along with those of the database: one place is in the other."""
    copies = environment.get("HOUVAST_KEY_COPIES", "")
    if not copies:
        return []
    here = Path(copies).resolve()
    others = (environment.get("HOUVAST_DATA_DIR") or DATA_FOLDER, environment.get("HOUVAST_KEY_STORE") or copies + "-")
    if any(here.is_relative_to(other) or other.is_relative_to(here) for other in (Path(o).resolve() for o in others)):
        return [
            "HOUVAST_KEY_COPIES moet een eigen plek zijn: niet in HOUVAST_DATA_DIR of HOUVAST_KEY_STORE, en niet "
            "daarboven. Anders gaan kopieën van de sleutelbos mee met die van de database."
        ]
    return []


def problems(environment: Mapping[str, str]) -> list[str]:
    """List in Dutch what is wrong with a configuration; an empty list means that Houvast may start."""
    practice = environment.get("HOUVAST_PRACTICE", "") == "1"
    found = _key_problems(environment) + _rotating_problems(environment) + _place_problems(environment)
    for name, (_, lowest, highest) in NUMBERS.items():
        if not _is_number(environment.get(name, ""), lowest, highest):
            found.append(f"{name} is geen getal van {lowest} tot en met {highest}.")
    if practice:
        return found
    found += _made_up(environment) + _sms_problems(environment) + _openid_problems(environment)
    if not environment.get("DATABASE_URL", "").startswith(("postgres://", "postgresql://")):
        found.append(
            "DATABASE_URL wijst niet naar PostgreSQL. Alleen de oefenregio (HOUVAST_PRACTICE=1) mag op SQLite."
        )
    if not environment.get("HOUVAST_HOSTS", "").strip():
        found.append("HOUVAST_HOSTS ontbreekt. Noem de namen waaronder Houvast bereikbaar is, met komma's ertussen.")
    elif "*" in environment["HOUVAST_HOSTS"]:
        found.append("HOUVAST_HOSTS mag geen * bevatten. Noem de namen waaronder Houvast bereikbaar is.")
    return found


def read(environment: Mapping[str, str], root: Path) -> Configuration:
    """Read the environment, or refuse with everything that is wrong at once.

    `root` is the folder in which `.houvast` stands when `HOUVAST_DATA_DIR` is not given.
    """
    wrong = problems(environment)
    if wrong:
        raise UnsafeConfiguration("\n".join(["Houvast start niet:", *(f"- {line}" for line in wrong)]))
    practice = environment.get("HOUVAST_PRACTICE", "") == "1"
    data_directory = Path(environment.get("HOUVAST_DATA_DIR") or root / DATA_FOLDER)
    database_url = environment.get("DATABASE_URL") or f"sqlite:///{data_directory / 'houvast.sqlite3'}"
    hosts = tuple(host.strip() for host in environment.get("HOUVAST_HOSTS", "").split(",") if host.strip())
    numbers = {name: int(environment.get(name) or usual) for name, (usual, _, _) in NUMBERS.items()}
    return Configuration(
        practice=practice,
        data_directory=data_directory,
        key_store=Path(environment.get("HOUVAST_KEY_STORE") or data_directory / "sleutelbos"),
        key_copies=Path(environment["HOUVAST_KEY_COPIES"]) if environment.get("HOUVAST_KEY_COPIES") else None,
        destruction_ledger=Path(environment.get("HOUVAST_LEDGER") or data_directory / "vernietigingen"),
        database_url=database_url,
        database_owner_url=environment.get("DATABASE_OWNER_URL") or database_url,
        checkpoint_file=Path(environment.get("HOUVAST_CHECKPOINT_FILE") or data_directory / "controlepunten.jsonl"),
        hosts=("localhost", LOOPBACK, "[::1]") if practice else hosts,
        secure=not practice,
        keys={name: base64.b64decode(environment[name]) for name in KEY_NAMES},
        old_audit_keys=_keys_of(environment, OLD_AUDIT_KEYS),
        next_signing_key=_keys_of(environment, NEXT_SIGNING_KEY),
        old_vault_keys=_keys_of(environment, OLD_VAULT_KEYS),
        old_bsn_keys=_keys_of(environment, OLD_BSN_KEYS),
        port=numbers["PORT"],
        idle_minutes=numbers["HOUVAST_IDLE_MINUTES"],
        session_hours=numbers["HOUVAST_SESSION_HOURS"],
        document_megabytes=numbers["HOUVAST_DOCUMENT_MEGABYTES"],
        sms_url=environment.get("HOUVAST_SMS_URL", ""),
        sms_key=environment.get("HOUVAST_SMS_KEY", ""),
        openid=_openid(environment),
    )


def practice_keys(environment: MutableMapping[str, str], root: Path) -> None:
    """Give a practice region keys of its own, kept beside its data, so that a second start reads the same data."""
    if environment.get("HOUVAST_PRACTICE", "") != "1":
        return
    directory = Path(environment.get("HOUVAST_DATA_DIR") or root / DATA_FOLDER)
    store = directory / "oefensleutels.env"
    if not store.exists():
        directory.mkdir(parents=True, exist_ok=True)
        store.touch(mode=0o600)
    kept = dict(line.split("=", 1) for line in store.read_text(encoding="utf-8").splitlines() if "=" in line)
    lacking = [name for name in KEY_NAMES if name not in kept]
    with store.open("a", encoding="utf-8") as lines:
        for name in lacking:
            kept[name] = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
            lines.write(f"{name}={kept[name]}\n")
    for name, value in kept.items():
        environment.setdefault(name, value)
