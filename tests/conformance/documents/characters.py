"""Documents about characters: faces, sizes, raised and marked ones, spacing, Latin words, rare characters."""

from __future__ import annotations

from .texts import SENTENCES, text
from .wordml import OFFICIAL, SMALL, document, fonts, p, r

LATIN = (
    "The All-China Federation of Trade Unions (ACFTU) is the national trade union centre of the People's Republic of "
    "China. It is divided into 31 regional federations and 10 national industrial unions; membership is voluntary, and "
    "its well-known web site is http://www.acftu.org/index.html (last visited 2017-12-31, 10:30 a.m.). "
)


def formats() -> bytes:
    """Bold, italic, underlined, struck, coloured, shaded, raised, lowered characters."""
    looks = (
        "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:strike/>", '<w:color w:val="FF0000"/>',
        '<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:color="auto" w:fill="CCCCCC"/>',
        '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>', '<w:position w:val="8"/>', "<w:caps/>",
        "<w:vanish/>",
    )  # fmt: skip
    runs = [r("大连市总工会2018年APP") + r("加格式的文字abc123", look) + r("之后的文字。") for look in looks]
    return document(*(p(run) for run in runs), p("".join(runs)))


def spacing() -> bytes:
    """Letter spacing, wider and narrower, in Chinese and in mixed text."""
    values = (-10, -5, 20, 40, 100)
    return document(
        *(
            p(r(text(2, at), f'<w:spacing w:val="{value}"/>'), '<w:jc w:val="both"/>')
            for at, value in enumerate(values)
        ),
        styles=OFFICIAL,
    )


def scaling() -> bytes:
    """Characters made narrower and wider."""
    return document(
        *(p(r(text(1, at), f'<w:w w:val="{percent}"/>')) for at, percent in enumerate((50, 66, 80, 90, 150, 200))),
        styles=OFFICIAL,
    )


def faces() -> bytes:
    """All faces of official documents, each in a paragraph with Latin in its own face and in Times New Roman."""
    names = ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体")
    return document(
        *(p(r(text(1, at), fonts(name, latin))) for at, name in enumerate(names) for latin in ("", "Times New Roman"))
    )


def latin() -> bytes:
    """Pages of English, ragged and justified."""
    return document(
        *(p(LATIN * 6, f'<w:jc w:val="{align}"/>') for align in ("left", "both", "left", "both", "both")), styles=SMALL
    )


def mixed() -> bytes:
    """Chinese with words, numbers, addresses and units in it."""
    sentences = (
        "建设“互联网+”工会（即“e工会”），依托APP、WeChat、Web三端，覆盖GB/T 9704—2012规定的各类文种，",
        "经费合计￥1,234,567.89元（其中R&amp;D投入3.5%），人均约US$1,000，折合25m²/人、36.5℃以下、误差±0.5%，",
        "请登录http://www.dlgh.org.cn/2018/0104/notice.html下载，或发送至dlgh_zzb2018@dl.gov.cn，",
        "A类企业120家、B类企业85家、C类企业36家，共241家；第1—3季度分别完成31%、29%和25%，",
    )
    return document(
        *(p("".join((sentences * 2)[at : at + 4]) * 2, '<w:jc w:val="both"/>') for at in range(4)), styles=OFFICIAL
    )


def rare() -> bytes:
    """Names with · and characters that few faces have."""
    names = (
        "阿卜杜拉·买买提、古丽娜尔·艾山江、李镕基、王喆、刘玥、张垚、陈骉、赵翀、孙旻昊、周頔、吴䶮、郑祎、杨淼、朱珺"
    )
    return document(p(names * 3, '<w:jc w:val="both"/>'), p(names, '<w:jc w:val="left"/>'), styles=OFFICIAL)


def punctuation() -> bytes:
    """Marks that begin or end no line, in many measures."""
    content = "“一、（二）《三》〈四〉〔五〕……六——七？八！九；十：‘甲’·乙，丙。" * 3
    return document(
        *(p(content, f'<w:ind w:right="{at * 80}"/><w:jc w:val="both"/>') for at in range(12)),
        p(SENTENCES[8] * 3),
        styles=OFFICIAL,
    )


DOCUMENTS = {
    "字符-格式": formats,
    "字符-间距": spacing,
    "字符-缩放": scaling,
    "字符-字体": faces,
    "字符-英文": latin,
    "字符-中西混排": mixed,
    "字符-生僻字": rare,
    "字符-标点": punctuation,
}
