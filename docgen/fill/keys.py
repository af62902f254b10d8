"""Which keys of a content file a template has room for: each key with the tags that bear it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from docgen.content import Content

BEARERS: dict[str, tuple[str, ...]] = {
    "份号": ("份号",),
    "密级": ("密级",),
    "紧急程度": ("紧急程度",),
    "发文字号": ("文号行", "发文字号"),
    "签发人": ("文号行",),
    "令号": ("令号",),
    "标题": ("标题",),
    "主送": ("主送",),
    "正文": ("正文",),
    "印发": ("印发",),
    "附件": ("附件",),
    "附件说明": ("附件说明",),
    "出席": ("出席",),
    "请假": ("请假",),
    "列席": ("列席",),
    "签名章": ("落款",),
    "署名": ("落款",),
    "印章位": ("落款",),
    "成文日期": ("落款",),
    "附注": ("附注",),
    "抄送": ("抄送",),
    "印发机关": ("印发机关",),
    "印发日期": ("印发日期",),
}
"""A key (附件说明 follows from 附件) to the tags of which a template needs one."""


def keys_without_room(content: Content, tags: Container[str]) -> Iterator[str]:
    """The keys that have something to say and find none of their tags among `tags`."""
    for key, value in _values(content).items():
        if value and not any(tag in tags for tag in BEARERS[key]):
            yield key


def keys_with_room(tags: Container[str]) -> frozenset[str]:
    """The keys that a template with these `tags` can print."""
    return frozenset(key for key, bearers in BEARERS.items() if any(tag in tags for tag in bearers))


def _values(content: Content) -> dict[str, object]:
    return {
        "份号": content.copy_number,
        "密级": content.secrecy,
        "紧急程度": content.urgency,
        "发文字号": content.number,
        "签发人": content.signers,
        "令号": content.order_number,
        "标题": content.title,
        "主送": content.addressees,
        "正文": content.body,
        "印发": content.carried,
        "附件": content.all_attachments,
        "附件说明": content.attachments,
        "出席": content.attendees,
        "请假": content.absentees,
        "列席": content.observers,
        "签名章": content.stamps,
        "署名": content.organs,
        "印章位": content.sealed,
        "成文日期": content.date,
        "附注": content.remark,
        "抄送": content.copies,
        "印发机关": content.printer,
        "印发日期": content.printed_on,
    }
