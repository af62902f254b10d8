"""Sentences as a federation of trade unions writes them: enough of them that no page looks like another."""

from __future__ import annotations

from itertools import cycle, islice

SENTENCES = (
    "各级工会要深入学习贯彻党的十九大精神，切实增强“四个意识”，坚定不移走中国特色社会主义工会发展道路。",
    "坚持以职工为中心的工作导向，把维护职工合法权益、竭诚服务职工群众作为工会一切工作的出发点和落脚点。",
    "截至2017年底，全市新建基层工会1,286家，发展会员52,340人，其中农民工会员31,905人，占60.96%。",
    "对符合条件的困难职工，按照“一户一档、一户一策”的要求建档立卡，做到底数清、情况明、措施实、效果好。",
    "请于2018年1月31日前将《申报表》（一式3份）及电子版报送市总工会经济技术部（邮箱：dlghjjb@163.com）。",
    "要广泛开展“当好主人翁、建功新时代”主题劳动和技能竞赛，大力弘扬劳模精神、劳动精神、工匠精神；",
    "评选工作坚持公开、公平、公正的原则，自下而上，逐级推荐，民主评议，择优申报，严格审核。",
    "凡有下列情形之一的，不得参加评选：（1）发生重大安全生产事故；（2）拖欠职工工资；（3）未依法建立工会组织。",
    "市总工会将组成检查组，采取听取汇报、查阅资料、实地察看等方式，对各单位落实情况进行督促检查，检查结果予以通报。",
    "经费按照《工会法》第四十二条的规定列支，不得挤占、截留、挪用，违者依纪依法严肃追究责任。",
    "联系人：李镕、王喆；联系电话：0411-83630000转8012；传真：0411-83634567。",
    "推广应用“互联网+工会”普惠性服务平台，年内实现APP注册会员30万人、签约商家500户以上。",
)


def text(sentences: int, start: int = 0) -> str:
    """A paragraph of so many sentences."""
    return "".join(islice(cycle(SENTENCES), start % len(SENTENCES), start % len(SENTENCES) + sentences))


def texts(count: int, sentences: int = 3) -> list[str]:
    """Paragraphs, each beginning with another sentence."""
    return [text(1 + (at * 2 + sentences) % (2 * sentences - 1), at * 5) for at in range(count)]


SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("伟", "秀英", "建国", "丽", "志强", "桂兰", "玉", "海涛", "晓东", "淑珍", "永", "文博", "雪", "天佑")
DISTRICTS = (
    "中山区",
    "西岗区",
    "沙河口区",
    "甘井子区",
    "旅顺口区",
    "金州新区",
    "普兰店市",
    "瓦房店市",
    "庄河市",
    "长海县",
)
TRADES = ("机械冶金", "交通运输", "轻工纺织", "财贸金融", "教科文卫", "建设系统", "电子信息")
POSTS = ("工会主席", "车间主任", "高级技师", "班组长", "主管护师", "一级教师", "工会副主席、经审委主任")


def names(count: int) -> list[str]:
    """Names of people."""
    return [SURNAMES[at * 7 % len(SURNAMES)] + GIVEN[at * 5 % len(GIVEN)] for at in range(count)]


def units(count: int) -> list[str]:
    """Names of places of work."""
    return [
        f"大连{DISTRICTS[at * 3 % len(DISTRICTS)]}{TRADES[at % len(TRADES)]}第{at + 1}有限公司" for at in range(count)
    ]
