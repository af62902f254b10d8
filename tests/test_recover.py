"""recover: each rule by which an old document is understood, on small texts."""

import pytest
from importing import HOUSE

from docgen.content import Entries, Grid, Member, NewPage, Prose, Roster
from docgen.diagnostics import Severity
from docgen.recover import House, recover, source_of_text

HEAD = "大工发〔2019〕7号\n关于试验的通知\n各单位：\n"
BODY = HEAD + "正文。\n"
CLOSE = "大连市总工会\n2019年3月8日\n"


def found(text, house=HOUSE):
    """The content of a text, and what was said: (severity, place in the source, message)."""
    recovered = recover(source_of_text(text), house)
    assert recovered.content is not None
    return recovered.content, [(each.severity, each.spot, each.message) for each in recovered.doubts]


def element(text, name):
    content, _ = found(text)
    return getattr(content, name)


def warnings(text):
    return [message for severity, _, message in found(text)[1] if severity is Severity.WARNING]


def notes(text):
    return [message for severity, _, message in found(text)[1] if severity is Severity.NOTE]


def texts(blocks):
    return [block.head + block.text if isinstance(block, Prose) else type(block).__name__ for block in blocks]


def test_a_whole_notice_is_understood_without_a_word():
    content, said = found(BODY + CLOSE)
    assert said == []
    assert (content.template, content.number, content.title) == ("大工发", "大工发〔2019〕7号", "关于试验的通知")
    assert (content.addressees, content.organs, content.date) == ("各单位", ("大连市总工会",), "2019年3月8日")
    assert content.body == (Prose(0, "", "正文。"),)


@pytest.mark.parametrize("text", ["", "\n", "关于试验的通知", "大工发〔2019〕7号\n关于试验的通知\n各单位："])
def test_what_has_no_body_is_no_document(text):
    assert recover(source_of_text(text), HOUSE).content is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("关于印发《办法\n（试行）》的通知", "关于印发《办法\n（试行）》的通知"),
        ("关于征求意见\n的函", "关于征求意见\n的函"),
        ("大连市总工会\n关于试验的决定", "大连市总工会\n关于试验的决定"),
        ("通　知", "通　知"),
        ("2019年工作要点（草案）", "2019年工作要点（草案）"),
        ("关于试验的若干问题", "关于试验的若干问题"),
    ],
)
def test_a_title_is_known_by_its_end_or_by_what_follows(lines, title):
    assert element(f"{lines}\n各单位：\n正文。", "title") == title


def test_a_first_line_that_nothing_tells_of_is_the_title_with_a_doubt():
    content, said = found("职工之家简介\n本会成立于1945年。")
    assert content.title == "职工之家简介"
    assert (Severity.WARNING, "第1行", "没有认出标题，用了第一行") in said


def test_a_sentence_is_no_title():
    content, _ = found("本会成立于1945年。\n下设十部。")
    assert (content.title, texts(content.body)) == ("（原文件没有标题）", ["本会成立于1945年。", "下设十部。"])


@pytest.mark.parametrize(
    ("line", "addressees"),
    [
        ("各区市县总工会、产业工会，市总各部门：", "各区市县总工会、产业工会，市总各部门"),
        ("各区市县总工会、\n产业工会:", "各区市县总工会、产业工会"),
        ("主送：市委", "市委"),
        ("张三同志：", "张三同志"),
        ("现将有关事项通知如下：", ""),
        ("为了开展工作，提出以下意见：", ""),
        ("一、要求：", ""),
    ],
)
def test_addressees_end_with_a_colon_and_announce_nothing(line, addressees):
    assert element(f"关于试验的通知\n{line}\n正文。", "addressees") == addressees


@pytest.mark.parametrize(
    ("close", "organs", "date"),
    [
        ("大连市总工会\n2019年3月8日", ("大连市总工会",), "2019年3月8日"),
        ("大连市总工会　　2019年3月8日", ("大连市总工会",), "2019年3月8日"),
        ("大连市总工会\n大连市教育局\n2019年3月8日", ("大连市总工会", "大连市教育局"), "2019年3月8日"),
        ("大连市总工会　　大连市教育局\n2019年3月8日", ("大连市总工会", "大连市教育局"), "2019年3月8日"),
        ("大　连　市　总　工　会\n2019年3月8日", ("大连市总工会",), "2019年3月8日"),
        ("                              评选活动组织机构\n2019年3月8日", ("评选活动组织机构",), "2019年3月8日"),
        ("2019年3月8日", (), "2019年3月8日"),
        ("                    大连市总工会", ("大连市总工会",), ""),
    ],
)
def test_a_signature_stands_above_the_last_date(close, organs, date):
    content, _ = found(f"{BODY}会议时间\n2019年1月1日\n{close}")
    assert (content.organs, content.date) == (organs, date)
    assert texts(content.body)[:3] == ["正文。", "会议时间", "2019年1月1日"]


def test_a_date_that_is_none_is_told_of():
    content, said = found(BODY + "大连市总工会\n2019年13月8日")
    assert (content.organs, content.date) == (("大连市总工会",), "")
    assert said[0][2] == "成文日期“2019年13月8日”不完整，没有导入，请补上“成文日期”"


@pytest.mark.parametrize("line", ["（此件公开发布）", "(联系人：王强，电话：82610000)"])
def test_a_bracketed_line_below_the_date_is_a_remark(line):
    assert element(BODY + CLOSE + line, "remark") == line[1:-1]


def test_what_else_stands_below_the_date_goes_to_the_end_of_the_body():
    content, said = found(BODY + CLOSE + "联系人：王强\n电话：82610000")
    assert texts(content.body) == ["正文。", "联系人：王强", "电话：82610000"]
    assert said == [(Severity.WARNING, "第7行", "落款后面还有文字，放在了正文末尾")]


@pytest.mark.parametrize(
    "lines",
    [
        "附件：1. 名单\n2. 办法",
        "附件：1．名单 2．办法",
        "附件1：名单\n附件2：办法",
        "附件：\n1、名单\n2、办法",
        "附 件: 1.名单；2.办法。",
    ],
)
def test_a_list_of_attachments_is_read_in_all_its_forms(lines):
    content, _ = found(f"{BODY}{lines}\n{CLOSE}附件1\n名单\n甲。\n附件2\n办法\n乙。")
    assert [each.title for each in content.attachments] == ["名单", "办法"]
    assert [texts(each.blocks) for each in content.attachments] == [["甲。"], ["乙。"]]
    assert texts(content.body) == ["正文。"]


def test_an_attachment_that_is_only_listed_gets_a_page_and_a_warning():
    content, said = found(f"{BODY}附件：名单\n{CLOSE}")
    assert (content.attachments[0].title, content.attachments[0].blocks) == ("名单", (NewPage(),))
    assert said[0][2] == "附件“名单”在原文件里没有内容，正文处只写了“分页”，请补上"


def test_a_form_of_the_office_is_attached_by_name():
    form = "大连市基层工会“双创”成果立项申报表"
    content, said = found(
        f'{BODY}附件：{form}\n{CLOSE}附件\n大连市基层工会"双创"成果\n立项申报表\n\t单    位\n\t\n\n\t项目名称\n\t\n\n\n'
    )
    assert (content.attachments[0].form, content.attachments[0].title, said) == (form, form, [])


def test_what_is_filled_into_a_form_is_told_of():
    form = "大连市基层工会“双创”成果立项申报表"
    text = f"{BODY}{CLOSE}附件\n{form}\n\t单    位\n\t中山区教育工会\n\n\t项目名称\n\t\n\n\n"
    assert warnings(text) == [f"用了空白表“{form}”，原文件里这些字表里没有：中山区教育工会"]


def test_another_table_of_the_name_of_a_form_stays_a_table():
    form = "大连市基层工会“双创”成果立项申报表"
    content, _ = found(f"{BODY}{CLOSE}附件\n{form}\n甲\t乙\t丙\n子\t丑\t寅\n卯\t辰\t巳\n")
    assert (content.attachments[0].form, texts(content.attachments[0].blocks)) == ("", ["Grid"])


@pytest.mark.parametrize("sentence", ["附件1所列单位应当报送。", "附件：见另页。"])
def test_a_sentence_on_attachments_is_no_label(sentence):
    content, _ = found(f"{BODY}{sentence}\n正文。\n{CLOSE}")
    assert sentence in texts(content.body) or content.attachments[0].title == "见另页"


@pytest.mark.parametrize("title", ["工作办法", "工作\n办法", "工作办法（试行）"])
def test_a_carried_text_is_known_by_what_the_title_quotes(title):
    plain = title.replace("\n", "")
    content, said = found(
        f"大工发〔2019〕7号\n关于印发《{plain}》的通知\n各单位：\n现印发给你们。\n{CLOSE}{title}\n第一条　甲。\n2019年4月1日\n"
    )
    assert (content.carried.title, texts(content.carried.blocks)) == (title, ["第一条　甲。", "2019年4月1日"])
    assert said == []


def test_attachments_of_a_carried_text_belong_to_it():
    content, _ = found(
        f"大工发〔2019〕7号\n关于印发《办法》的通知\n各单位：\n现印发给你们。\n{CLOSE}办法\n甲。\n附件：名单\n附件\n名单\n乙。"
    )
    assert [each.title for each in content.carried.attachments] == ["名单"]
    assert content.attachments == ()


@pytest.mark.parametrize(
    "lines",
    [
        "抄送：甲，乙。\n大连市总工会办公室　　2019年3月9日印发",
        "抄 送：甲，乙\n大连市总工会办公室\n2019年3月9日印发",
        "抄送：甲，\n乙。\n大连市总工会办公室 二〇一九年三月九日印发",
    ],
)
def test_an_imprint_is_read_in_all_its_forms(lines):
    content, _ = found(BODY + CLOSE + lines)
    assert (content.copies, content.printer, content.printed_on) == ("甲，乙", "大连市总工会办公室", "2019年3月9日")


@pytest.mark.parametrize("line", ["（共印60份）", "主题词：工会　通知", "抄报：省总工会。"])
def test_what_imprints_no_longer_have_is_told_of(line):
    assert warnings(BODY + CLOSE + line) == [f"版记里的“{line}”没有对应的栏目，没有导入"]


def test_half_a_line_of_printing_is_told_of():
    content, said = found(BODY + CLOSE + "2019年3月9日印发")
    assert (content.printer, content.printed_on) == ("", "")
    assert said == [(Severity.WARNING, "", "版记里有印发日期“2019年3月9日”，没有印发机关，两项都没有导入")]


def test_people_in_columns_are_a_roster():
    content, _ = found(f"{BODY}组  长：陈凤荣  市总工会副主席\n成  员：于  波  办公室主任\n王光宇  秘书长\n{CLOSE}")
    assert content.body[1] == Roster(
        (
            Member("组长", "陈凤荣", "市总工会副主席"),
            Member("成员", "于波", "办公室主任"),
            Member("", "王光宇", "秘书长"),
        )
    )


def test_people_below_a_label_stand_one_wide_space_apart():
    lines = "组　长：万志强　镇长\n副组长：易　敏　副镇长\n　　　　龙小云　人大副主席\n　　　　田　野　统计站站长\n"
    content, _ = found(f"{BODY}{lines}各村党支部书记\n{CLOSE}")
    assert [(each.label, each.name) for each in content.body[1].members] == [
        ("组长", "万志强"), ("副组长", "易敏"), ("", "龙小云"), ("", "田野"),
    ]  # fmt: skip


def test_chapters_one_wide_space_apart_are_no_people():
    content, _ = found(f"{BODY}{CLOSE}附件\n工作办法\n第一章　总则\n第二章　经营管理\n第三章　附则\n")
    assert texts(content.attachments[0].blocks) == ["第一章　总则", "第二章　经营管理", "第三章　附则"]


def test_a_title_with_a_line_that_no_paper_holds_is_left_to_be_broken_anew():
    long = "关于组织申报2025年度示例省重点研发计划项目工作的通知"
    assert element(f"示例省科学技术厅\n{long}\n各单位：\n正文。\n", "title") == f"示例省科学技术厅{long}"


@pytest.mark.parametrize("line", ["组长：陈凤荣、于波、王强", "联系人：王强  82610000", "组长：陈凤荣"])
def test_a_line_alone_is_no_roster(line):
    assert texts(element(f"{BODY}{line}\n{CLOSE}", "body")) == ["正文。", line]


def test_names_in_an_attachment_are_a_roster_without_labels():
    content, _ = found(f"{BODY}{CLOSE}附件\n名单\n于  波  王光宇  段建华\n周  萍  罗军胜  王  强")
    assert [member.name for member in content.attachments[0].blocks[0].members] == [
        "于波", "王光宇", "段建华", "周萍", "罗军胜", "王强",
    ]  # fmt: skip


def test_numbered_lines_of_an_attachment_are_entries_under_their_heading():
    content, _ = found(f"{BODY}{CLOSE}附件\n获奖名单\n一等奖\n1. 甲（乙）\n2. 丙（丁）\n二等奖\n1. 戊\n2. 己")
    assert content.attachments[0].blocks == (
        Entries("一等奖", ("甲（乙）", "丙（丁）")),
        Entries("二等奖", ("戊", "己")),
    )


@pytest.mark.parametrize("lines", ["1. 甲。\n2. 乙。", "1、甲\n2、乙", "1. 甲\n3. 乙", "1. 甲"])
def test_sentences_and_other_numbers_are_paragraphs(lines):
    content, _ = found(f"{BODY}{CLOSE}附件\n工作办法\n{lines}")
    assert texts(content.attachments[0].blocks) == lines.split("\n")


def test_numbered_lines_of_the_body_are_paragraphs_with_levels():
    assert [block.level for block in element(f"{BODY}1. 甲\n2. 乙\n{CLOSE}", "body")] == [0, 3, 3]


def test_tables_of_a_text_are_tables():
    assert element(f"{BODY}序号\t甲\n1\t乙\n{CLOSE}", "body")[1] == Grid(("序号", "甲"), (("1", "乙"),))


@pytest.mark.parametrize(
    ("head", "template"),
    [
        ("大工办发〔2019〕7号\n", "大工办发"),
        ("大连市总工会办公室文件\n", "大工办发"),
        ("大 连 市 总 工 会 文 件\n", "大工发"),
        ("大连市总工会办公室文件\n大工发〔2019〕7号\n", "大工发"),
        ("辽工发〔2019〕7号\n", "大工发"),
    ],
)
def test_the_template_is_chosen_by_number_and_mark(head, template):
    assert element(f"{head}关于试验的通知\n各单位：\n正文。", "template") == template


def test_a_template_that_nothing_tells_is_a_doubt():
    assert warnings("辽工发〔2019〕7号\n关于试验的通知\n各单位：\n正文。") == [
        "没有红头，文号是“辽工发〔2019〕7号”，认不出用哪个模板，先用了“大工发”"
    ]


def test_an_office_without_templates_gets_the_usual_name():
    assert found(BODY, House())[0].template == "大工发"


def test_elements_that_a_template_has_no_room_for_go_to_the_body():
    content, said = found("某市人民政府令\n第12号\n《规定》现予公布。\n市长　　李明\n2019年3月8日\n")
    assert (content.title, content.order_number, content.stamps) == ("某市人民政府令", "", ())
    assert texts(content.body) == ["第12号", "《规定》现予公布。", "市长　李明"]
    assert "模板“大工发”里没有“令号”的位置，它的文字放在了正文里" in [message for _, _, message in said]


def test_words_of_web_pages_around_a_title_are_told_of():
    text = (
        "当前位置：首页 > 通知\n关于试验的通知\n发布时间：2019-03-08　浏览次数：3\n大工发〔2019〕7号\n各单位：\n正文。"
    )
    assert warnings(text) == [
        "像是网页上的字，没有导入：当前位置：首页 > 通知",
        "像是网页上的字，没有导入：发布时间：2019-03-08　浏览次数：3",
    ]
    assert element(text, "number") == "大工发〔2019〕7号"


def test_what_is_written_otherwise_is_a_note():
    text = f"大工发[2019]07号\n关于试验的通知\n各单位：\n正文。\n附件：1．甲办法\n2．乙办法\n{CLOSE}附件1：\n甲办法\n甲。\n附件2\n乙办法\n乙。"
    assert notes(text) == [
        "原文写的是“大工发[2019]07号”，已改成“大工发〔2019〕7号”",
        "原文写的是“附件1：”，标签印出来是“附件1”",
        "附件说明原文写的是“附件：1．甲办法 2．乙办法”，印出来是“附件：1.甲办法 2.乙办法”",
    ]


def test_a_second_number_is_text():
    assert "大工发〔2019〕8号" in element(
        "大工发〔2019〕7号\n大工发〔2019〕8号\n关于试验的通知\n各单位：\n正文。", "title"
    )


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("000012", ("000012", "", "")),
        ("机密★1年　　特急", ("", "机密★1年", "特急")),
        ("000012　秘密　加急", ("000012", "秘密", "加急")),
    ],
)
def test_marks_above_the_head_stand_on_one_line_or_several(line, values):
    content, _ = found(f"{line}\n{BODY}{CLOSE}")
    assert (content.copy_number, content.secrecy, content.urgency) == values


@pytest.mark.parametrize("line", ["机密★长期", "平急", "内部资料", "№12345678"])
def test_a_mark_that_the_standard_does_not_have_is_told_of(line):
    content, said = found(f"{line}\n{BODY}{CLOSE}")
    assert (content.secrecy, content.title) == ("", "关于试验的通知")
    assert [message for _, _, message in said] == [f"版头里的“{line}”不合规定，没有导入"]


def test_the_secrecy_of_a_subject_is_no_mark():
    assert element("机密文件管理办法\n各单位：\n正文。", "title") == "机密文件管理办法"


@pytest.mark.parametrize(
    "head",
    [
        "示例市教育局\n示教函〔2022〕64号\n",
        "共青团示例市委员会\n示例市青年联合会　文件\n示青联发〔2018〕7号\n",
        "示例市教育局\n示例市公安局\n示例市财政局\n示教联发〔2022〕4号\n",
    ],
)
def test_organs_above_a_number_are_the_mark(head):
    content, _ = found(f"{head}示例市教育局\n关于商请协助的函\n各单位：\n正文。\n")
    assert content.title == "示例市教育局\n关于商请协助的函"
    assert content.number == head.splitlines()[-1]


def test_the_mark_of_minutes_is_no_title_where_a_title_follows():
    head = "示例区安委会会议纪要\n〔2025〕第2期\n示例区安委会办公室　　2025年4月11日\n"
    content, said = found(f"{head}第二次全体会议纪要\n4月9日，区安委会召开会议。\n会议议定：\n一、抓落实。\n")
    assert (content.title, content.organs, content.date) == ("第二次全体会议纪要", (), "")
    assert [spot for _, spot, _ in said][:2] == ["第2行", "第3行"]


def test_the_number_below_the_title_of_minutes_is_told_of():
    content, said = found("示例区安委会会议纪要\n第2期\n4月9日，区安委会召开会议。\n会议议定：\n一、抓落实。\n")
    assert content.title == "示例区安委会会议纪要"
    assert any("第2期" in message for *_, message in said)


def test_years_below_the_title_of_a_carried_text_belong_to_it():
    text = "关于印发示例市城市更新行动方案（2024—2026年）的通知\n各单位：\n现印发给你们。\n" + CLOSE
    carried = element(f"{text}示例市城市更新行动方案\n（2024—2026年）\n一、目标\n完成改造。\n", "carried")
    assert carried.title == "示例市城市更新行动方案\n（2024—2026年）"
