"""The numbers of GB/T 9704-2012 measured on the ink of rendered pages, not on what the engine believes.

They follow the acceptance tests of the standard's own clauses: page, head, title, signature, attachments, 版记, numbers.
"""

from ctypes import create_string_buffer
from itertools import pairwise

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from ink import TOLERANCE, Characters, Ink, near
from pypdfium2 import raw
from samples import ROOT

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice

NOTICES = ROOT / "content" / "notices"
LONG = "大连市总工会2012年工作要点"
CHARACTER = 16 * 25.4 / 72
"""One 字 of 3号 in millimetres."""
LINE_PITCH = (225 - CHARACTER) / 21
"""Distance of the 22 lines whose first and last touch the edges of the type area."""
PAIRS = (("示例市卫生健康委员会", "2026年8月1日"), ("示例市教育局", "2026年12月31日"), ("某某部", "2013年4月9日"))


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


@pytest.fixture(scope="module")
def make(fonts):
    """Makes a notice from YAML, once."""
    made = {}

    def of(yaml, file="试验.yaml"):
        if yaml not in made:
            made[yaml] = make_notice(yaml.encode(), file, shelf_for(NOTICES / file), fonts)
        return made[yaml]

    return of


@pytest.fixture(scope="module")
def pdfs(make):
    """The PDFs of the real notices by name."""
    stems = ("大工办发〔2017〕31号", "大工发〔2018〕4号", "大工办发〔2017〕5号", LONG)
    files = {stem: NOTICES / f"{stem}.yaml" for stem in stems}
    return {stem: make(file.read_text("utf-8"), file.name).pdf for stem, file in files.items()}


def notice(**keys):
    given = {
        "模板": "大工发",
        "发文字号": "大工发〔2026〕9号",
        "标题": "关于试验的通知",
        "主送": "各单位",
        "正文": "试验。",
    }
    return "".join(f"{key}: {value}\n" for key, value in {**given, **keys}.items())


def count_of(pdf):
    with pypdfium2.PdfDocument(pdf) as read:
        return len(read)


@pytest.mark.parametrize("stem", ["大工办发〔2017〕31号", "大工发〔2018〕4号"])
def test_the_head_stands_where_the_standard_says(stem, pdfs):
    mark, number, rule, title, title2, addressees = Ink(pdfs[stem], 1).strips[:6]
    assert mark[0] == near(72.0)
    assert number[0] - mark[1] == near(20.78)
    assert rule[0] - number[1] == near(4.0)
    assert (rule[2], rule[3]) == (near(28.0), near(184.0))
    assert title[0] - rule[1] == near(20.78)
    assert addressees[0] - title2[1] == near(10.39)


def test_the_paper_is_a4(pdfs):
    for pdf in pdfs.values():
        with pypdfium2.PdfDocument(pdf) as read:
            sizes = {tuple(round(side * 25.4 / 72, 1) for side in page.get_size()) for page in read}
        assert sizes == {(210.0, 297.0)}


def test_the_lines_of_a_full_page_span_the_type_area(pdfs):
    lines = Ink(pdfs[LONG], 4).strips[:-1]
    assert len(lines) == 22
    assert (lines[0][0], lines[-1][1]) == (near(37.0), near(262.0))
    assert min(line[2] for line in lines) == near(26.0)


def test_a_full_line_holds_28_characters(pdfs):
    full = [line for line in Characters(pdfs[LONG], 3).lines if all(ord(char) >= 0x2000 for char, *_ in line)]
    longest = max(full, key=len)
    assert len(longest) in (28, 29)
    assert len(longest) == 28 or longest[-1][0] in "，。、；：！？"
    assert (longest[0][1], longest[27][2]) == (near(28.0), near(184.0))


def test_pages_mirror_their_margins(pdfs):
    odd, even = (Ink(pdfs[LONG], number).strips for number in (3, 4))
    assert min(line[2] for line in odd[:-1]) - min(line[2] for line in even[:-1]) == near(2.0)


@pytest.mark.parametrize(
    "title",
    [
        "关于表彰全市工会工作先进集体和先进个人的决定",
        "关于做好2018年元旦春节期间困难职工帮扶救助和送温暖工作的通知",
        "关于转发《中华全国总工会关于进一步加强新形势下工会经费收支管理和专项资金使用监督检查工作的若干意见》的通知",
    ],
)
def test_a_title_is_a_trapezium_or_a_rhombus_of_lines_that_fit(title, make):
    strips = Ink(make(notice(标题=title)).pdf, 1).strips
    lines = [strip for strip in strips[3:] if strip[1] - strip[0] > 6.5]
    widths = [line[3] - line[2] for line in lines]
    assert len(widths) >= 2
    assert max(widths) <= 20 * 22 * 25.4 / 72
    assert all((line[2] + line[3]) / 2 == near(106.0) for line in lines)
    assert max(widths) - min(widths) > CHARACTER
    steps = [after - before for before, after in pairwise(widths)]
    shrinking = [step < 0 for step in steps if abs(step) > TOLERANCE]
    assert shrinking == sorted(shrinking)


@pytest.mark.parametrize(("organ", "date"), PAIRS)
def test_unsealed_the_longer_of_signature_and_date_ends_two_characters_from_the_edge(organ, date, make):
    page = Characters(make(notice(署名=organ, 成文日期=date)).pdf, 1)
    (organ_left, organ_right), (date_left, date_right) = page.line(organ), page.line(date)
    assert date_left - organ_left == pytest.approx(2 * CHARACTER, abs=0.1 * CHARACTER)
    assert 184.0 - max(organ_right, date_right) == pytest.approx(2 * CHARACTER, abs=0.1 * CHARACTER)


@pytest.mark.parametrize(("organ", "date"), PAIRS)
def test_sealed_the_date_ends_four_characters_from_the_edge_and_the_signature_centres_on_it(organ, date, make):
    page = Characters(make(notice(署名=organ, 成文日期=date, 印章位="是")).pdf, 1)
    signature, dated = page.line(organ), page.line(date)
    assert 184.0 - dated[1] == pytest.approx(4 * CHARACTER, abs=0.1 * CHARACTER)
    assert sum(signature) / 2 == pytest.approx(sum(dated) / 2, abs=0.1 * CHARACTER)


def test_an_attachment_has_its_label_on_line_one_and_its_title_on_line_three(make):
    titles = ("优秀创新成果名单", "创新项目申报办法")
    listed = [{"标题": title, "正文": "附件正文。"} for title in titles]
    pdf = make(notice(附件=listed)).pdf
    first = "".join(char for line in Characters(pdf, 1).lines for char, *_ in line)
    assert f"附件：1.{titles[0]}2.{titles[1]}" in first
    for number, title in enumerate(titles, 1):
        label, heading = Ink(pdf, number + 1).strips[:2]
        assert label[0] == near(37.0)
        assert label[2] == near(28.0 if number % 2 == 0 else 26.0)
        assert (heading[0] + heading[1]) / 2 == near(37.0 + 2 * LINE_PITCH + CHARACTER / 2)
        page = Characters(pdf, number + 1)
        assert page.line(f"附件{number}")[0] == near(28.0 if number % 2 == 0 else 26.0)
        assert sum(page.line(title)) / 2 == near(106.0 if number % 2 == 0 else 104.0)


IMPRINT = {"抄送": "省总工会", "印发机关": "大连市总工会办公室", "印发日期": "2026年8月2日"}


def test_the_imprint_ends_on_the_foot_of_the_type_area_of_an_even_page(make):
    pdf = make(notice(**IMPRINT)).pdf
    last = count_of(pdf)
    rules = Ink(pdf, last).rules
    assert last % 2 == 0
    assert [rule[1] - rule[0] for rule in rules] == [pytest.approx(wanted, abs=0.07) for wanted in (0.35, 0.25, 0.35)]
    assert (rules[-1][0] + rules[-1][1]) / 2 == near(262.0)
    for rule in rules:
        assert (rule[2], rule[3]) == (near(26.0), near(182.0))


def test_the_names_of_the_imprint_stand_one_character_in(make):
    pdf = make(notice(**IMPRINT)).pdf
    page = Characters(pdf, count_of(pdf))
    four = 14 * 25.4 / 72
    copies, (left, right) = page.line("抄送：省总工会。"), page.line("大连市总工会办公室")
    assert (copies[0], left, right) == (near(26.0 + four), near(26.0 + four), near(182.0 - four))


def test_a_blank_page_before_the_imprint_leaves_both_without_a_number(make):
    """The text that fills its second page to the last line leaves the third blank and the 版记 to the fourth."""
    for lines in range(18, 34):
        body = ["- 试验。"] * lines
        pdf = make(notice(正文="\n" + "\n".join(body), **IMPRINT)).pdf
        if count_of(pdf) == 4:
            break
    assert count_of(pdf) == 4
    assert [Ink(pdf, number).numbered for number in (1, 2, 3, 4)] == [True, True, False, False]


@pytest.mark.parametrize(("page", "side"), [(3, "right"), (4, "left")])
def test_page_numbers_stand_outside_seven_millimetres_below_the_type_area(page, side, pdfs):
    top, bottom, left, right = Ink(pdfs[LONG], page).strips[-1]
    assert (top + bottom) / 2 == near(269.0)
    four = 14 * 25.4 / 72
    assert (right == near(184.0 - four)) if side == "right" else (left == near(26.0 + four))


def test_the_faces_in_the_file_are_those_asked_for_or_a_substitution_is_told(pdfs, make, fonts):
    made = make((NOTICES / f"{LONG}.yaml").read_text("utf-8"), f"{LONG}.yaml")
    asked = {(item.asked, item.face.name) for page in made.pages.pages for item in page.texts}
    told = " ".join(sentence for sentence, _ in fonts.substitutions())
    for name, served in asked:
        typeface = fonts.typeface(name, False, False)
        assert typeface.exact or (name in told and served in told)
    faces = {item.face for page in made.pages.pages for item in page.texts}
    assert embedded(made.pdf) == {postscript_name(face) for face in faces}


POSTSCRIPT_NAME = 6
"""The entry of the `name` table that a PDF calls a font by."""


def postscript_name(face):
    with TTFont(face.path, fontNumber=face.index, lazy=True) as opened:
        return opened["name"].getDebugName(POSTSCRIPT_NAME)


def embedded(pdf):
    """The fonts of the PDF's text, each of which must be in the file, without the tags of subsets."""
    found = set()
    name = create_string_buffer(200)
    with pypdfium2.PdfDocument(pdf) as read:
        for page in read:
            for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
                font = raw.FPDFTextObj_GetFont(item.raw)
                assert raw.FPDFFont_GetIsEmbedded(font)
                raw.FPDFFont_GetBaseFontName(font, name, len(name))
                found.add(name.value.decode().partition("+")[2])
    return found
