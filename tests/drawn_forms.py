"""Forms as a clerk may draw them, unlike those of the office: grids, labels above, lists, boxes in rows, merged labels."""

import docx

from docgen.form import Field, Form, Kind
from docgen.package import package_bytes

YES_NO = ("是", "否")
GRADES = ("好", "较好", "一般", "差")
MARKED = "住宿：□是　□否　　　清真：□是　□否"


def drawn(title, *blocks):
    """A template: a text is a line, a list of rows a table; None goes on the cell above, "<" the cell to the left."""
    document = docx.Document()
    document.add_paragraph(title)
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _add_table(document, block)
            document.add_paragraph()
    return package_bytes(document)


def _add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    cells = [list(row.cells) for row in table.rows]
    for number, texts in enumerate(rows):
        for at, text in enumerate(texts):
            if text not in (None, "<"):
                cells[number][at].text = text
    for number, texts in enumerate(rows):
        for at, text in enumerate(texts):
            width = next((end for end in range(at + 1, len(texts)) if texts[end] != "<"), len(texts)) - at
            height = (
                next((end for end in range(number + 1, len(rows)) if rows[end][at] is not None), len(rows)) - number
            )
            if text not in (None, "<") and (width > 1 or height > 1):
                cells[number][at].merge(cells[number + height - 1][at + width - 1])


def _form(name, *fields, file_name=""):
    given = tuple(Field(each) if isinstance(each, str) else each for each in fields)
    return Form(name, given, file_name=file_name)


RECEIPT = (
    _form(
        "会议回执",
        "单位名称",
        "联系人",
        Field("手机", Kind.PHONE),
        Field("邮箱", Kind.EMAIL),
        Field("报到日期", Kind.DATE),
        Field("费用", Kind.MONEY),
        Field("住宿", Kind.BOXES, most=1, choices=YES_NO),
        Field("清真", Kind.BOXES, most=1, choices=YES_NO),
        Field("备注", Kind.LONG),
        file_name="{单位名称}",
    ),
    drawn(
        "会议回执",
        [
            ("单位名称", "{{ 单位名称 }}", "<", "<"),
            ("联系人", "{{ 联系人 }}", "手机", "{{ 手机 }}"),
            ("邮箱", "{{ 邮箱 }}", "报到日期", "{{ 报到日期 }}"),
            ("费用（元）", "{{ 费用 }}", "食宿", MARKED),
            ("备注", "{{ 备注 }}", "<", "<"),
        ],
    ),
)
ABOVE = (
    _form("推荐对象简表", "姓名", "性别", Field("出生年月", Kind.TEXT), "职务", Field("事迹", Kind.LONG), "推荐理由"),
    drawn(
        "推荐对象简表",
        [
            ("姓名", "性别", "出生年月", "职务"),
            ("{{ 姓名 }}", "{{ 性别 }}", "{{ 出生年月 }}", "{{ 职务 }}"),
            ("主要事迹", "<", "<", "<"),
            ("{{ 事迹 }}", "<", "<", "<"),
            ("推荐理由", "<", "<", "<"),
            ("{{ 推荐理由 }}", "<", "<", "<"),
        ],
    ),
)
LIST = (
    _form(
        "参赛人员名单",
        "领队",
        *(
            Field(f"{what}{number}", kind)
            for number in (1, 2, 3)
            for what, kind in (("姓名", Kind.TEXT), ("年龄", Kind.INTEGER), ("电话", Kind.PHONE))
        ),
    ),
    drawn(
        "参赛人员名单",
        "领队：{{ 领队 }}",
        [
            ("序号", "姓名", "年龄", "电话"),
            *(
                (str(number), f"{{{{ 姓名{number} }}}}", f"{{{{ 年龄{number} }}}}", f"{{{{ 电话{number} }}}}")
                for number in (1, 2, 3)
            ),
        ],
    ),
)
SURVEY = (
    _form(
        "职工满意度调查表",
        Field("服务态度", Kind.BOXES, most=1, choices=GRADES),
        Field("办事效率", Kind.BOXES, most=1, choices=GRADES),
        Field("工作环境", Kind.BOXES, most=1, choices=GRADES),
        Field("渠道", Kind.BOXES, choices=("微信", "电话", "来访", "其他")),
        Field("建议", Kind.LONG),
    ),
    drawn(
        "职工满意度调查表",
        [
            ("项目", "评价"),
            ("服务态度", "好□　较好□　一般□　差□"),
            ("办事效率", "好□　较好□　一般□　差□"),
            ("工作环境", "□好 □较好 □一般 □差"),
            ("了解渠道", "微信□\n电话□\n来访□\n其他□"),
            ("建议", "{{ 建议 }}"),
        ],
    ),
)
PEOPLE = (
    _form(
        "项目人员登记表",
        "项目",
        "负责人姓名",
        "负责人职务",
        "联系人姓名",
        "联系人职务",
        Field("电话", Kind.PHONE),
        "地址",
        "县",
        "乡",
    ),
    drawn(
        "项目人员登记表",
        "{{ 县 }}县（市、区）　　{{ 乡 }}乡镇",
        [
            ("项目", "{{ 项目 }}", "<", "<", "<"),
            ("负责人", "姓名", "{{ 负责人姓名 }}", "职务", "{{ 负责人职务 }}"),
            ("联系人", "姓名", "{{ 联系人姓名 }}", "职务", "{{ 联系人职务 }}"),
            ("通\n讯", "{{ 电话 }}", "<", "<", "<"),
            (None, "{{ 地址 }}", "<", "<", "<"),
        ],
    ),
)
LINES = (
    _form(
        "入会申请书",
        "姓名",
        "家庭住址",
        "工作单位",
        Field("性别", Kind.BOXES, most=1, choices=("男", "女")),
        Field("入职日期", Kind.DATE),
    ),
    drawn(
        "入会申请书",
        "姓　　名：{{ 姓名 }}　　性别：□男　□女",
        "家庭住址：{{ 家庭住址 }}",
        "工作单位：{{ 工作单位 }}，入职日期：{{ 入职日期 }}。",
        "本人自愿加入中国工会。",
    ),
)
DRAWN = (RECEIPT, ABOVE, LIST, SURVEY, PEOPLE, LINES)
