"""Documents about characters: faces, sizes, raised and marked ones, spacing, Latin words, rare characters."""

from __future__ import annotations

from .texts import SENTENCES, text
from .wordml import OFFICIAL, defaults, document, fonts, p, r, size

LATIN = (
    "The All-China Federation of Trade Unions (ACFTU) is the national trade union centre of the People's Republic of "
    "China. It is divided into 31 regional federations and 10 national industrial unions; membership is voluntary, and "
    "its well-known web site is www.acftu.org (last visited 2017-12-31, 10:30 a.m.). "
)


JUSTIFIED = '<w:jc w:val="both"/>'
MIXED = (
    "建设“互联网+”工会，依托手机APP和微信小程序，覆盖全市基层工会1,286家、会员52,340人，其中农民工会员31,905人。",
    "经费合计1,234,567.89元，人均约1,000元；供暖期室内温度不低于18℃，合格率为99.5%。",
    "A类企业120家、B类企业85家、C类企业36家，共241家；第一季度完成31%，第二季度完成29%。",
    "联系人：王喆；电话：0411-83630000；邮编：116001；电子邮箱：dlgh_zzb2018@dl.gov.cn。",
)
CONTESTED = (
    "建设“互联网+”工会（即“e工会”），依托APP、WeChat、Web三端，覆盖GB/T 9704—2012规定的各类文种，",
    "请登录http://www.dlgh.org.cn/2018/0104/notice.html下载，或发送至dlgh_zzb2018@dl.gov.cn，",
    "各级工会要深入学习贯彻党的十九大精神，切实做好各项工作——检查结果予以通报。",
    "经费按照《工会法》第四十二条的规定列支，不得挤占、截留、挪用……违者依纪依法严肃追究责任。",
    "坚持以职工为中心的工作导向，竭诚服务职工群众，发展会员。2017年，全市新建基层工会。",
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
    return document(*(p(run) for run in runs))


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
        *(p(LATIN * 5, f'<w:jc w:val="{align}"/>') for align in ("left", "both", "left", "both", "both")),
        styles=defaults(fonts("宋体", "Times New Roman") + size(24)),
    )


def mixed() -> bytes:
    """Chinese with words, numbers and units in it."""
    return document(
        *(p(f"{text(1, at)}{text(1, at + 1)}", JUSTIFIED) for at in range(12)),
        *(p(each, JUSTIFIED) for each in MIXED),
        styles=OFFICIAL,
    )


def contested() -> bytes:
    """Where lines may end by Word's lists and not by those of LibreOffice, or the other way round."""
    return document(*(p(each, JUSTIFIED) for each in CONTESTED), styles=OFFICIAL)


def rare() -> bytes:
    """Names with · and characters that few faces have."""
    names = (
        "阿卜杜拉·买买提、古丽娜尔·艾山江、李镕基、王喆、刘玥、张垚、陈骉、赵翀、孙旻昊、周頔、吴䶮、郑祎、杨淼、朱珺"
    )
    return document(p(names * 3, '<w:jc w:val="both"/>'), p(names, '<w:jc w:val="left"/>'), styles=OFFICIAL)


def underlines() -> bytes:
    """Underlines of each pattern, two strokes through, fields to write in."""
    patterns = ("single", "double", "thick", "dotted", "dash", "wave", "words")
    body = [
        p(r("申报单位：") + r(f"大连市总工会 {each}　　　　", f'<w:u w:val="{each}"/>') + r("（盖章）"))
        for each in patterns
    ]
    return document(*body, p(r("作废的文字", "<w:dstrike/>") + r("。")))


def punctuation() -> bytes:
    """Marks that begin or end no line, each in many measures."""
    marks = (
        "甲，",
        "甲。",
        "甲；",
        "甲：",
        "甲、",
        "甲！",
        "甲？",
        "甲）",
        "甲》",
        "甲”",
        "（甲",
        "《甲",
        "“甲",
        "〔甲",
    )
    body = [p((mark * 27)[:54], f'<w:ind w:right="{at * 40}"/>{JUSTIFIED}') for at, mark in enumerate(marks)]
    return document(*body, p(SENTENCES[6] * 2, JUSTIFIED), styles=OFFICIAL)


DOCUMENTS = {
    "字符-格式": formats,
    "字符-间距": spacing,
    "字符-缩放": scaling,
    "字符-字体": faces,
    "字符-英文": latin,
    "字符-中西混排": mixed,
    "字符-断行分歧": contested,
    "字符-生僻字": rare,
    "字符-下划线": underlines,
    "字符-标点": punctuation,
}
