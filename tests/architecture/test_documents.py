"""Documents can be found, lead somewhere, and speak of settings that exist."""

import re
from pathlib import Path

import yaml

from houvast.configuration import KEY_NAMES
from tests.architecture.project import ROOT, files, name, told

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
SETTING = re.compile(r"\b(HOUVAST_[A-Z][A-Z_]*[A-Z]|DATABASE_URL|DATABASE_OWNER_URL)\b")
SETTINGS_PAGE = ROOT / "docs" / "beheer" / "instellingen.md"


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def prose(path: Path) -> str:
    return re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def targets(path: Path) -> list[Path]:
    links = [link.partition("#")[0] for link in LINK.findall(prose(path)) if not re.match(r"[a-z]+:", link)]
    return [(path.parent / link).resolve() for link in links if link]


def test_every_relative_link_leads_somewhere() -> None:
    found = [f"{name(path)} -> {target}" for path in documents() for target in targets(path) if not target.exists()]
    assert sum(len(targets(path)) for path in documents()) > 20
    assert not found, told("Write the page, or mend the link:", found)


def test_every_page_is_linked_from_an_index() -> None:
    indexes = [path for path in documents() if path.name in {"README.md", "index.md"}]
    listed = {target for index in indexes for target in targets(index)}
    found = [name(path) for path in (ROOT / "docs").rglob("*.md") if path.resolve() not in listed]
    assert not found, told("Link it from README.md or from an index in docs:", found)


def test_documents_name_only_settings_that_exist() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*files(".py"), ROOT / "Makefile"])
    known = set(SETTING.findall(code))
    found = [
        f"{name(path)}: {setting}"
        for path in documents()
        for setting in SETTING.findall(path.read_text(encoding="utf-8"))
        if setting not in known
    ]
    assert not found, told("No code reads this setting; mend the name or leave it out:", found)


def test_every_setting_is_explained() -> None:
    read = (ROOT / "src/houvast/configuration.py").read_text(encoding="utf-8")
    explained = set(SETTING.findall(SETTINGS_PAGE.read_text(encoding="utf-8")))
    wanted = {*SETTING.findall(read), *KEY_NAMES}
    assert {"DATABASE_URL", "HOUVAST_PRACTICE"} <= wanted
    assert wanted <= explained, told(f"Explain these in {name(SETTINGS_PAGE)}:", sorted(wanted - explained))


def test_the_licence_is_here() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert re.search(r"EUROPEAN UNION PUBLIC LICENCE\s+v\. ?1\.2", licence, re.IGNORECASE), (
        "Put the EUPL 1.2 in LICENSE."
    )


def test_publiccode_says_what_this_is() -> None:
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    for key in ("publiccodeYmlVersion", "name", "url", "softwareType", "developmentStatus", "description", "legal"):
        assert key in said, f"publiccode.yml lacks {key}."
    assert said["legal"]["license"] == "EUPL-1.2"
    assert {"nl", "en"} <= said["description"].keys()
