"""Take a key a clerk typed, give the keys that were probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

SYNONYMS = {
    "主送机关": "主送",
    "主送单位": "主送",
    "文号": "发文字号",
    "字号": "发文字号",
    "发文号": "发文字号",
    "编号": "发文字号",
    "落款": "署名",
    "发文机关": "署名",
    "发文机关署名": "署名",
    "发文单位": "署名",
    "日期": "成文日期",
    "落款日期": "成文日期",
    "发文日期": "成文日期",
    "签发日期": "成文日期",
    "抄送机关": "抄送",
    "抄送单位": "抄送",
    "抄报": "抄送",
    "密级和保密期限": "密级",
    "保密期限": "密级",
    "秘密等级": "密级",
    "缓急": "紧急程度",
    "紧急": "紧急程度",
    "内容": "正文",
    "正文内容": "正文",
    "题目": "标题",
    "公文标题": "标题",
    "附件说明": "附件",
    "令的编号": "令号",
    "命令号": "令号",
    "签名": "签名章",
    "签发人职务": "签名章",
    "出席人员": "出席",
    "参加人员": "出席",
    "请假人员": "请假",
    "缺席": "请假",
    "列席人员": "列席",
    "备注": "附注",
    "说明": "附注",
    "印章": "印章位",
    "盖章": "印章位",
    "印发单位": "印发机关",
    "印发时间": "印发日期",
    "份数": "份号",
    "样式": "模板",
    "文种": "模板",
    "名单文件": "文件",
    "列名": "列",
    "表头": "列",
    "项目列表": "项",
    "单位职务": "职务",
    "称谓": "组",
    "横向": "横排",
    "横版": "横排",
}
"""What offices call an element, or used to → the key of docgen."""

LIKENESS = 0.5
"""Half of the characters right: one wrong character in the usual two (标提 for 标题)."""

SUGGESTED = 2
"""More guesses than two are no help."""


def meant(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The keys of `known` most like `typed`; empty where none is."""
    known = tuple(known)
    word = typed.lstrip("-－—– ")
    synonym = SYNONYMS.get(word, word)
    if synonym in known:
        return (synonym,)
    close = get_close_matches(word, known, SUGGESTED, LIKENESS)
    return tuple(key for key in close if _likeness(key, word) == _likeness(close[0], word))


def _likeness(key: str, word: str) -> float:
    return SequenceMatcher(None, key, word).ratio()


def named(words: Iterable[str]) -> str:
    """`words` as a message lists them: “甲”“乙”."""
    return "".join(f"“{word}”" for word in words)


def question(candidates: tuple[str, ...]) -> str:
    """The hint that offers `candidates`; empty where there are none."""
    return f"是不是{'或'.join(f'“{word}”' for word in candidates)}？" if candidates else ""
