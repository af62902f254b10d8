"""Take bookmarks and page labels, put them into the catalog of a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from docgen.page import Bookmark
from docgen.write.pdffile import ObjectReference, PdfFile

NUMBER = re.compile("[1-9][0-9]*")
"""Labels that a viewer can count on by itself."""


class Sheet(Struct, frozen=True):
    """A page that was written: the object, its height in points, its label."""

    reference: ObjectReference
    height: float
    label: str


def add_outline(file: PdfFile, outline: Sequence[Bookmark], sheets: Sequence[Sheet]) -> None:
    """Give `file` nested bookmarks (ISO 32000-1, 12.3.3), all open.

    A level that is skipped closes up: an entry hangs at most one level below the one before.
    """
    if not outline:
        return
    root = PDFDictionary({"Type": PDFName("Outlines"), "Count": 0})
    file.enter("Outlines", root)
    path = [root]
    for bookmark in outline:
        entry = _entry(bookmark, sheets[bookmark.page - 1])
        _hang(file, entry, path, min(bookmark.level, len(path) - 1))
    _close(file, path, 0)


def add_labels(file: PdfFile, sheets: Sequence[Sheet]) -> None:
    """Give `file` page labels (ISO 32000-1, 12.4.2) where the printed numbers are not simply 1, 2, 3, …"""
    labels = [sheet.label for sheet in sheets]
    if labels == [str(number) for number in range(1, len(labels) + 1)]:
        return
    ranges: list[object] = []
    awaited = None
    for index, label in enumerate(labels):
        if label != awaited:
            ranges += [index, _label(label)]
        awaited = str(int(label) + 1) if NUMBER.fullmatch(label) else label
    file.enter("PageLabels", PDFDictionary({"Nums": PDFArray(ranges)}))


def _label(text: str) -> PDFDictionary:
    if NUMBER.fullmatch(text):
        return PDFDictionary({"S": PDFName("D"), "St": int(text)})
    return PDFDictionary({"P": PDFString(text)})


def _entry(bookmark: Bookmark, sheet: Sheet) -> PDFDictionary:
    target = PDFArray([sheet.reference, PDFName("XYZ"), 0, sheet.height - bookmark.y, "null"])
    return PDFDictionary({"Title": PDFString(bookmark.title), "Dest": target, "Count": 0})


def _hang(file: PdfFile, entry: PDFDictionary, path: list[PDFDictionary], level: int) -> None:
    """Hang `entry` as last child of `path[level]`; `path` leads from the root to the latest entry."""
    parent, elder = path[level], path[level + 1 : level + 2]
    own = file.put(entry)
    entry["Parent"] = file.put(parent)
    for sibling in elder:
        sibling["Next"] = own
        entry["Prev"] = file.put(sibling)
    if not elder:
        parent["First"] = own
    parent["Last"] = own
    _close(file, path, level)
    path.append(entry)
    for above in path[:-1]:
        above["Count"] += 1


def _close(file: PdfFile, path: list[PDFDictionary], level: int) -> None:
    """Write the entries below `path[level]`, to which nothing more will be hung."""
    for entry in path[level + 1 :]:
        file.write(entry)
    del path[level + 1 :]
