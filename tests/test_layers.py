"""Who may import whom: the table of docs/architecture.md, measured on every module."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = {"units", "diagnostics"}
NOUNS = {"content", "document", "page"}

MAY_IMPORT = {
    "units": set(),
    "diagnostics": set(),
    "ondemand": set(),
    "package": {"diagnostics"},
    "content": BASE,
    "formats": set(),
    "document": BASE | {"formats"},
    "page": BASE,
    "form": set(),
    "load": BASE | {"content", "form", "ondemand"},
    "fill": BASE | {"content", "package", "ondemand"},
    "read": BASE | {"document", "package"},
    "fontfile": set(),
    "layout": BASE | {"document", "page", "fontfile"},
    "settle": BASE | {"document", "page", "package"},
    "recover": BASE | {"content", "document", "load"},
    "screen": BASE | {"package"},
    "write": BASE | {"page", "fontfile"},
    "witness": BASE | NOUNS,
    "typefaces": BASE | {"page", "fontfile"},
    "new": BASE | {"package"},
    "listing": {"page", "settle"},
    "workbook": set(),
    "lint": BASE | {"document", "page", "load", "read", "settle", "workbook"},
    "libreoffice": set(),
    "pipeline": BASE | NOUNS | {"load", "fill", "read", "layout", "screen", "settle", "write", "witness", "typefaces"},
    "importer": BASE | {"content", "document", "load", "read", "recover", "pipeline"},
    "forms": BASE | {"form", "document", "page", "package", "workbook", "load", "read", "layout", "pipeline"},
    "press": {
        "diagnostics",
        "content",
        "page",
        "workbook",
        "load",
        "layout",
        "pipeline",
        "witness",
        "files",
        "ondemand",
    },
    "files": {"load", "pipeline"},
    "cli": {
        "diagnostics",
        "form",
        "load",
        "pipeline",
        "importer",
        "forms",
        "press",
        "files",
        "listing",
        "libreoffice",
        "new",
    }
    | {"typefaces", "layout", "ondemand", "lint"},
    "start": {"cli"},
}
"""Part of the package to the other parts that it may import; a part is a module or a folder."""


def modules():
    return sorted((ROOT / "docgen").rglob("*.py"))


def part_of(path):
    inside = path.relative_to(ROOT / "docgen").with_suffix("").parts
    return inside[0]


def imported_parts(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = (node.module or "").split(".")
            if base[0] == "docgen":
                names |= {base[1]} if len(base) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("docgen.")}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "on_demand":
            base = ast.literal_eval(node.args[0]).split(".")
            names |= {base[1]} if base[0] == "docgen" else set()
    return names - {part_of(path)}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_part_may(path):
    if path.name == "__init__.py" and path.parent.name == "docgen":
        assert imported_parts(path) == set()
    else:
        assert imported_parts(path) <= MAY_IMPORT[part_of(path)]


def test_the_table_names_every_part_and_no_other():
    parts = {part_of(path) for path in modules()} - {"__init__"}
    assert parts == set(MAY_IMPORT)


def test_writers_see_only_pages():
    assert MAY_IMPORT["write"] & (NOUNS | {"layout", "read", "fill", "load"}) == {"page"}
