"""The noun CONTENT: which texts must come out, in which order."""

from docgen.content import Attachment, Carried, Content, Entries, Grid, Member, NewPage, Prose, Roster

FULL = Content(
    name="甲",
    template="大工发",
    title="关于\n试验的通知",
    body=(
        Prose(2, "（一）头。", "尾。"),
        Roster((Member("组长", "甲", "主席"),)),
        NewPage(),
        Entries("条", ("一", "二")),
        Grid(("列",), (("格",),)),
    ),
    copy_number="000001",
    number="大工发〔2026〕1号",
    signers=("赵", "钱"),
    carried=Carried("办\n法", (Prose(0, "", "第一条"),), (Attachment("表", form="表"),)),
    attachments=(Attachment("单", (Prose(0, "", "内"),)),),
    organs=("总工会",),
    date="2026年1月1日",
    copies="市委",
    printer="办公室",
    printed_on="2026年1月2日",
)


def test_the_texts_stand_in_the_order_of_the_page():
    assert FULL.texts == (
        "000001", "大工发〔2026〕1号", "赵", "钱", "关于试验的通知", "（一）头。尾。", "组长", "甲", "主席", "条", "一", "二",
        "列", "格", "单", "总工会", "2026年1月1日", "办法", "第一条", "表", "表", "单", "内", "市委", "办公室", "2026年1月2日",
    )  # fmt: skip


def test_attachments_of_a_carried_text_come_first():
    assert [attachment.title for attachment in FULL.all_attachments] == ["表", "单"]


def test_a_title_on_one_line_has_no_breaks():
    assert FULL.plain_title == "关于试验的通知"
    assert Attachment("甲\n乙").plain_title == "甲乙"


def test_an_empty_content_has_only_its_title_and_body():
    assert Content("甲", "大工发", "题", (Prose(0, "", "文"),)).texts == ("题", "文")
