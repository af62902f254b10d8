"""信函, 命令（令） and 纪要 (GB/T 9704-2012, 10), made with fresh templates of these formats."""

from __future__ import annotations

from functools import partial

from formats import CONTENTS, made, made_from_file

from .notices import body


def docx_of(stem: str) -> bytes:
    """The DOCX of one of `tests/cases/formats`."""
    data: bytes = made_from_file(stem).docx
    return data


def long_letter(count: int) -> bytes:
    """A letter of several pages whose first page is full."""
    text = "\n".join(f"  {line}" for line in body(count).splitlines())
    data: bytes = made(f"模板: 大连市总工会\n发文字号: 大工函〔2026〕8号\n标题: 关于试验的函\n正文: |\n{text}\n").docx
    return data


DOCUMENTS = {
    **{f"格式-{file.stem}": partial(docx_of, file.stem) for file in CONTENTS},
    **{f"格式-信函{count}段": partial(long_letter, count) for count in (4, 9, 30)},
}
