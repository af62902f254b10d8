"""Random contents as `load` gives them, for laws: what is typed is tidied first, so that nothing else is possible."""

from hypothesis import strategies as st
from msgspec.structs import replace

from docgen.content import Attachment, Carried, Content, Entries, Grid, Member, NewPage, Roster, Stamp
from docgen.load.characters import one_line, tidy
from docgen.load.elements import addressees as bare_addressees
from docgen.load.elements import copies as bare_copies
from docgen.load.elements import file_stem, joined_name
from docgen.load.elements import remark as bare_remark
from docgen.load.levels import paragraph

HAN = "一二三四五十工会总市关于召开会议的通知附件第条月日年为了"
SIGNS = "，。、；：“”‘’（）《》〔〕—…·0123456789aZ .,:;-#'\"{}[]%&*!|>@`\\?~=（）()　"
CHARACTERS = st.sampled_from(HAN * 3 + SIGNS)
OPENINGS = ["", "", "一、", "（一）", "1. ", "2．", "（3）", "\\", "- ", "# ", "{{ 甲 }}", "附件：", "抄送：", "标题: "]


def cleaned(text):
    return one_line(tidy(text))


def texts(longest=30):
    written = st.builds("".join, st.lists(CHARACTERS, min_size=1, max_size=longest))
    return st.builds(lambda opening, text: cleaned(opening + text), st.sampled_from(OPENINGS), written).filter(bool)


WORDS = st.builds("".join, st.lists(st.sampled_from(HAN), min_size=2, max_size=8))
NAMES = st.builds(
    joined_name, st.one_of(WORDS, st.sampled_from(["于波", "王　强", "阿卜杜拉·买买提", "John Smith", "李"]))
)
SIGNERS = st.one_of(WORDS, st.sampled_from(["于波", "欧阳明", "李镕"]))
PROSE = st.builds(paragraph, texts(60)).filter(lambda prose: prose.head + prose.text != "")
MEMBERS = st.builds(Member, st.one_of(st.just(""), WORDS), NAMES, st.one_of(st.just(""), texts(12)))
ROSTERS = st.builds(Roster, st.lists(MEMBERS, min_size=1, max_size=4).map(tuple))
ENTRIES = st.builds(Entries, st.one_of(st.just(""), texts(10)), st.lists(texts(20), min_size=1, max_size=4).map(tuple))
CELLS = st.one_of(st.just(""), texts(8), st.builds(lambda a, b: f"{a}\n{b}", texts(5), texts(5)))


@st.composite
def grids(draw):
    columns = draw(st.integers(1, 4))
    row = st.lists(CELLS, min_size=columns, max_size=columns).map(tuple)
    head = draw(st.one_of(st.just(()), row))
    widths = draw(st.one_of(st.just(()), st.lists(st.integers(1, 9).map(float), min_size=columns, max_size=columns)))
    rows = draw(st.lists(row, min_size=1, max_size=3).map(tuple))
    return Grid(head, rows, tuple(widths), draw(st.booleans()))


BLOCKS = (
    st.lists(st.one_of(PROSE, PROSE, PROSE, ROSTERS, ENTRIES, grids(), st.just(NewPage())), min_size=1, max_size=6)
    .map(tuple)
    .filter(lambda blocks: any(not isinstance(block, NewPage) for block in blocks))
)
TITLES = st.lists(texts(20), min_size=1, max_size=3).map("\n".join)


@st.composite
def attachments(draw):
    if draw(st.booleans()):
        return Attachment(draw(TITLES), draw(BLOCKS), "", draw(st.booleans()))
    form = draw(WORDS)
    return Attachment(draw(st.sampled_from([form, form[0] + "\n" + form[1:]])), (), form, draw(st.booleans()))


ATTACHED = st.lists(attachments(), max_size=3).map(tuple)
CARRIED = st.builds(Carried, TITLES, BLOCKS, ATTACHED)
STAMPS = st.lists(st.builds(Stamp, texts(6), st.one_of(st.just(""), texts(4))), min_size=1, max_size=2).map(tuple)
ORGANS = st.lists(texts(12), max_size=3).map(tuple)
MAYBE = st.one_of(st.just(""), texts())


def dates():
    return (
        st.dates()
        .map(lambda day: f"{day.year}年{day.month}月{day.day}日")
        .filter(lambda text: len(text.split("年")[0]) == 4)
    )


@st.composite
def contents(draw):
    """A content of the general format, or a 令 without a title."""
    order = draw(st.booleans())
    stamps = draw(st.one_of(st.just(()), STAMPS))
    printed = draw(st.booleans())
    return Content(
        name="试验",
        template=file_stem(draw(WORDS)),
        title="" if order else draw(TITLES),
        order_number="第12号" if order else "",
        body=draw(BLOCKS),
        copy_number=draw(st.sampled_from(["", "000012"])),
        secrecy=draw(st.sampled_from(["", "机密★1年", "秘密"])),
        urgency=draw(st.sampled_from(["", "特急"])),
        number=draw(st.sampled_from(["", "大工发〔2026〕12号"])),
        signers=draw(st.lists(SIGNERS, max_size=3).map(tuple)),
        addressees=bare_addressees(draw(MAYBE)),
        carried=draw(st.one_of(st.none(), CARRIED)),
        attachments=draw(ATTACHED),
        attendees=draw(st.one_of(st.just(""), WORDS)),
        absentees=draw(st.one_of(st.just(""), WORDS)),
        observers=draw(st.one_of(st.just(""), WORDS)),
        stamps=stamps,
        organs=() if stamps else draw(ORGANS),
        sealed=False if stamps else draw(st.booleans()),
        date=draw(st.one_of(st.just(""), dates())),
        remark=bare_remark(draw(MAYBE)),
        copies=bare_copies(draw(MAYBE)),
        printer=draw(texts()) if printed else "",
        printed_on=draw(dates()) if printed else "",
    )


@st.composite
def notices(draw, forms):
    """A content that 大工发 has room for, with forms that there are."""
    given = draw(contents())

    def named(attached):
        return tuple(replace(each, title=draw(st.sampled_from(forms))) if each.form else each for each in attached)

    def formed(attached):
        return tuple(
            replace(each, form=each.title, landscape=each.landscape) if each.form else each for each in named(attached)
        )

    carried = given.carried and replace(given.carried, attachments=formed(given.carried.attachments))
    return replace(
        given,
        template="大工发",
        title=given.title or draw(TITLES),
        order_number="",
        attendees="",
        stamps=(),
        absentees="",
        observers="",
        attachments=formed(given.attachments),
        carried=carried,
    )
