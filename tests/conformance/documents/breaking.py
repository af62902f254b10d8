"""Documents about the ends of lines: every sequence is pushed over the end of a narrow measure, step by step."""

from __future__ import annotations

from .wordml import MEASURE, OFFICIAL, document, p, r

SEQUENCES = (
    *(
        "甲，乙",
        "甲。”乙",
        "甲”。乙",
        "甲”）。乙",
        "甲》。乙",
        "“‘甲’”乙",
        "（甲）乙",
        "《甲》、《乙》",
        "【甲】乙",
        "「甲」乙",
    ),
    *(
        "甲：“乙",
        "甲？！乙",
        "甲！！！乙",
        "10%乙",
        "37℃乙",
        "￥100乙",
        "$100乙",
        "№5乙",
        "§5乙",
        "30kg乙",
        "30 kg乙",
        "20km/h乙",
    ),
    *(
        "1,234.56元",
        "+5乙",
        "±5乙",
        "≤5乙",
        "2018-01-05乙",
        "9:00乙",
        "0411-83630000乙",
        "ghxc@dl.gov.cn乙",
        "e-mail乙",
        "A/B乙",
    ),
    *(
        "①②③乙",
        "Ⅰ、Ⅱ乙",
        "㈠㈡乙",
        "１２３４乙",
        "ＡＢＣ乙",
        "100％乙",
        "甲(乙)丙",
        "甲,乙",
        "甲.乙",
        "甲:乙",
        "a,b乙",
        "a(b)c乙",
    ),
    *(
        "“abc”乙",
        "（abc）乙",
        "abc，乙",
        "abc。”乙",
        "123。乙",
        "1.甲乙",
        "（1）甲乙",
        "(1)甲乙",
        "第1条乙",
        "30万元乙",
        "50人次乙",
    ),
    *(
        "2018年1月5日乙",
        "甲　乙",
        "甲  乙",
        "ab cd 乙",
        "甲×乙",
        "3×4乙",
        "甲→乙",
        "二○一八年",
        "甲★乙",
        "□甲□乙",
        "甲√乙",
        "30㎡乙",
    ),
    *(
        "甲“abc”乙",
        "it's乙",
        "αβγ乙",
        "АБВ乙",
        "95.5%乙",
        "5:3乙",
        "1/2乙",
        "5G乙",
        "“5G+”乙",
        "“十四五”乙",
        "PM2.5乙",
        "COVID-19乙",
    ),
    *(
        "甲、“乙”",
        "》《乙",
        "）（乙",
        "》）乙",
        "（《甲》）乙",
        "“《甲》”乙",
        "：《甲》乙",
        "第31-35条",
        "2015年-2017年乙",
        "甲-乙丙",
    ),
)
BEFORE, AFTER = "天地玄黄宇宙洪荒", "日月盈昃辰宿列张"
NARROW = 2560
"""Twips of the measure: eight characters of 3号."""


def breaking() -> bytes:
    """Each sequence after one to eight characters, in a measure of eight."""
    properties = f'<w:ind w:right="{MEASURE - NARROW}"/>'
    texts = (BEFORE[:count] + each + AFTER[:4] for each in SEQUENCES for count in range(1, 9))
    return document(*(p(r(text), properties) for text in texts), styles=OFFICIAL)


DOCUMENTS = {"断行": breaking}
