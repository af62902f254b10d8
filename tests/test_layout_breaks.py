"""layout.breaks: where a line of Chinese, Latin or both may end."""

from __future__ import annotations

import pytest
from documents import broken

from docgen.layout.breaks import NOT_AT_END, NOT_AT_START, Kind, kind_of, line_end, may_break

ROOM = 4
"""Characters in the measure of these tests."""
WIDTH = 40.0


def ended(text: str, cut: int, *, start: int = 0, kinsoku: bool = True, hang: bool = False) -> str:
    """The line that is too long at `cut`."""
    return text[start : line_end(text, start, cut, kinsoku=kinsoku, hang=hang)]


@pytest.mark.parametrize("mark", "，。、；：？！”’）》〉】〕」』〗％‰℃")
def test_a_closing_mark_takes_the_character_before_it_along(mark):
    assert broken(f"甲乙丙丁{mark}戊", WIDTH) == ["甲乙丙", f"丁{mark}戊"]


@pytest.mark.parametrize("mark", "“‘（《〈【〔「『〖￥")
def test_an_opening_mark_goes_with_the_character_after_it(mark):
    assert broken(f"甲乙丙{mark}丁戊", WIDTH) == ["甲乙丙", f"{mark}丁戊"]


@pytest.mark.parametrize("text", ["甲乙丙丁，戊", "甲乙丙“丁戊"])
def test_without_kinsoku_marks_stand_anywhere(text):
    assert broken(text, WIDTH, kinsoku=False) == [text[:ROOM], text[ROOM:]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙丁”）。戊", ["甲乙丙", "丁”）。", "戊"]),
        ("甲乙丙”）。丁戊", ["甲乙", "丙”）。", "丁戊"]),
        ("甲乙“‘《丙丁戊", ["甲乙", "“‘《丙", "丁戊"]),
        ("甲乙丙》（《丁戊", ["甲乙丙》", "（《丁戊"]),
        ("《关于“大”的》", ["《关于", "“大”", "的》"]),
        ("（《“‘甲’”》）", ["（《“‘", "甲’”》", "）"]),
    ],
)
def test_marks_in_a_row_keep_together_as_far_as_a_line_goes(text, lines):
    assert broken(text, WIDTH) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙——丁戊", ["甲乙丙", "——丁戊"]),
        ("甲乙丙……丁戊", ["甲乙", "丙……丁", "戊"]),
        ("甲乙——丙丁", ["甲乙——", "丙丁"]),
        ("甲乙丙丁……”", ["甲乙丙", "丁……”"]),
    ],
)
def test_dashes_and_dots_of_two_are_not_split(text, lines):
    assert broken(text, WIDTH) == lines


@pytest.mark.parametrize("pair", ["——", "……", "――"])
def test_dashes_and_dots_stay_whole_even_without_kinsoku(pair):
    assert broken(f"甲乙丙{pair}丁", WIDTH, kinsoku=False) == ["甲乙丙", f"{pair}丁"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙2018年", ["甲乙2018", "年"]),
        ("甲乙丙2018年", ["甲乙丙", "2018年"]),
        ("甲乙丙12.5％", ["甲乙丙", "12.5％"]),
        ("甲乙丙，100", ["甲乙丙，", "100"]),
        ("甲乙丙3,500丁", ["甲乙丙", "3,500丁"]),
        ("甲乙丙-12丁", ["甲乙丙-", "12丁"]),
        ("甲乙。-123丁", ["甲乙。", "-123丁"]),
    ],
)
def test_numbers_stay_whole(text, lines):
    assert broken(text, WIDTH, space_east_asia=False) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙word丁", ["甲乙丙", "word丁"]),
        ("one two three", ["one two", "three"]),
        ("甲乙word。丙", ["甲乙", "word。丙"]),
        ("甲(words)乙", ["甲", "(words)", "乙"]),
        ("甲乙e-mail", ["甲乙e-", "mail"]),
        ("甲乙AGB/T乙", ["甲乙", "AGB/T乙"]),
        ("甲乙12-34", ["甲乙12-", "34"]),
        ("甲乙a\u00a0b", ["甲乙a\u00a0b"]),
        ("甲乙丙a\u00a0b", ["甲乙丙", "a\u00a0b"]),
        ("甲乙丙丁\u2060戊", ["甲乙丙", "丁戊"]),
    ],
)
def test_latin_words_stay_whole_up_to_a_hyphen_or_stroke(text, lines):
    assert broken(text, WIDTH, space_east_asia=False) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙2015、2016年", ["甲乙丙", "2015、2016", "年"]),
        ("甲乙丙12、2016年", ["甲乙丙12、", "2016年"]),
        ("甲乙2015、16", ["甲乙2015、", "16"]),
        ("甲乙2015、abcd", ["甲乙2015、", "abcd"]),
        ("甲乙abcd、2016", ["甲乙abcd、", "2016"]),
        ("甲乙15、2016年", ["甲乙15、", "2016年"]),
        ("甲乙2015，2016年", ["甲乙2015，", "2016年"]),
        ("甲2015年、2016年", ["甲2015年、", "2016年"]),
        ("２０１５、２０１６", ["２０１５、", "２０１６"]),
    ],
)
def test_years_that_share_their_last_character_stay_together(text, lines):
    assert broken(text, 50.0, space_east_asia=False) == lines


def test_an_address_stays_whole_where_a_line_holds_it():
    assert broken("邮箱：ghxc@dl.gov.cn。", 80.0) == ["邮箱：", "ghxc@dl.gov.cn。"]


def test_the_year_in_its_brackets_stays_whole():
    assert broken("大工办发〔2017〕31号", 60.0, space_east_asia=False) == ["大工办发", "〔2017〕31号"]
    assert broken("大工办发〔2017〕31号", 80.0, space_east_asia=False) == ["大工办发〔2017〕", "31号"]


@pytest.mark.parametrize("text", ["甲乙丙丁，戊", "甲乙丙丁。", "甲乙丙丁、戊己"])
def test_a_stop_hangs_where_the_paragraph_lets_it(text):
    assert broken(text, WIDTH, hang_punctuation=True)[0] == text[: ROOM + 1]
    assert broken(text, WIDTH, hang_punctuation=True, in_table=True)[0] == text[: ROOM - 1]


def test_a_stop_hangs_with_the_blanks_after_it():
    assert broken("甲乙丙丁，  戊", WIDTH, hang_punctuation=True) == ["甲乙丙丁，", "戊"]
    assert broken("甲乙丙丁，　", WIDTH, hang_punctuation=True) == ["甲乙丙丁，"]


def test_a_stop_hangs_after_a_closing_mark():
    assert broken("甲乙丙”，丁", WIDTH, hang_punctuation=True) == ["甲乙丙”，", "丁"]


def test_a_stop_hangs_after_chinese_whatever_comes_before():
    assert broken("甲乙ab丁，戊", WIDTH, hang_punctuation=True, space_east_asia=False) == ["甲乙ab丁，", "戊"]


@pytest.mark.parametrize("mark", "”）》〕")
def test_closing_brackets_and_quotes_do_not_hang(mark):
    assert broken(f"甲乙丙丁{mark}戊", WIDTH, hang_punctuation=True)[0] == "甲乙丙"


def test_a_stop_does_not_hang_if_another_mark_follows_it():
    assert broken("甲乙丙丁。”戊", WIDTH, hang_punctuation=True) == ["甲乙丙", "丁。”戊"]


def test_a_stop_does_not_hang_after_latin_text_but_takes_the_word_along():
    assert broken("甲乙word，丙", WIDTH, hang_punctuation=True, space_east_asia=False) == ["甲乙", "word，丙"]


def test_a_stop_does_not_hang_after_a_blank_that_takes_no_room():
    assert broken("甲乙丙丁　，戊", WIDTH, hang_punctuation=True) == ["甲乙丙", "丁　，戊"]


def test_a_word_too_long_for_any_line_is_cut_where_the_line_is_full():
    assert broken("abcdefghijklmnopqrst", WIDTH) == ["abcdefgh", "ijklmnop", "qrst"]
    assert broken("甲abcdefghijk乙", WIDTH, space_east_asia=False) == ["甲", "abcdefgh", "ijk乙"]


@pytest.mark.parametrize("mark", "，“—…（")
def test_marks_without_end_are_cut_too(mark):
    assert broken(mark * 10, WIDTH) == [mark * 4, mark * 4, mark * 2]


def test_every_line_holds_a_character_however_narrow_the_measure():
    assert broken("甲，乙ab", 1.0) == ["甲", "，", "乙", "a", "b"]
    assert broken("甲，乙", -50.0) == ["甲", "，", "乙"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙丁　　戊", ["甲乙丙丁", "戊"]),
        ("甲乙丙丁   戊", ["甲乙丙丁", "戊"]),
        ("甲乙丙 丁", ["甲乙丙", "丁"]),
        ("　　甲乙丙", ["　　甲乙", "丙"]),
    ],
)
def test_blanks_at_the_end_of_a_line_take_no_room_and_do_not_open_the_next(text, lines):
    assert broken(text, WIDTH) == lines


def test_a_line_ends_before_the_character_that_does_not_fit():
    assert ended("甲乙丙丁", 2) == "甲乙"
    assert ended("甲乙丙丁戊", 4, start=2) == "丙丁"


def test_a_line_takes_the_blanks_after_it():
    assert ended("甲乙  丙丁", 4) == "甲乙  "
    assert ended("ab  cd", 4) == "ab  "


def test_a_line_never_ends_before_it_began():
    assert ended("，，，，", 2) == "，，"
    assert ended("甲乙，，，", 4, start=2) == "，，"


@pytest.mark.parametrize(
    ("text", "at", "allowed"),
    [
        ("甲乙", 1, True),
        ("甲a", 1, True),
        ("a甲", 1, True),
        ("ab", 1, False),
        ("a b", 2, True),
        ("a b", 1, False),
        ("a-b", 2, True),
        ("a--b", 2, False),
        ("a--b", 3, False),
        ("-a-b", 3, True),
        ("甲 乙", 1, False),
        ("甲　乙", 1, False),
        ("甲 乙", 2, True),
        ("a“", 1, True),
        ("”a", 1, True),
        ("-b", 1, False),
        ("3-b", 2, True),
        ("3-4", 2, True),
        ("a\tb", 2, True),
        ("a\nb", 2, True),
        ("\u00a0甲", 1, False),
        ("甲\u00a0", 1, False),
        ("—…", 1, False),
    ],
)
def test_a_break_between_two_characters_is_allowed_or_not(text, at, allowed):
    assert may_break(text, at) is allowed


def test_without_kinsoku_only_words_glue_and_dashes_bind():
    assert may_break("甲，", 1, kinsoku=False)
    assert may_break("“甲", 1, kinsoku=False)
    assert not may_break("——", 1, kinsoku=False)
    assert not may_break("a,b", 1, kinsoku=False)


def test_marks_that_stand_between_begin_and_end_no_line():
    assert set("\"'·．/／") == NOT_AT_START & NOT_AT_END


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [("2015、2016年", 5, False), ("共15、2016年", 4, True), ("2015、16年", 5, True), ("甲、2016年", 2, True)],
)
def test_years_that_share_their_unit_stay_together(text, at, wanted):
    assert may_break(text, at) is wanted


@pytest.mark.parametrize(
    ("chars", "kind"),
    [
        ("大ア한Ａ１，𠮷😀\u3000“—…\ufffc\ue000", Kind.WIDE),
        ("a1%-–éαБ\U0001f1e8", Kind.WORD),
        ("①±×≥→□²½№℉Ⅰ☎", Kind.SIGN),
        ("\u0301\ufe00\U000e0100\u200d\U0001f3fd", Kind.MARK),
    ],
)
def test_characters_are_of_four_kinds(chars, kind):
    assert {char: kind_of(char) for char in chars} == dict.fromkeys(chars, kind)


def test_an_address_breaks_after_its_strokes_and_nothing_else_does():
    address = "http://www.a.cn/b/c"
    assert [at for at in range(1, len(address)) if may_break(address, at)] == [7, 16, 18]
    assert not any(may_break("ab/cd/ef", at) for at in range(1, 8))


@pytest.mark.parametrize(
    ("text", "line"), [("大①，", "大①，"), ("大Ⅰ，", "大Ⅰ，"), ("，”，", "，”，"), ("大x²，", "大"), ("大12%，", "大")]
)
def test_a_mark_hangs_after_chinese_and_after_signs_that_go_with_it(text, line):
    assert ended(text + "小", len(text) - 1, hang=True) == line
