"""Offsets of signature and date (gbt9704.md §7.2), signers, attachment lists."""

import pytest
from samples import content, document, filled, form, template

from docgen.content import Stamp
from docgen.fill import fill
from docgen.fill.elements import signature_gaps
from docgen.fill.paragraphs import spread
from docgen.new import look
from docgen.new.template import new_notice_template
from docgen.read import read

SIZE = look.SIZE_3
ADVANCE = look.SIZE_3 + look.SQUEEZE
LINE = look.MEASURE


@pytest.mark.parametrize(
    ("organ", "date", "unsealed", "sealed"),
    [(10.0, 6.0, (2.0, 4.0), (2.0, 4.0)), (6.0, 7.0, (5.0, 2.0), (4.5, 4.0)), (3.0, 6.0, (7.0, 2.0), (5.5, 4.0))],
)
def test_signature_and_date_stand_as_the_three_pairs_of_the_standard(organ, date, unsealed, sealed):
    for wanted, is_sealed in ((unsealed, False), (sealed, True)):
        gaps, date_gap = signature_gaps([organ], date, sealed=is_sealed)
        assert (gaps[0], date_gap) == wanted


def test_a_signature_longer_than_the_line_of_the_seal_stays_inside_the_type_area():
    gaps, _ = signature_gaps([20.0], 6.0, sealed=True)
    assert gaps == [0.0]


def test_joint_signatures_begin_at_one_place_when_unsealed():
    gaps, _ = signature_gaps([10.0, 6.0], 6.0, sealed=False)
    assert gaps == [2.0, 6.0]


def test_the_gaps_are_written_as_right_indents():
    given = document(content(organs=("大连市总工会办公室",), date="2017年2月22日"))
    right = {each.style: each.format.right for each in given.paragraphs}
    assert right["发文机关署名"] == pytest.approx(2 * 16)
    organ, date = 9 * 16 - 8 * 0.25, 6.5 * 16 + 5 * 0.2 * 16 - 4 * 0.25
    assert right["成文日期"] == pytest.approx(organ - date, abs=0.05)


def test_a_sealed_signature_leaves_two_lines_for_the_seal():
    given = document(content(organs=("大连市总工会",), date="2017年2月22日", sealed=True))
    line = next(each for each in given.paragraphs if each.style == "盖章署名")
    assert line.format.before == pytest.approx(2 * line.format.pitch.value)


@pytest.mark.parametrize(("name", "wanted"), [("于波", "于　波"), ("王光宇", "王光宇"), ("阿里·买买提", "阿里·买买提")])
def test_two_characters_are_spread_to_three(name, wanted):
    assert spread(name) == wanted


def test_two_signers_share_a_line_with_the_number():
    given = document(content(number="大工发〔2026〕1号", signers=("赵明", "欧阳修")))
    lines = [each.text for each in given.paragraphs if each.style.startswith("签发人")]
    assert lines == ["大工发〔2026〕1号\t签发人：赵　明　欧阳修"]


def test_the_number_shares_the_line_of_the_last_signer_and_names_align():
    given = document(content(number="大工发〔2026〕1号", signers=("赵明", "钱塘江", "孙权")))
    lines = [(each.style, each.text) for each in given.paragraphs if each.style.startswith("签发人")]
    assert lines == [("签发人续", "\t签发人：赵　明　钱塘江"), ("签发人", "大工发〔2026〕1号\t　　　　孙　权")]


def test_the_names_of_signers_are_in_kai():
    given = document(content(number="大工发〔2026〕1号", signers=("赵明",)))
    line = next(each for each in given.paragraphs if each.style == "签发人")
    assert [run.format.east_asia for run in line.inlines] == ["仿宋_GB2312", "楷体_GB2312"]


def test_with_signers_the_red_rule_still_runs_the_whole_measure():
    given = document(content(number="大工发〔2026〕1号", signers=("赵明",)))
    line = next(each for each in given.paragraphs if each.style == "签发人")
    assert line.format.left == 0.0
    assert line.format.edges.bottom.color == "FF0000"


def stamped(*stamps):
    """The lines of a document with 签名章, made with a fresh template."""
    data = filled(content(stamps=stamps, date="2026年2月12日"), new_notice_template("某市人民政府文件"))
    found, diagnostics = read(data, "试验.docx")
    assert diagnostics == ()
    return [each for each in found.paragraphs if each.style.startswith("签名")]


def test_the_office_stands_left_of_the_stamp_and_the_date_below():
    stamp, date = stamped(Stamp("市长", "李明"))
    assert [(each.style, each.text) for each in (stamp, date)] == [
        ("签名章", "\t市长\t李　明"),
        ("签名日期", "2026年2月12日"),
    ]
    office, name = (stop.position for stop in stamp.format.tabs)
    measure = LINE - 4 * SIZE
    assert name == pytest.approx(measure - 3 * ADVANCE, abs=0.1)
    assert office == pytest.approx(name - 2 * SIZE - 2 * ADVANCE, abs=0.1)
    assert (date.format.right, stamp.inlines[-1].format.color) == (4 * SIZE, "FF0000")


def test_without_a_name_there_is_room_for_the_stamp():
    stamp, _ = stamped(Stamp("市长"))
    (office, name) = (stop.position for stop in stamp.format.tabs)
    assert stamp.text == "\t市长"
    assert LINE - 4 * SIZE - name > 5 * SIZE
    assert office < name


def test_stamps_of_several_organs_align():
    first, second, _ = stamped(Stamp("市长", "李明"), Stamp("市总工会主席", "欧阳小明"))
    assert first.format.tabs == second.format.tabs
    assert (first.text, second.text) == ("\t市长\t李　明", "\t市总工会主席\t欧阳小明")


def test_a_template_without_the_styles_of_a_stamp_is_told():
    data, found = fill(content(stamps=(Stamp("市长", "李明"),)), template(), "大工发.docx", form)
    assert data is None
    assert "模板里没有样式“签名章”" in [each.message for each in found]
