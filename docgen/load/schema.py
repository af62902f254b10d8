"""What a content file may hold: the models of the whole, of 印发 and of 附件, every value checked.

Errors are translated by `complaints`; `json_schema` is for editors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from docgen.load import dates, elements
from docgen.load.forms import FieldText
from docgen.load.parts import (
    Block,
    Body,
    Element,
    EntryList,
    Flag,
    Line,
    Lines,
    ListFile,
    MaybeLines,
    RosterRow,
    Table,
    no_mapping,
    present,
)
from docgen.load.refusal import instead, refusal
from docgen.load.stamps import StampLine, Stamps
from docgen.load.stock import Known, on_the_shelf

Name = Annotated[Line, AfterValidator(elements.file_stem)]


def _template(name: str, info: ValidationInfo) -> str:
    return on_the_shelf(name, _known(info).stock.templates, "模板", "templates_docx/notices")


def _form(name: str, info: ValidationInfo) -> str:
    return on_the_shelf(name, _known(info).stock.forms, "表格", "templates_docx/forms")


def _known(info: ValidationInfo) -> Known:
    return info.context or Known()


def _form_name(value: object) -> object:
    if isinstance(value, str):
        return value
    raise refusal("应是一张表的名字", "文字里的表格写在“正文”下面：“- 表格:”；附件的表写“- 表格: 表名”")


class AttachedText(Element):
    """An item of 附件: a form by name, or a text with a title."""

    form: Annotated[Name, BeforeValidator(_form_name), AfterValidator(_form)] = Field(
        default="", alias="表格", description="templates_docx/forms 里一张表的名字"
    )
    title: Lines = Field(default=(), alias="标题", description="附件的标题；附件说明由它生成")
    body: Body = Field(default=(), alias="正文", description="附件的正文")
    landscape: Flag = Field(default=False, alias="横排", description="这个附件是否横排：是或否，默认否")

    @model_validator(mode="after")
    def _form_or_text(self) -> AttachedText:
        if self.form and self.title and "".join(self.title) != self.form:
            raise refusal(f"的标题与表名“{self.form}”不一样", "表的标题写在表里，这里不必写“标题”")
        if self.form and self.body:
            raise refusal("“表格”和“正文”只能写一个", "一张表一项，一篇文字一项")
        if not self.form and not self.body:
            raise refusal("缺少“正文”", "附件写“表格: 表名”，或写“标题”和“正文”")
        if not self.form and not self.title:
            raise refusal("缺少“标题”", "附件说明由它生成")
        return self


ATTACHMENT_HINT = "表请写“- 表格: 表名”；文字请写“- 标题: …”和“正文: |”"


def _no_bare_text(value: object) -> object:
    if isinstance(value, str):
        raise instead(value, "没有说明它是表还是文字", ATTACHMENT_HINT)
    return value


def _attachment_list(value: object) -> object:
    """A single attachment needs no list."""
    if isinstance(value, dict):
        return [value]
    if value == []:
        raise refusal("一项也没有", "没有附件就把“附件”删去")
    return _no_bare_text(value)


Attached = Annotated[
    tuple[Annotated[AttachedText, BeforeValidator(_no_bare_text)], ...], BeforeValidator(_attachment_list)
]


class CarriedText(Element):
    """印发."""

    title: Lines = Field(alias="标题", description="所印发的办法、要点等的标题")
    body: Body = Field(alias="正文", description="所印发的办法、要点等的正文")
    attachments: Attached = Field(default=(), alias="附件", description="所印发的办法、要点等自己的附件")


def _named(value: object) -> object:
    """A text is a list of the names in it."""
    return elements.names(elements.bare(value, "签发人")) if isinstance(value, str) else no_mapping(value)


def _title_or_order(lines: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """10.2: a 令 has a number and no title; every other document has a title."""
    if any(lines) or info.data.get("order_number", "refused already"):
        return tuple(line for line in lines if line)
    raise PydanticCustomError("missing", "no title")


def _unlabelled(label: str) -> Callable[[str], str]:
    """A text without the label that the template prints."""
    return lambda text: elements.bare(text, label)


def _nothing(value: object) -> dict[str, Any]:
    """数据 is read by `lists`, before the models see it."""
    return {}


Data = Annotated[
    dict[str, Any],
    PlainValidator(_nothing, json_schema_input_type=dict[str, list[str] | list[dict[str, str | float]] | ListFile]),
]
Digits: JsonDict = {"type": ["string", "integer"]}
Urgencies: JsonDict = {"enum": [*elements.URGENCIES]}


class Notice(Element):
    """A content file."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["标题"]}, {"required": ["令号"]}]})

    template: Annotated[Name, AfterValidator(_template)] = Field(
        alias="模板", description="templates_docx/notices 里一个模板的名字，例如 大工办发"
    )
    copy_number: Annotated[Line, AfterValidator(elements.copy_number)] = Field(
        default="", alias="份号", description="六位阿拉伯数字，例如 000001", json_schema_extra=Digits
    )
    secrecy: Annotated[Line, AfterValidator(elements.secrecy)] = Field(
        default="", alias="密级", description="绝密、机密或秘密，可加保密期限，例如 机密★1年"
    )
    urgency: Annotated[Line, AfterValidator(elements.urgency)] = Field(
        default="", alias="紧急程度", description="特急或加急", json_schema_extra=Urgencies
    )
    number: Annotated[Line, AfterValidator(elements.document_number)] = Field(
        default="", alias="发文字号", description="机关代字、〔年份〕、序号和“号”，例如 大工发〔2018〕4号"
    )
    signers: Annotated[
        tuple[Line, ...], BeforeValidator(_named, json_schema_input_type=str | list[str]), AfterValidator(present)
    ] = Field(default=(), alias="签发人", description="上行文的签发人；几个人用顿号隔开，或写成列表")
    order_number: Annotated[Line, AfterValidator(elements.order_number)] = Field(
        default="", alias="令号", description="命令（令）的编号，例如 第12号；令不写标题"
    )
    title: Annotated[MaybeLines, AfterValidator(_title_or_order)] = Field(
        default=(), alias="标题", description="公文标题；写成几行就照样分行"
    )
    addressees: Annotated[Line, AfterValidator(elements.addressees)] = Field(
        default="", alias="主送", description="主送机关，末尾的冒号自动加"
    )
    data: Data = Field(default_factory=dict, alias="数据", description="清单，供条目、表格和 {{ 清单|数 }} 使用")
    body: Body = Field(
        alias="正文", description="每行一段，层次由“一、”“（一）”“1.”“（1）”判定；可混排名单、表格、条目、分页"
    )
    carried: CarriedText | None = Field(default=None, alias="印发", description="随通知印发的办法、要点等，不是附件")
    attachments: Attached = Field(default=(), alias="附件", description="附件；附件说明自动生成")
    attendees: Annotated[Line, AfterValidator(_unlabelled("出席"))] = Field(
        default="", alias="出席", description="纪要的出席人员：单位、姓名；“出席：”自动加"
    )
    absentees: Annotated[Line, AfterValidator(_unlabelled("请假"))] = Field(
        default="", alias="请假", description="纪要的请假人员"
    )
    observers: Annotated[Line, AfterValidator(_unlabelled("列席"))] = Field(
        default="", alias="列席", description="纪要的列席人员"
    )
    stamps: Stamps = Field(
        default=(), alias="签名章", description="签发人的职务和姓名，代替署名；几个机关联合时写成列表，主办机关在前"
    )
    organs: Lines = Field(default=(), alias="署名", description="发文机关署名；联合行文写成列表，主办机关在前")
    sealed: Flag = Field(default=False, alias="印章位", description="是否留出印章的位置：是或否，默认否")
    date: Annotated[Line, AfterValidator(dates.official_date)] = Field(
        default="", alias="成文日期", description="例如 2018年1月5日，也可写 2018-01-05"
    )
    remark: Annotated[Line, AfterValidator(elements.remark)] = Field(
        default="", alias="附注", description="例如 此件公开发布；括号自动加"
    )
    copies: Annotated[Line, AfterValidator(elements.copies)] = Field(
        default="", alias="抄送", description="抄送机关，末尾的句号自动加"
    )
    printer: Line = Field(default="", alias="印发机关", description="例如 大连市总工会办公室")
    printed_on: Annotated[Line, AfterValidator(dates.printing_date)] = Field(
        default="", alias="印发日期", description="例如 2018年1月8日，“印发”二字自动加"
    )

    @model_validator(mode="before")
    @classmethod
    def _with_title(cls, value: object) -> object:
        """A title that is not there is judged as an empty one."""
        return {**value, "标题": value.get("标题") or ()} if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _stamped_or_signed(self) -> Notice:
        """7.3.5: a 签名章 stands in the place of signature and seal."""
        if self.stamps and (self.organs or self.sealed):
            other = "署名" if self.organs else "印章位"
            raise refusal(f"写了“签名章”，又写了“{other}”", "签名章代替署名和印章，请删去一项")
        return self

    @model_validator(mode="after")
    def _printing_is_whole(self) -> Notice:
        """7.4.3: organ and date of printing share a line."""
        if bool(self.printer) != bool(self.printed_on):
            given, lacking = ("印发机关", "印发日期") if self.printer else ("印发日期", "印发机关")
            raise refusal(f"写了“{given}”，缺少“{lacking}”", "版记里两项同在一行，请写全，或都删去")
        return self


INNER_MODELS: dict[str, type[Element]] = {
    "印发": CarriedText,
    "附件": AttachedText,
    "正文": Block,
    "表格": Table,
    "条目": EntryList,
    "签名章": StampLine,
    "字段": FieldText,
}
"""What stands under a key."""


def keys_of(model: type[Element]) -> tuple[str, ...]:
    """The keys of `model` in the order a clerk writes them."""
    return tuple(str(field.alias) for field in model.model_fields.values())


def all_keys(*models: type[Element]) -> frozenset[str]:
    """The keys of several models."""
    return frozenset(key for model in models for key in keys_of(model))


INNER_KEYS = all_keys(CarriedText, AttachedText, Block, Table, EntryList, ListFile, RosterRow, StampLine)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a content file, by which editors complete and explain the keys."""
    schema = Notice.model_json_schema(by_alias=True)
    for model in (schema, *schema["$defs"].values()):
        # The docstring of a model is for its reader in Python.
        del model["description"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "公文内容"}
