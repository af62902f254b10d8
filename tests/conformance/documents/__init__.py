"""The one list of documents that are laid out by docgen and by LibreOffice: names, and functions that give DOCX."""

from __future__ import annotations

from collections.abc import Callable

from . import breaking, characters, formats, forms, notices, office, paragraphs, sections, tables

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **notices.DOCUMENTS,
    **formats.DOCUMENTS,
    **forms.DOCUMENTS,
    **paragraphs.DOCUMENTS,
    **characters.DOCUMENTS,
    **breaking.DOCUMENTS,
    **tables.DOCUMENTS,
    **sections.DOCUMENTS,
    **office.DOCUMENTS,
}

PENDING = frozenset(
    (
        "段落-倍数行距",
        "通知-联合行文",
        "通知-印发",
        "通知-名单附件",
        "长填-大连市基层工会活力建设项目典型单位申报表（企事业单位）",
        "长填-大连市工会领导机关“双创”成果立项申报表",
        "长填-辽宁省基层工会活力建设项目典型单位申报表（企事业）",
        "长填-辽宁省基层工会活力建设项目典型单位申报表（行业）",
        "段落-行距",
        "段落-一行多种字号",
        "段落-边框底纹",
        "段落-孤行控制",
        "段落-长过一页",
        "字符-格式",
        "字符-英文",
        "字符-中西混排",
        "字符-标点",
        "表格-跨页断行",
        "分节-页码重新开始",
        "默认模板-标题",
        "默认模板-英文报告",
        "默认模板-图片",
        "默认模板-直接格式",
    )
)
"""Documents that are laid out only when asked for by name, until their differences are mended or explained."""
