"""The second line: the bytes of an old document → its pieces → Content → the content file, and what was not certain.

A DOCX is read as any other, a text is decoded. What was written is loaded again; no character may be lost on the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import PurePath
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from docgen.content import Block, Content, Entries, Roster
from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.document import Document, paragraphs_of
from docgen.load import SIZE_LIMIT, Stock, load
from docgen.load.characters import one_line, tidy, without_spaces
from docgen.load.decode import PACKED, decode
from docgen.load.elements import FILE_SIGNS
from docgen.pipeline import Shelf, keys_for
from docgen.read import read
from docgen.recover import (
    BlankForm,
    ContentFile,
    Doubt,
    House,
    Source,
    Template,
    content_file,
    recover,
    source_of,
    source_of_text,
)
from docgen.recover.head import MARK_STYLE

__all__ = ["House", "Imported", "house_of", "import_document", "stem_of"]

RULE = "导入"
ZIP = PACKED[0]
"""First bytes of a DOCX, whatever its file is called."""

COMMON_END = 0xD7
"""First byte of the last of the 3,755 common characters (GB/T 2312-1980, level 1)."""

COMMON_SHARE = 0.7
"""Share of common characters among the Chinese ones of any text; chance gives a fifth."""

TOO_LONG = "请只留下公文，长名单另存为 .xlsx"

STEM_LENGTH = 60
"""Characters of a file name; a file system holds 85 Chinese ones."""

SHOWN = 100
"""Characters of a loss that a message shows."""

GENERATED = (
    "发文字号：份号：密级：紧急程度：签发人：主送：。抄送机关：。出席：请假：列席：（）"
    "印发印发机关：附件：附件：No第页共、、、、"
)
"""Words and signs that the template prints, and with which old documents name their elements."""


class Imported(Struct, frozen=True):
    """What became of an old document; `text` is its content file, None with an error among the diagnostics.

    `target` is where it belongs, as messages call it.
    """

    content: Content | None
    text: str | None
    diagnostics: tuple[Diagnostic, ...]
    target: str = ""


def house_of(shelf: Shelf) -> House:
    """The templates and forms on a shelf, as far as they can be opened."""
    templates = {name: _template(shelf, name) for name in sorted(shelf.stock.templates or ())}
    forms = {name: _form(shelf, name) for name in sorted(shelf.stock.forms or ())}
    return House(
        {name: template for name, template in templates.items() if template is not None},
        {name: form for name, form in forms.items() if form is not None},
    )


def _template(shelf: Shelf, name: str) -> Template | None:
    data = shelf.template(name)
    keys = keys_for(data, name)
    document, _ = read(data, name)
    if document is None or isinstance(keys, Diagnostic):
        return None
    return Template(_mark(document), frozenset(keys))


def _mark(document: Document) -> str:
    header = document.sections[0].headers.first or ()
    marks = (each.text for each in (*document.paragraphs, *paragraphs_of(header)) if each.style == MARK_STYLE)
    return without_spaces("".join(marks))


def _form(shelf: Shelf, name: str) -> BlankForm | None:
    document, _ = read(shelf.form(name), name)
    if document is None:
        return None
    sheet = document.sections[-1].sheet
    texts = (paragraph.text for section in document.sections for paragraph in paragraphs_of(section.blocks))
    return BlankForm(without_spaces("".join(texts)), sheet.width > sheet.height)


def import_document(data: bytes, name: str, house: House, named: Callable[[str], str]) -> Imported:
    """The content file of the old document `name`; `named` gives where it belongs, by the stem of its name."""
    source, found = _source(data, name)
    if source is None:
        return Imported(None, None, found)
    recovered = recover(source, house)
    if recovered.content is None:
        message = "里面没有能作公文正文的文字" if source.pieces else "文件是空的"
        return Imported(None, None, (error(RULE, Place(name), message, "至少要有标题和一段正文"),))
    target = named(stem_of(recovered.content))
    content = replace(recovered.content, name=PurePath(target).stem)
    draft = content_file(content)
    doubts = sorted(recovered.doubts, key=lambda doubt: draft.line_of(doubt.where))
    file = draft.below(_comments(name, doubts))
    if len(file.text) > SIZE_LIMIT:
        return Imported(None, None, (error("文件限额", Place(name), "内容太多，一个内容文件写不下", TOO_LONG),))
    said = tuple(_told(doubt, file, target) for doubt in doubts)
    lost = _lost(source, content, house, doubts)
    if lost:
        said += (
            error("文字遗漏", Place(name), f"这些字没有导入：{lost[:SHOWN]}", "这是程序的问题，请把原文件发给维护者"),
        )
    return Imported(content, file.text, (*said, *_faults(file, target)), target)


def stem_of(content: Content) -> str:
    """What the file of a content is called: its number, else its title."""
    text = content.number or content.plain_title or content.order_number
    return FILE_SIGNS.sub("", without_spaces(text))[:STEM_LENGTH].strip(".") or "未命名"


def _source(data: bytes, name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The pieces of a file, None and the reason where it cannot be read."""
    if data.startswith(ZIP) or not name.lower().endswith(".txt"):
        document, found = read(data, name)
        return (None, found) if document is None else (source_of(document), ())
    if len(data) > SIZE_LIMIT:
        return None, (error("文件限额", Place(name), f"文件超过{SIZE_LIMIT // 1_000_000}MB", TOO_LONG),)
    decoded = decode(data)
    if decoded.text is None or (decoded.encoding == "gb18030" and not _is_chinese(decoded.text)):
        return None, (
            error("文件编码", Place(name), "不是文本文件，或者已经损坏", "请在 Word 或记事本里另存为 UTF-8 的 .txt"),
        )
    return source_of_text(decoded.text), ()


def _is_chinese(text: str) -> bool:
    """Whether Chinese characters are those that texts use: a wrong encoding shows any."""
    han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    common = sum(0 < (char.encode("gb2312", "ignore") or b"\0")[0] <= COMMON_END for char in han)
    return common >= COMMON_SHARE * len(han)


def _comments(name: str, doubts: Sequence[Doubt]) -> Iterator[str]:
    """The first lines of the content file: where it comes from, what to look at."""
    yield f"由“{one_line(tidy(name))}”导入。" + ("请核对：" if doubts else "")
    for doubt in doubts:
        spot = f"（原文件{doubt.spot}）" if doubt.spot else ""
        yield f"  {one_line(tidy(doubt.message))}{spot}"


def _told(doubt: Doubt, file: ContentFile, target: str) -> Diagnostic:
    place = Place(target, file.line_of(doubt.where), 1)
    return Diagnostic(doubt.severity, RULE, place, one_line(doubt.message), f"原文件{doubt.spot}" if doubt.spot else "")


def _faults(file: ContentFile, target: str) -> tuple[Diagnostic, ...]:
    """What `load` finds wrong with the file written."""
    _, found = load(file.text, target, None, Stock())
    return found if has_errors(found) else ()


def _lost(source: Source, content: Content, house: House, doubts: Sequence[Doubt]) -> str:
    """Characters of the source that no text of the content or of a message has, and no template prints."""
    given = _inked(_printed(content, house)) + _inked(doubt.message for doubt in doubts)
    return "".join((_inked((source.text,)) - given).elements())


def _inked(texts: Iterable[str]) -> Counter[str]:
    """The characters of texts, white space left out; signs of half and full width are one."""
    return Counter(char for text in texts for char in normalize("NFKC", text) if not char.isspace())


def _printed(content: Content, house: House) -> Iterator[str]:
    """Every text that the notice will show."""
    yield from content.texts
    yield GENERATED
    yield house.templates[content.template].mark if content.template in house.templates else ""
    for number, attachment in enumerate(content.all_attachments, start=1):
        # In a label, and in the 附件说明 of the notice or of what it carries.
        yield f"附件{number}：附件：{number}.{number}.{attachment.plain_title}"
        yield house.forms[attachment.form].text if attachment.form in house.forms else ""
    for block in _blocks(content):
        if isinstance(block, Entries):
            yield from (f"{number}." for number in range(1, len(block.items) + 1))
        elif isinstance(block, Roster):
            yield from ("：" for member in block.members if member.label)


def _blocks(content: Content) -> Iterator[Block]:
    """All blocks, wherever they stand."""
    texts = [content.body, *(each.blocks for each in content.all_attachments)]
    if content.carried is not None:
        texts.append(content.carried.blocks)
    return chain.from_iterable(texts)
