"""The one gate for DOCX packages: bytes → opened parts, after checks that hostile files fail; and back to bytes.

The bytes written hold the parts in one order and no clock.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from lzma import LZMAError
from typing import Any, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx.document import Document as Docx
from docx.exceptions import PythonDocxError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.ns import nsmap, qn
from docx.package import Package
from lxml.etree import LxmlError, XPath

from docgen.diagnostics import Diagnostic, Place, error

RULE = "文件格式"
MAX_UNPACKED = 300_000_000
"""Bytes of all parts together: a thousand pages of text take a tenth of it."""
MAX_ENTRIES = 10_000
MAX_RATIO = 400
"""Unpacked against packed size of one part; XML of real documents stays under 100."""
SMALL_PART = 1_000_000
"""Parts below this size may compress as well as they like."""
MAX_NESTED = 20
"""Tables within tables; each level takes room on the stack here and in the layout."""
TOO_DEEP = XPath(f"//w:tbl[count(ancestor::w:tbl) >= {MAX_NESTED}]", namespaces={"w": nsmap["w"]})
ENCRYPTED = 0x1
"""Bit of a ZIP entry that needs a password (APPNOTE 4.4.4)."""
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old .doc files and encrypted .docx files are OLE containers (MS-CFB 2.2)."""
RESAVE = "请用 Word 或 WPS 打开后另存为 .docx"
BROKEN = (
    OpcError,
    PythonDocxError,
    LxmlError,
    BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
)
"""What zipfile and python-docx raise on archives and packages that are not whole: they trust their input."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can bear; the same on every run."""
OWN = ("docProps/core.xml", "word/document.xml")
"""The parts in which documents of one template differ."""
FIRST = "[Content_Types].xml"
"""Stands first, as Word writes it, so that file types are recognised."""


DATES = frozenset(("created", "modified", "lastPrinted", "revision"))
"""Core properties that tell of a clock or of editing (ISO 29500-2, 11.1)."""


def open_package(data: bytes, name: str) -> Docx | Diagnostic:
    """The opened file, or the one reason why it cannot be read."""
    place = Place(name)
    if data.startswith(OLE_MAGIC):
        return error(
            RULE, place, "这是加密的文档或旧版 .doc 文件，不是 .docx", "请在 Word 或 WPS 中去掉密码，另存为 .docx"
        )
    trouble = archive_trouble(data)
    if trouble:
        return error(RULE, place, trouble, RESAVE)
    try:
        package = Package.open(BytesIO(data))
        trouble = package_trouble(package)
    except BROKEN:
        trouble = "不是完好的 Word 文档，可能没有下载或复制完整"
    return error(RULE, place, trouble, RESAVE) if trouble else package.main_document_part.document


def archive_trouble(data: bytes) -> str:
    """What makes the archive unsafe or unreadable; empty when nothing does."""
    try:
        entries = ZipFile(BytesIO(data)).infolist()
    except BROKEN:
        return "文件不是 .docx（打不开压缩包）"
    if len(entries) > MAX_ENTRIES:
        return f"压缩包里有 {len(entries)} 个文件，超过 {MAX_ENTRIES} 个"
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return f"解压后超过 {MAX_UNPACKED // 1_000_000} MB"
    for entry in entries:
        if entry.flag_bits & ENCRYPTED:
            return "压缩包加了密码"
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
            return f"压缩包里有不安全的路径 {entry.filename}"
        if entry.file_size > SMALL_PART and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            return f"{entry.filename} 的压缩比异常，可能是恶意文件"
    return ""


def package_trouble(package: Package) -> str:
    """What makes the parts no document; empty when nothing does."""
    main = package.main_document_part
    if main.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN:
        return f"不是 .docx 文档，可能是模板、带宏的文档或其他文件（{main.content_type}）"
    bodies = len(main.element.findall(qn("w:body"))) if main.element.tag == qn("w:document") else 0
    if bodies != 1:
        return "文档里有不止一个正文" if bodies else "文档里没有正文"
    for part in package.iter_parts():
        if not isinstance(part, XmlPart):
            continue
        if part.element.getroottree().docinfo.internalDTD is not None:
            return f"{part.partname} 带有 DTD，Word 文档不允许有"
        if TOO_DEEP(part.element):
            return f"表格套表格超过 {MAX_NESTED} 层"
    return ""


def set_moment(document: Docx, moment: float | None) -> None:
    """Date the document: the POSIX time it was made, or no date at all where none is given."""
    core = document.core_properties
    for child in list(core._element):
        if child.tag.rpartition("}")[2] in DATES:
            core._element.remove(child)
    if moment is not None:
        core.created = core.modified = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)


def package_bytes(document: Docx) -> bytes:
    """The DOCX file of a document, the same bytes for the same document."""
    return packed(parts_of(document))


def parts_of(document: Docx) -> dict[str, bytes]:
    """What the file of a document holds, by name."""
    package = document.part.package
    parts = list(package.parts)
    for part in parts:
        part.before_marshal()
    entries, writer = Entries(), cast(Any, PackageWriter)
    writer._write_content_types_stream(entries, parts)
    writer._write_pkg_rels(entries, package.rels)
    writer._write_parts(entries, parts)
    return entries.parts


def own_parts(document: Docx) -> dict[str, bytes]:
    """The parts in which a document differs from others of its template."""
    own = (document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES), document.part)
    return {part.partname.membername: part.blob for part in own}


class Entries:
    """Takes parts where python-docx would write them to an archive, in which they would be packed twice."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, uri: PackURI, blob: bytes) -> None:
        """Take a part by its name."""
        self.parts[uri.membername] = blob


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts by name, in one order and without a clock; what differs between documents stands last."""
    names = sorted(parts, key=lambda name: (name in OWN, name != FIRST, name))
    return with_parts(b"", {name: parts[name] for name in names})


def with_parts(archive: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive, none where it is empty, with more parts at its end."""
    whole = BytesIO(archive)
    with ZipFile(whole, "a", ZIP_DEFLATED) as target:
        for name, blob in parts.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, blob)
    return whole.getvalue()
