"""Take the keys that a template has room for, give a content file to go on with: each key explained, most left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

ALWAYS = frozenset(("模板", "令号", "标题", "正文"))
"""Keys without which there is no document; of 令号 and 标题 a template has one (10.2)."""
SAMPLES = {
    "份号": "000001",
    "密级": "机密★1年",
    "紧急程度": "特急",
    "发文字号": "某发〔2026〕1号",
    "签发人": "于波",
    "令号": "第1号",
    "标题": "关于……的通知",
    "主送": "各有关单位",
    "正文": "|\n  现将有关事项通知如下：\n  一、总体要求",
    "印发": "\n  标题: ……办法\n  正文: |\n    第一条　为了……，制定本办法。",
    "附件": "\n  - 标题: ……名单\n    正文: |\n      名单如下。",
    "出席": "某局张明、某委李敏",
    "请假": "某局王强",
    "列席": "某办赵平",
    "签名章": "{职务: 市长, 姓名: 李明}",
    "署名": "某市总工会",
    "印章位": "是",
    "成文日期": "2026年1月5日",
    "附注": "此件公开发布",
    "抄送": "某市人民政府办公室",
    "印发机关": "某市总工会办公室",
    "印发日期": "2026年1月6日",
}
"""A value for each key, as a clerk writes it."""
OPENING = "# 公文的内容。行首有“# ”的是说明和不用的栏目；要用哪一栏，就去掉那几行前面的“# ”，改成自己的内容。"


def new_notice(template: str, keys: Mapping[str, str]) -> str:
    """The YAML of a notice made with `template`, which has room for `keys`; their values explain them."""
    samples = {"模板": template} | SAMPLES
    entries = ("\n".join(_entry(key, samples[key], keys[key])) for key in keys if key in samples)
    return "\n\n".join((OPENING, *entries)) + "\n"


def _entry(key: str, sample: str, meaning: str) -> Iterator[str]:
    yield f"# 【{key}】{meaning}"
    first, *more = sample.split("\n")
    for line in (f"{key}: {first}".rstrip(), *more):
        yield line if key in ALWAYS else f"# {line}"
