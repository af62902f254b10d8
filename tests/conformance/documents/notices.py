"""Notices: those of `content/notices` and `tests/cases/notices`, and generated ones of every length and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import Any

import click
import yaml
from samples import ROOT

from docgen.files import content_files, shelf_for
from docgen.layout.fonts import FileFonts
from docgen.pipeline import machine_fonts, make_notice

from .texts import DISTRICTS, POSTS, SENTENCES, names, texts, units

FOLDERS = (ROOT / "content" / "notices", ROOT / "tests" / "cases" / "notices")
HERE = FOLDERS[1]
"""Generated contents pretend to lie there."""

ORGANS = ("大连市总工会", "大连市人力资源和社会保障局", "大连市工业和信息化委员会")
RARE = ("阿卜杜拉·买买提", "古丽娜尔·艾山江", "李镕", "王喆", "刘玥", "张垚", "赵翀", "欧阳朔", "周頔")


@cache
def fonts() -> FileFonts:
    """The typefaces of this machine, looked for once."""
    return machine_fonts()


def made(data: bytes, file: Path) -> bytes:
    """The DOCX of a content file.

    Raises:
        click.ClickException: docgen finds an error in it.
    """
    notice = make_notice(data, str(file), shelf_for(file), fonts())
    if notice.docx is None:
        raise click.ClickException("\n".join(map(str, notice.diagnostics)))
    return notice.docx


def from_file(file: Path) -> bytes:
    """The DOCX of a content file on the disk."""
    return made(file.read_bytes(), file)


def notice(**changes: Any) -> bytes:
    """The DOCX of a content given by its keys."""
    known = {
        "模板": "大工发",
        "发文字号": "大工发〔2018〕6号",
        "标题": "关于开展2018年困难职工帮扶工作的通知",
        "主送": "各区市县总工会、先导区总工会，各产业工会，市总工会各部门、直属单位",
        "正文": body(4),
        "署名": "大连市总工会",
        "成文日期": "2018年3月8日",
    }
    content = {key: value for key, value in (known | changes).items() if value}
    return made(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10**6).encode(), HERE / "试验.yaml")


NUMERALS = "一二三四五六七八九十"


def body(count: int) -> str:
    """So many paragraphs with headings of all levels among them."""
    lines = [SENTENCES[0]]
    for at, content in enumerate(texts(count)):
        if at % 4 == 0:
            lines.append(f"{NUMERALS[at // 4 % 10]}、提高认识，加强领导")
        lead = ("", f"（{NUMERALS[at % 10]}）明确责任。", f"{at % 9 + 1}. ", f"（{at % 9 + 1}）")[at % 4]
        lines.append(lead + content)
    lines.append("特此通知。")
    return "\n".join(lines)


def head() -> bytes:
    """份号, 密级, 紧急程度, several 签发人."""
    return notice(
        份号="000012", 密级="秘密★1年", 紧急程度="加急", 签发人="欧阳明、李镕、王喆、赵翀", 主送="辽宁省总工会"
    )


def long_last_paragraph() -> bytes:
    """A signature alone on a page takes the last lines of a long paragraph along."""
    return notice(正文=body(4).removesuffix("特此通知。"))


def letter() -> bytes:
    """A short notice without 主送, signature or 版记."""
    return notice(主送="", 署名="", 成文日期="", 正文=body(2))


def tables_within() -> bytes:
    """Tables in the text, one of them over a page end."""
    rows = [[str(at + 1), unit, f"{at * 3 + 2}"] for at, unit in enumerate(units(24))]
    wanted = {"表格": {"列": ["序号", "单位", "名额"], "行": rows, "列宽": [1, 6, 2]}}
    small = {"表格": {"列": ["甲", "乙"], "行": [["丙", "丁"]]}}
    return notice(标题="关于分配2018年疗休养名额的通知", 正文=[body(2), wanted, "以上名额不得调剂。", small, body(2)])


def joint() -> bytes:
    """Issued by several organs, sealed."""
    return notice(
        署名=list(ORGANS),
        印章位="是",
        附注="此件公开发布",
        抄送="市委办公室、市政府办公室",
        印发机关="大连市总工会办公室",
        印发日期="2018年3月9日",
    )


def long_title() -> bytes:
    """A title of three lines, unsealed, with a copy list of several lines."""
    title = "大连市总工会关于转发《中华全国总工会关于深入学习贯彻习近平总书记同中华全国总工会新一届领导班子成员集体谈话时重要讲话精神的通知》的通知"
    return notice(标题=title, 抄送="、".join(units(12)), 印发机关="大连市总工会办公室", 印发日期="2018年3月9日")


def carried() -> bytes:
    """A 印发 notice with its regulation."""
    return notice(
        标题="关于印发《大连市困难职工帮扶资金使用管理办法》的通知",
        印发={"标题": "大连市困难职工帮扶资金使用管理办法", "正文": body(20)},
    )


def quoted() -> bytes:
    """Paragraphs that begin with a quotation mark."""
    return notice(正文="\n".join(f"“双创”活动{content}" for content in texts(6)))


def landscape_before_imprint() -> bytes:
    """A landscape attachment of two pages, then the 版记 on an even page."""
    attached = {"标题": "困难职工帮扶情况统计表", "正文": body(6), "横排": "是"}
    return notice(附件=[attached], 抄送="省总工会", 印发机关="大连市总工会办公室", 印发日期="2018年3月9日")


def lists() -> bytes:
    """Attachments: a list of a hundred names, a roster with posts, awards."""
    rows = [[str(at + 1), name, unit] for at, (name, unit) in enumerate(zip(names(100), units(100), strict=True))]
    people = zip((*RARE, *names(20)), cycle(DISTRICTS), cycle(POSTS), strict=False)
    members = [f"{name}  {district}总工会{post}" for name, district, post in people]
    return notice(
        标题="关于表彰大连市五一劳动奖章获得者的决定",
        附件=[
            {"标题": "大连市五一劳动奖章获得者名单", "正文": [{"表格": {"列": ["序号", "姓名", "单位"], "行": rows, "列宽": [1, 2, 5]}}]},
            {"标题": "评选工作领导小组成员名单", "正文": [{"名单": {"组长": members[0], "副组长": members[1:4], "成员": members[4:]}}]},
            {"标题": "先进集体名单", "正文": [{"条目": {"标题": f"{district}", "项": units(30)[at * 3 : at * 3 + 3]}} for at, district in enumerate(DISTRICTS)]},
        ],
    )  # fmt: skip


def _all() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for file in content_files(FOLDERS):
        yield file.stem, partial(from_file, file)
    for pages, count in ((1, 1), (2, 4), (3, 9), (9, 38), (20, 90)):
        yield f"通知-{pages}页", partial(notice, 正文=body(count))


DOCUMENTS = {
    **dict(_all()),
    "通知-版头要素": head,
    "通知-长末段": long_last_paragraph,
    "通知-无主送无落款": letter,
    "通知-文中表格": tables_within,
    "通知-联合行文": joint,
    "通知-长标题": long_title,
    "通知-印发": carried,
    "通知-名单附件": lists,
    "通知-引号开头": quoted,
    "通知-横排后版记": landscape_before_imprint,
}
