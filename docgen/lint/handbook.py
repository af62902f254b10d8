"""Take the rules, give their handbook in Markdown: docs/rules.md, and what `docgen rules` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.lint.families import FAMILIES, RULES, rules_of
from docgen.lint.rule import HEADINGS, LineRule, PageRule, Rule, Strength

MEANINGS = {
    Strength.G: "《党政机关公文格式》（GB/T 9704—2012）的规定",
    Strength.R: "《党政机关公文处理工作条例》（2012年）的规定",
    Strength.L: "法律的规定",
    Strength.S: "标点、数字、计量单位的国家标准",
    Strength.E: "电子公文的标准（GB/T 33476.2—2016）",
    Strength.P: "通行的做法，标准里没有写",
    Strength.W: "标准里写“一般”“推荐”“可以”的",
    Strength.O: "已经过时的写法",
}
HEAD = """# 检查规则

这份手册由 `docgen rules` 生成，请不要直接改。用法见[使用手册](使用手册.md#二十一检查)。

规则分三种轻重，由出处决定：标准、条例、法律里必须这样做的是**错误**；惯例和过时的写法是**警告**；标准里说“一般”的是**提示**。
程序只能猜的，降一级。
"""


def handbook() -> str:
    """The whole handbook."""
    return "\n".join((HEAD, *_counts(), *(line for name in FAMILIES for line in _family(name))))


def described(rule: Rule) -> str:
    """One rule."""
    return "\n".join(_described(rule))


def _counts() -> Iterator[str]:
    strengths = Counter(rule.strength for rule in RULES)
    yield f"一共{len(RULES)}条：\n"
    yield "| 出处 | 条数 |"
    yield "|---|---|"
    yield from (
        f"| {meaning} | {strengths[strength]} |" for strength, meaning in MEANINGS.items() if strengths[strength]
    )
    yield ""


def _family(name: str) -> Iterator[str]:
    yield f"## {name}\n"
    for rule in rules_of(FAMILIES[name]):
        yield from _described(rule)


def _described(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}\n"
    yield f"**{rule.severity.value}**　出处：{rule.clause}{_scope(rule)}\n"
    yield from (f"- {heading}：{rule.explained[heading]}" for heading in HEADINGS)
    yield ""


def _scope(rule: Rule) -> str:
    if isinstance(rule, PageRule):
        return "　只在 `--pages` 时查"
    return "　只查 Word 文件和纯文本" if isinstance(rule, LineRule) and rule.printed else ""
