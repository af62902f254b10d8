"""Formulas on one line."""

import pytest
from docx_files import p, r, unknown
from lxml import etree

from docgen.read.formulas import MATHS, linear

DECLARED = f'xmlns:m="{MATHS[1:-1]}"'


def formula(inside):
    return linear(etree.fromstring(f"<m:oMath {DECLARED}>{inside}</m:oMath>"))


def t(text):
    return f"<m:r><m:rPr/><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (t("a") + t("+b"), "a+b"),
        (f"<m:f><m:fPr/><m:num>{t('a+b')}</m:num><m:den>{t('2')}</m:den></m:f>", "(a+b)/2"),
        (f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSub><m:e>{t('x')}</m:e><m:sub>{t('i+1')}</m:sub></m:sSub>", "x_(i+1)"),
        (f"<m:sSubSup><m:e>{t('x')}</m:e><m:sub>{t('i')}</m:sub><m:sup>{t('n')}</m:sup></m:sSubSup>", "x_i^n"),
        (f"<m:rad><m:deg>{t('3')}</m:deg><m:e>{t('x+1')}</m:e></m:rad>", "3√(x+1)"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{t("i=1")}</m:sub><m:sup>{t("n")}</m:sup>'
            f"<m:e>{t('i')}</m:e></m:nary>",
            "∑_(i=1)^ni",
        ),
        (f"<m:nary><m:sub/><m:sup/><m:e>{t('x')}</m:e></m:nary>", "∫x"),
        (f"<m:d><m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:d>", "(a|b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{t("a")}</m:e></m:d>', "[a"),
        (f"<m:func><m:fName>{t('sin')}</m:fName><m:e>{t('x')}</m:e></m:func>", "sinx"),
        (
            f"<m:m><m:mr><m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:mr><m:mr><m:e>{t('c')}</m:e><m:e/></m:mr></m:m>",
            "a b; c",
        ),
        ("<m:f/><m:rad/><m:sSup/><m:d/><m:nary/>", "/√()∫"),
        ("<m:new><!-- 说明 --><m:t>y</m:t></m:new>", "y"),
    ],
)
def test_a_formula_is_set_on_one_line(inside, shown):
    assert formula(inside) == shown


def test_a_formula_in_a_paragraph_keeps_its_characters_with_a_warning():
    reported, found = unknown(p(r("设") + f"<m:oMath {DECLARED}>{t('x=1')}</m:oMath>" + r("则")))
    assert (reported, found.text) == ([("第1段", "段落内容 oMath", 1)], "设x=1则")
