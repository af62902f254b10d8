"""DOCX files spoiled at random, the same way for the same seed: elements and attributes dropped, doubled, moved, absurd."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from random import Random
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

RUBBISH = (
    *("", "abc", "0", "-1", "1", "2", "-720", "31680", "1000000000", "9" * 400, "nan", "inf", "1e9", "0.5", "0.0001"),
    *("auto", "nil", "none", "restart", "continue", "exact", "12pt", "十", "-9999999", "both", "page", "tbRl", "true"),
)
ATTRIBUTES = ("val", "w", "left", "before", "line", "type", "id", "hanging", "h")
COUNTS = (1, 1, 2, 3, 5, 10, 30)
"""How many changes a file suffers."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """The file of parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def spoiled(parts: dict[str, bytes], random: Random) -> bytes:
    """The file after some changes of one of its parts, mostly the document; rarely a part is missing."""
    names = sorted(name for name in parts if name.startswith("word/") and name.endswith(".xml"))
    name = random.choice([*names, *["word/document.xml"] * len(names)])
    tree = etree.fromstring(parts[name])
    for _ in range(random.choice(COUNTS)):
        spoil(tree, random)
    changed = {**parts, name: etree.tostring(tree)}
    if random.random() < 0.1:
        del changed[random.choice(names)]
    return packed(changed)


def spoil(tree: _Element, random: Random) -> None:
    """One change somewhere in a part."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    element = random.choice(elements)
    random.choice((_absurd, _absurd, _without, _dropped, _doubled, _shuffled, _renamed, _moved))(
        element, elements, random
    )


def _absurd(element: _Element, elements: list[_Element], random: Random) -> None:
    names = sorted(element.attrib) or [qn(f"w:{random.choice(ATTRIBUTES)}")]
    element.set(random.choice(names), random.choice(RUBBISH))


def _without(element: _Element, elements: list[_Element], random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(sorted(element.attrib))]


def _dropped(element: _Element, elements: list[_Element], random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _doubled(element: _Element, elements: list[_Element], random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.insert(random.randrange(len(parent) + 1), deepcopy(element))


def _shuffled(element: _Element, elements: list[_Element], random: Random) -> None:
    children = list(element)
    random.shuffle(children)
    element[:] = children


def _renamed(element: _Element, elements: list[_Element], random: Random) -> None:
    element.tag = random.choice(elements).tag


def _moved(element: _Element, elements: list[_Element], random: Random) -> None:
    target = random.choice(elements)
    if target is not element and element not in target.iterancestors() and element.getparent() is not None:
        target.append(element)
