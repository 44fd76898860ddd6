"""What is installed is exactly what was locked, from wherever one installs."""

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.project import ROOT, told

LOCKS = ("runtime", "test", "tools")
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+(\[[a-z,-]+\])?)==(?P<version>[^ ;\\]+)", re.MULTILINE)


def lock(which: str) -> str:
    return (ROOT / "requirements" / f"{which}.txt").read_text(encoding="utf-8")


def pins(which: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PIN.finditer(lock(which))}


@pytest.mark.parametrize("which", LOCKS)
def test_no_lock_file_names_a_host(which: str) -> None:
    assert "://" not in lock(which), "Lock again without an index in the file (docs/development.md, Dependencies)."


@pytest.mark.parametrize("which", LOCKS)
def test_every_package_has_one_version_and_hashes(which: str) -> None:
    entries = re.split(r"\n(?=\S)", lock(which).strip())
    found = [
        entry.partition("\n")[0]
        for entry in entries
        if not entry.startswith("#") and not (PIN.match(entry) and "--hash=sha256:" in entry)
    ]
    assert len(entries) > 10
    assert not found, told("Lock again with --generate-hashes (docs/development.md, Dependencies):", found)


def test_tools_has_everything_of_test_and_test_everything_of_runtime_in_the_same_versions() -> None:
    found = [
        f"{smaller} {package}=={version}, {larger} {pins(larger).get(package)}"
        for smaller, larger in (("runtime", "test"), ("test", "tools"))
        for package, version in pins(smaller).items()
        if pins(larger).get(package) != version
    ]
    assert not found, told("Lock all three again, runtime first (docs/development.md, Dependencies):", found)


def test_a_package_that_is_wanted_with_an_extra_is_locked_with_it() -> None:
    """An older pip (Debian 12) takes the newest `coverage[toml]` where `coverage` alone is locked, and stops."""
    wanted = [
        Requirement(text)
        for distribution in metadata.distributions()
        if canonicalize_name(distribution.metadata["Name"]) in {name.partition("[")[0] for name in pins("tools")}
        for text in distribution.requires or ()
        if "extra ==" not in text
    ]
    asked = {
        f"{canonicalize_name(one.name)}[{','.join(sorted(one.extras))}]"
        for one in wanted
        if one.extras and (one.marker is None or one.marker.evaluate())
    }
    missing = sorted(asked - set(pins("tools")))
    assert asked, "pytest-cov asks for coverage[toml]; no longer? Then this test needs another look."
    assert not missing, told("Lock again with --no-strip-extras (docs/development.md, Dependencies):", missing)
