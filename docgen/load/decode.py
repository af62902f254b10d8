"""Take the bytes of a text file (content or CSV), give its text with plain line feeds.

UTF-8 with or without byte order mark, UTF-16 with one, and GB18030, which WPS and the Windows notepad still write.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Diagnostic, error, note
from docgen.load.characters import FORBIDDEN
from docgen.load.source import source, top_of

RULE = "文件编码"

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""First bytes of .docx/.xlsx, of .doc/.xls and of PDF."""

KNOWN_WORDS = ("标题", "正文", "模板")
"""One of these stands in every content file: an encoding that does not show any of them was the wrong guess."""

REPORTED_CONTROLS = 10
"""A clerk mends a few characters by hand; a file with more is broken as a whole and the rest says nothing new."""


class Decoded(Struct, frozen=True):
    """Text of a file, None where it is no text; `encoding` as Python names it."""

    text: str | None
    encoding: str = "utf-8"


def decode(data: bytes) -> Decoded:
    """`data` as text, by its byte order mark, else UTF-8, else GB18030."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if data.startswith(PACKED) or b"\0" in data:
        return Decoded(None)
    unicode = _decoded(data, "utf-8")
    return unicode if unicode.text is not None else _decoded(data, "gb18030")


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(None)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def read_text(data: bytes, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Text of the content file `name`; None and an error where it is none."""
    decoded = decode(data)
    if decoded.text is None:
        return None, (_no_text(data, name),)
    if decoded.encoding != "gb18030":
        return decoded.text, ()
    if not any(word in decoded.text for word in KNOWN_WORDS):
        return None, (_broken(data, name),)
    found = note(RULE, top_of(name), "文件是 GB18030（ANSI）编码，已按此读取", "建议在记事本里另存为 UTF-8 编码")
    return decoded.text, (found,)


def _no_text(data: bytes, name: str) -> Diagnostic:
    if data.startswith(PACKED):
        message = "这是 Word、Excel、PDF 或压缩文件，不是内容文件"
        return error(RULE, top_of(name), message, "内容文件是文本文件，请用记事本等编辑器写成 .yaml")
    if b"\0" in data:
        return error(RULE, top_of(name), "这不是文本文件，里面有空字节", "请另存为 UTF-8 编码的文本文件")
    return _broken(data, name)


def _broken(data: bytes, name: str) -> Diagnostic:
    """The error that names the line of the first bytes which are no UTF-8."""
    good = data.decode("utf-8", errors="surrogateescape")
    bad = re.search("[\udc80-\udcff]", good)
    place = source(name, good).place(bad.start()) if bad else top_of(name)
    return error(RULE, place, "从这里起不是 UTF-8 文字，文件可能已损坏", "请用记事本打开，另存为 UTF-8 编码")


def without_controls(text: str, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """`text` with a space for every character a DOCX cannot hold, each of which is an error."""
    return FORBIDDEN.sub(" ", text), tuple(_controls(text, name))


def _controls(text: str, name: str) -> Iterator[Diagnostic]:
    where = source(name, text)
    for count, found in enumerate(FORBIDDEN.finditer(text)):
        if count == REPORTED_CONTROLS:
            return
        message = f"这里有一个看不见的控制字符（U+{ord(found.group()):04X}），Word 文件不能含有它"
        yield error("控制字符", where.place(found.start()), message, "请删去它，把前后的文字重新输入一遍")
