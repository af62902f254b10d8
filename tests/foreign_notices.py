"""Notices as other offices make them: by hand in Word, without styles, each with the habits of its writer.

Each gives the bytes of a file and what must be found in it; the texts are made up.
"""

from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx_files import png

RED = RGBColor(0xFF, 0, 0)


class Page:
    """A document written paragraph by paragraph with direct formatting, all in the style Normal."""

    def __init__(self):
        self.file = docx.Document()

    def add(self, text, **look):
        """A paragraph; `look` changes size, face, align, bold, red, indent, right, new_page."""
        look = {"size": 16, "face": "仿宋", "align": None, **look}
        paragraph = self.file.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.font.bold = Pt(look["size"]), look.get("bold")
        if look.get("red"):
            run.font.color.rgb = RED
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for name in ("ascii", "hAnsi", "eastAsia"):
            fonts.set(qn(f"w:{name}"), look["face"])
        form = paragraph.paragraph_format
        form.alignment = {"center": ALIGN.CENTER, "right": ALIGN.RIGHT}.get(look["align"])
        form.first_line_indent, form.right_indent = Pt(look.get("indent", 0)), Pt(look.get("right", 0))
        form.page_break_before = look.get("new_page", False)
        return paragraph

    def mark(self, text, **more):
        return self.add(text, size=48, face="方正小标宋简体", align="center", red=True, **more)

    def title(self, *lines, **more):
        for line in lines:
            self.add(line, size=22, face="方正小标宋简体", align="center", **more)

    def body(self, *texts):
        for text in texts:
            self.add(text, indent=32)

    def white(self, count=1):
        for _ in range(count):
            self.file.add_paragraph()

    def table(self, *rows, style="Table Grid"):
        table = self.file.add_table(len(rows), len(rows[0]), style=style)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return table

    def bytes(self):
        buffer = BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


def plain_notice():
    """The usual notice: red head, number, title on two lines, heads with numbers, signature at the right."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发〔2019〕7号", align="center")
    page.white()
    page.title("关于开展2019年度", "职工书屋建设工作的通知")
    page.white()
    page.add("各区市县总工会、产业工会：")
    page.body("为推进职工书屋建设，现将有关事项通知如下：")
    page.add("一、工作目标", face="黑体", indent=32)
    page.body("全年新建职工书屋50家。")
    page.add("（一）基本条件。面积不少于30平方米。", face="楷体", indent=32)
    page.body("1. 藏书不少于1000册。", "2. 有专人管理。")
    page.white(2)
    page.add("大连市总工会", align="right", right=64)
    page.add("2019年3月8日", align="right", right=64)
    page.body("（此件公开发布）")
    return page.bytes(), {
        "template": "大工发",
        "number": "大工发〔2019〕7号",
        "title": "关于开展2019年度\n职工书屋建设工作的通知",
        "addressees": "各区市县总工会、产业工会",
        "levels": [0, 1, 0, 2, 3, 3],
        "organs": ("大连市总工会",),
        "date": "2019年3月8日",
        "remark": "此件公开发布",
    }


def spaces_for_alignment():
    """Nothing is aligned but by spaces; the number has square brackets and spaces, the date Chinese digits."""
    page = Page()
    page.add("          大 连 市 总 工 会 办 公 室 文 件", size=30, red=True)
    page.add("                大工办发 [2016] 第 03 号")
    page.add("        关于做好2016年度工会财务决算工作的通知", size=22, face="黑体")
    page.add("各区市县总工会、开放先导区总工会：")
    page.add("　　根据上级要求，请做好决算工作。")
    page.add("　　一、时间要求")
    page.add("　　请于２０１６年１月２０日前报送。")
    page.add("                                大连市总工会办公室")
    page.add("                                二○一六年一月五日")
    return page.bytes(), {
        "template": "大工办发",
        "number": "大工办发〔2016〕3号",
        "title": "关于做好2016年度工会财务决算工作的通知",
        "addressees": "各区市县总工会、开放先导区总工会",
        "levels": [0, 1, 0],
        "organs": ("大连市总工会办公室",),
        "date": "2016年1月5日",
    }


def soft_returns():
    """Pasted from a web page: every paragraph but the title is one, with line breaks in it."""
    page = Page()
    page.title("关于举办职工篮球赛的通知")
    page.add("大工办发〔2018〕22号", align="center")
    page.add(
        "各产业工会：\n　　定于2018年6月1日举办职工篮球赛，现将有关事项通知如下：\n　　一、时间\n　　6月1日上午9时。\n"
        "　　二、地点\n　　市体育馆。"
    )
    page.add("大连市总工会办公室\n2018年5月10日", align="right")
    return page.bytes(), {
        "template": "大工办发",
        "number": "大工办发〔2018〕22号",
        "title": "关于举办职工篮球赛的通知",
        "addressees": "各产业工会",
        "levels": [0, 1, 0, 1, 0],
        "organs": ("大连市总工会办公室",),
        "date": "2018年5月10日",
    }


def automatic_numbers():
    """Heads and items are numbered by Word: their numbers stand in no run."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发（2020）15号", align="center")
    page.title("关于加强疫情防控工作的通知")
    page.add("各级工会组织：")
    page.body("现就有关工作通知如下：")
    numbering = page.file.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in ((0, "提高认识"), (1, "加强领导。"), (1, "落实责任。"), (0, "加强保障")):
        paragraph = page.add(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    page.body("特此通知。")
    page.add("大连市总工会", align="right")
    page.add("2020年2月3日", align="right")
    return page.bytes(), {
        "template": "大工发",
        "number": "大工发〔2020〕15号",
        "title": "关于加强疫情防控工作的通知",
        "addressees": "各级工会组织",
        "levels": [0, 1, 3, 3, 1, 0],
        "lines": {1: "一、提高认识", 2: "1. 加强领导。", 4: "二、加强保障"},
        "organs": ("大连市总工会",),
        "date": "2020年2月3日",
    }


def head_in_a_text_box():
    """The red head stands in a text box, the red rule is a drawing."""
    page = Page()
    paragraph = page.file.add_paragraph()
    run = paragraph.add_run()
    run._r.append(parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5000000" cy="900000"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>'
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="90"/></w:rPr>'
        "<w:t>大连市总工会文件</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice></mc:AlternateContent>"
    ))  # fmt: skip
    page.add("大工发〔2015〕31 号", align="center")
    page.title("关于表彰先进集体的决定")
    page.add("各区市县总工会：")
    page.body("决定授予中山区总工会等单位先进集体称号。")
    page.add("大连市总工会", align="right")
    page.add("2015年5月1日", align="right")
    return page.bytes(), {
        "template": "大工发",
        "number": "大工发〔2015〕31号",
        "title": "关于表彰先进集体的决定",
        "addressees": "各区市县总工会",
        "organs": ("大连市总工会",),
        "date": "2015年5月1日",
    }


def head_as_a_picture():
    """The red head is a picture: only the number tells the template."""
    page = Page()
    page.file.add_paragraph().add_run().add_picture(BytesIO(png()), width=Mm(150))
    page.add("大工办发〔2021〕4号", align="center")
    page.title("关于调整办公时间的通知")
    page.add("机关各部门：")
    page.body("自2021年5月1日起，办公时间调整为8时30分至17时。")
    page.add("大连市总工会办公室", align="right")
    page.add("2021年4月20日", align="right")
    return page.bytes(), {
        "template": "大工办发",
        "title": "关于调整办公时间的通知",
        "addressees": "机关各部门",
        "date": "2021年4月20日",
        "said": "图片没有导入",
    }


def imprint_as_a_table():
    """版记 as a table with rules above and below; 密级 and 紧急程度 on one line; signers."""
    page = Page()
    page.add("000123")
    page.add("机密★2年　　　　　　　　　特急", face="黑体")
    page.mark("大连市总工会文件")
    page.add("大工发〔2022〕8号　　　　　　签发人：于　波　段建华")
    page.title("关于成立职工服务中心的请示")
    page.add("中共大连市委：")
    page.body("拟成立职工服务中心。", "妥否，请批示。")
    page.add("大连市总工会", align="right")
    page.add("2022年6月9日", align="right")
    page.add("（联系人：王强，电话：82610000）")
    table = page.table(("抄送：市委办公室，市编委办。", ""), ("大连市总工会办公室", "2022年6月9日印发"))
    table.cell(0, 0).merge(table.cell(0, 1))
    return page.bytes(), {
        "copy_number": "000123",
        "secrecy": "机密★2年",
        "urgency": "特急",
        "number": "大工发〔2022〕8号",
        "signers": ("于波", "段建华"),
        "title": "关于成立职工服务中心的请示",
        "addressees": "中共大连市委",
        "organs": ("大连市总工会",),
        "remark": "联系人：王强，电话：82610000",
        "copies": "市委办公室，市编委办",
        "printer": "大连市总工会办公室",
        "printed_on": "2022年6月9日",
    }


def imprint_as_paragraphs():
    """版记 as paragraphs, with words on the number of copies that the standard no longer has; 主题词 above it."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发[2009]45号", align="center")
    page.title("关于印发《工会经费管理办法》的通知")
    page.add("各产业工会：")
    page.body("现将《工会经费管理办法》印发给你们，请遵照执行。")
    page.add("大连市总工会", align="right")
    page.add("二〇〇九年七月三日", align="right")
    page.title("工会经费管理办法", new_page=True)
    page.body("第一条　为加强管理，制定本办法。", "第二条　本办法自发布之日起施行。")
    page.add("主题词：工会　经费　办法　通知", face="黑体")
    page.add("抄送：省总工会，市委办公室，")
    page.add("市财政局。")
    page.add("大连市总工会办公室　　　　　　　　2009年7月3日印发")
    page.add("（共印200份）")
    return page.bytes(), {
        "number": "大工发〔2009〕45号",
        "title": "关于印发《工会经费管理办法》的通知",
        "date": "2009年7月3日",
        "carried": "工会经费管理办法",
        "copies": "省总工会，市委办公室，市财政局",
        "printer": "大连市总工会办公室",
        "said": "共印200份",
    }


def attachments_by_hand():
    """附件说明 after the signature, labels with Chinese numbers or titles behind them, a table with a head, a 名单."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发〔2023〕3号", align="center")
    page.title("关于成立安全生产领导小组的通知")
    page.add("机关各部门、直属各单位：")
    page.body("经研究，决定成立安全生产领导小组。")
    page.body("附件：1．领导小组成员名单", "　　　2．隐患排查台账；", "　　　3．工作制度")
    page.add("大连市总工会", align="right")
    page.add("2023年2月1日", align="right")
    page.add("附件一", face="黑体", new_page=True)
    page.title("领导小组成员名单")
    page.add("组　长：陈凤荣　　市总工会常务副主席")
    page.add("副组长：曲朝阳　　市总工会副主席")
    page.add("成　员：于　波　　办公室主任")
    page.add("　　　　王光宇　　秘书长")
    page.add("附件2：隐患排查台账", face="黑体", new_page=True)
    page.table(("序号", "部位", "隐患"), ("1", "机房", "线路老化"), ("2", "食堂", ""))
    page.add("附 件 3", face="黑体", new_page=True)
    page.title("工作制度")
    page.body("一、例会制度", "每月召开一次例会。")
    return page.bytes(), {
        "title": "关于成立安全生产领导小组的通知",
        "addressees": "机关各部门、直属各单位",
        "organs": ("大连市总工会",),
        "attachments": ["领导小组成员名单", "隐患排查台账", "工作制度"],
        "kinds": [["Roster"], ["Grid"], ["Prose", "Prose"]],
    }


def joint_notice():
    """Several organs share mark and signature; each signs on its line."""
    page = Page()
    page.mark("大连市总工会")
    page.mark("大连市教育局　文件")
    page.add("大工发〔2017〕40号", align="center")
    page.title("关于联合开展师德师风建设活动的通知")
    page.add("各区市县总工会、教育局：")
    page.body("决定联合开展活动，请认真组织。")
    page.add("大连市总工会　　　　大连市教育局", align="center")
    page.add("2017年9月10日", align="right", right=64)
    return page.bytes(), {
        "template": "大工发",
        "addressees": "各区市县总工会、教育局",
        "organs": ("大连市总工会", "大连市教育局"),
        "date": "2017年9月10日",
    }


def work_plan():
    """No head, no number, no addressee: a plan alone."""
    page = Page()
    page.title("2024年工会工作要点")
    page.body(
        "2024年工会工作的总体要求是：服务大局。", "一、思想引领", "（一）加强学习。", "二、权益维护", "做好工作。"
    )
    page.add("大连市总工会办公室", align="right")
    page.add("2024年1月8日", align="right")
    return page.bytes(), {
        "template": "大工办发",
        "title": "2024年工会工作要点",
        "number": "",
        "addressees": "",
        "levels": [0, 1, 2, 1, 0],
        "organs": ("大连市总工会办公室",),
    }


def unfilled_date():
    """A draft: number and date are left open, tables are drawn by hand with merged cells, a header and a footnote."""
    page = Page()
    page.file.sections[0].header.paragraphs[0].text = "内部资料　注意保存"
    page.mark("大连市总工会文件")
    page.title("关于报送统计报表的通知")
    page.add("各区市县总工会：")
    page.body("请填写下表。")
    table = page.table(("单位", "人数", ""), ("", "男", "女"), ("中山区总工会", "10", "12"))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    page.body("特此通知。")
    page.add("大连市总工会", align="right")
    page.add("2025年  月  日", align="right")
    return page.bytes(), {
        "template": "大工发",
        "title": "关于报送统计报表的通知",
        "organs": ("大连市总工会",),
        "date": "",
        "said": "成文日期“2025年  月  日”不完整",
        "body kinds": ["Prose", "Grid", "Prose"],
    }


def letter_reply():
    """A 批复 with one addressee, the title begins with the organ, styles of Word (Title, Heading 1)."""
    page = Page()
    page.add("大工办发〔2014〕60号", align="right")
    page.file.add_paragraph("大连市总工会关于同意成立工会联合会的批复", style="Title")
    page.add("高新区总工会:")
    page.body(
        "你会《关于成立工会联合会的请示》收悉。经研究，批复如下:",
        "一、同意成立工会联合会。",
        "二、请按程序办理。",
        "此复。",
    )
    page.add("    大连市总工会办公室    2014年11月3日", align="right")
    return page.bytes(), {
        "number": "大工办发〔2014〕60号",
        "title": "大连市总工会关于同意成立工会联合会的批复",
        "addressees": "高新区总工会",
        "levels": [0, 1, 1, 0],
        "organs": ("大连市总工会办公室",),
        "date": "2014年11月3日",
    }


def page_breaks_in_runs():
    """Page breaks are characters; the 附件 have neither note nor title line of their own look."""
    page = Page()
    page.mark("大连市总工会办公室文件")
    page.add("大工办发〔2012〕9号", align="center")
    page.title("关于召开座谈会的通知")
    page.add("有关单位：")
    page.body("定于3月召开座谈会，回执见附件。")
    page.add("大连市总工会办公室", align="right")
    page.add("2012年2月20日", align="right")
    page.file.paragraphs[-1].add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    page.add("附件：")
    page.add("座谈会回执", align="center", size=22)
    page.table(("单位", ""), ("姓名", ""), ("电话", ""))
    return page.bytes(), {
        "number": "大工办发〔2012〕9号",
        "addressees": "有关单位",
        "date": "2012年2月20日",
        "attachments": ["座谈会回执"],
        "kinds": [["Grid"]],
    }


def opinion_with_changes():
    """An 意见 with a date below its title, headings of Word, tracked changes, a bullet."""
    page = Page()
    page.add("大连市总工会关于加强基层组织建设的意见", size=22, align="center", bold=True)
    page.add("（2022年3月1日）", align="center")
    page.add("各级工会：")
    page.file.add_paragraph("一、总体要求", style="Heading 1")
    page.body("坚持党的领导。")
    page.file.add_paragraph("（一）基本原则", style="Heading 2")
    page.body("1．突出重点；", "（1）抓落实；")
    paragraph = page.add("加强", indent=32)
    for change, text in (("ins", "t"), ("del", "delText")):
        mark = f'{nsdecls("w")} w:id="1" w:author="甲"'
        paragraph._p.append(parse_xml(f"<w:{change} {mark}><w:r><w:{text}>组织</w:{text}></w:r></w:{change}>"))
    paragraph.add_run("领导。")
    page.file.add_paragraph("加强宣传", style="List Bullet")
    page.add("大连市总工会", align="right")
    page.add("2022年3月1日", align="right")
    return page.bytes(), {
        "title": "大连市总工会关于加强基层组织建设的意见",
        "addressees": "各级工会",
        "levels": [0, 1, 0, 2, 3, 4, 0, 0],
        "lines": {0: "（2022年3月1日）", 6: "加强组织领导。"},
        "organs": ("大连市总工会",),
        "said": "标题下面的“（2022年3月1日）”放在了正文开头",
    }


def signature_in_a_table():
    """Signature and date stand in a table without rules, an empty cell left of them."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发〔2019〕30号", align="center")
    page.title("关于举办培训班的通知")
    page.add("各单位：")
    page.body("定于6月举办培训班。", "联系人：王强，电话：82610000")
    table = page.file.add_table(2, 2)
    table.cell(0, 1).text, table.cell(1, 1).text = "大连市总工会", "2019年6月3日"
    return page.bytes(), {"organs": ("大连市总工会",), "date": "2019年6月3日", "levels": [0, 0]}


def turned_attachment():
    """The 附件 is a table on a turned sheet in a section of its own; the 版记 stands behind it."""
    page = Page()
    page.mark("大连市总工会文件")
    page.add("大工发〔2019〕31号", align="center")
    page.title("关于报送统计表的通知")
    page.add("各单位：")
    page.body("请报送。", "附件：统计表")
    page.add("大连市总工会", align="right")
    page.add("2019年6月3日", align="right")
    section = page.file.add_section()
    section.page_width, section.page_height = section.page_height, section.page_width
    page.add("附件")
    page.title("统计表")
    page.table(("单位", "人数", "备注"), ("甲", "10", ""), ("乙", "20", ""))
    section = page.file.add_section()
    section.page_width, section.page_height = section.page_height, section.page_width
    page.add("抄送：省总工会。")
    page.add("大连市总工会办公室        2019年6月4日印发")
    return page.bytes(), {
        "attachments": ["统计表"],
        "kinds": [["Grid"]],
        "turned": [True],
        "copies": "省总工会",
        "printed_on": "2019年6月4日",
    }


def forwarded_notice():
    """转发: the notice of another organ follows with its own head, number, addressee and signature."""
    page = Page()
    page.mark("大连市总工会办公室文件")
    page.add("大工办发〔2020〕6号", align="center")
    page.title("大连市总工会办公室转发省总工会办公室", "关于做好防疫工作的通知")
    page.add("各区市县总工会：")
    page.body("现将省总工会办公室《关于做好防疫工作的通知》转发给你们，请遵照执行。")
    page.add("大连市总工会办公室", align="right")
    page.add("2020年2月1日", align="right")
    page.mark("辽宁省总工会办公室文件", new_page=True)
    page.add("辽工办发〔2020〕2号", align="center")
    page.title("关于做好防疫工作的通知")
    page.add("各市总工会：")
    page.body("请做好防疫工作。")
    page.add("辽宁省总工会办公室", align="right")
    page.add("2020年1月28日", align="right")
    return page.bytes(), {
        "number": "大工办发〔2020〕6号",
        "title": "大连市总工会办公室转发省总工会办公室\n关于做好防疫工作的通知",
        "organs": ("大连市总工会办公室",),
        "date": "2020年2月1日",
        "carried": "关于做好防疫工作的通知",
        "said": "所转发文件的红头和文号放在了它的正文开头",
    }


def order_of_a_government():
    """A 令, for which the office has no template: nothing of it is lost."""
    page = Page()
    page.mark("大连市人民政府令")
    page.add("第 158 号", align="center")
    page.body("《大连市职工权益保障办法》已经市政府常务会议通过，现予公布。")
    page.add("市　长　　李　明", align="right")
    page.add("2019年12月1日", align="right")
    page.title("大连市职工权益保障办法", new_page=True)
    page.body("第一条　为保障职工权益，制定本办法。")
    return page.bytes(), {
        "title": "大连市人民政府令",
        "lines": {0: "第158号", 2: "市长　李明"},
        "date": "2019年12月1日",
        "carried": "大连市职工权益保障办法",
        "said": "模板“大工发”里没有“令号”的位置，它的文字放在了正文里",
    }


NOTICES = (
    plain_notice,
    spaces_for_alignment,
    soft_returns,
    automatic_numbers,
    head_in_a_text_box,
    head_as_a_picture,
    imprint_as_a_table,
    imprint_as_paragraphs,
    attachments_by_hand,
    joint_notice,
    work_plan,
    unfilled_date,
    letter_reply,
    page_breaks_in_runs,
    opinion_with_changes,
    signature_in_a_table,
    turned_attachment,
    forwarded_notice,
    order_of_a_government,
)
