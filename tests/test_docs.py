"""Docs move with the code: names that the code knows stand in the docs, and commands in the docs exist."""

import re
import subprocess

import pytest
from samples import ROOT

from docgen import cli
from docgen.load import schema
from docgen.read import blocks, inlines, properties, sections

FEATURES = (ROOT / "docs" / "word-features.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "使用手册.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def known_elements():
    """Names of elements that the reader handles or ignores, by the module that knows them."""
    for module in (properties, blocks, inlines, sections):
        for name, value in vars(module).items():
            if (
                (name.isupper() and name.endswith("HANDLERS"))
                or name.startswith(("IGNORED", "TRANSPARENT"))
                or name.endswith("HANDLED")
            ):
                yield from value


@pytest.mark.parametrize("name", sorted(set(known_elements())))
def test_every_element_that_the_reader_knows_is_declared(name):
    assert f"`{name}`" in FEATURES or f"`w:{name}`" in FEATURES


@pytest.mark.parametrize("key", schema.keys_of(schema.Notice))
def test_the_manual_explains_every_key(key):
    assert f"`{key}`" in MANUAL


@pytest.mark.parametrize("command", [*cli.main.commands])
def test_the_manual_shows_every_command(command):
    assert f"docgen {command}" in MANUAL


def test_commands_in_the_docs_exist():
    known = {*cli.main.commands}
    for text in (MANUAL, README, ARCHITECTURE):
        found = set(re.findall(r"`(?:\.venv/bin/)?docgen ([a-z]+)", text))
        assert found <= known


def test_make_targets_in_the_docs_exist_and_help_lists_them():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"make ([a-z]+)", listed))
    assert targets >= {"notices", "fonts", "test", "conformance", "bench", "clean"}
    for text in (MANUAL, README, ARCHITECTURE):
        assert set(re.findall(r"`make ([a-z]+)`", text)) <= targets


def test_pictures_in_the_docs_are_there():
    for file in (ROOT / "docs" / "使用手册.md", ROOT / "README.md", ROOT / "docs" / "architecture.md"):
        for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / picture).is_file(), f"{file.name}: {picture}"


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 80
