"""Take the bytes of a batch file, give the batch: a roster, the bulletin over it, what each winner gets, the print job.

The documents are content as in `content/notices`: the bulletin may name the lists of the roster, the document for a
winner also the cells of the winner's row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.content import Content
from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.load import in_order, stem_of, tree_of
from docgen.load.batchfile import BATCH_KEYS, PAPER_KEYS, Backs, BatchText, Order, PrintingText, RosterText
from docgen.load.characters import one_line
from docgen.load.complaints import validated
from docgen.load.counts import lists_named, printed_lists, wrong_counts
from docgen.load.documents import document
from docgen.load.elements import FILE_SIGNS
from docgen.load.entries import columns_of
from docgen.load.expressions import Lists, Names
from docgen.load.keys import meant, named, question
from docgen.load.lists import FILE_LIMIT, Fetch, read_lists
from docgen.load.refusal import shown
from docgen.load.schema import Notice
from docgen.load.sheets import UnusableError
from docgen.load.source import Source
from docgen.load.stock import Known, Stock
from docgen.load.tables import Entry
from docgen.load.tree import Listing, Node, Text, texts
from docgen.load.tree import Mapping as Tree
from docgen.load.winners import RULE as ROSTER_RULE
from docgen.load.winners import Meaning, Roster, Wanted, sheet_roster, tree_roster

RULE = "批次"
HINT = "至少要有“名册”，以及“通报”或“获奖文书”"
ROSTER, BULLETIN, PAPERS, PRINTING = "名册", "通报", "获奖文书", "付印"
THIS_ROW = "本行"
"""The name of the winner's whole row."""
ALIKE = frozenset(("键名", "算式"))
"""Rules that a row cannot break."""
ROSTER_LIMIT = 5 * FILE_LIMIT
"""Bytes: a hundred thousand rows."""


class Paper(Struct, frozen=True):
    """A 获奖文书: what it is called, how its files are, its content with the names of columns still in it."""

    name: str
    pattern: str
    tree: Tree
    source: Source
    lists: Lists = field(default_factory=dict)
    stock: Stock = field(default_factory=Stock)

    @property
    def template(self) -> str:
        """The name of its template."""
        node = self.tree.get("模板")
        return one_line(node.value).removesuffix(".docx").strip() if isinstance(node, Text) else ""

    @property
    def forms(self) -> frozenset[str]:
        """The names of forms that it may have as attachments."""
        return (self.stock.forms or frozenset()) & {text.value for text in texts(self.tree)}

    def content(self, entry: Entry, name: str) -> tuple[Content | None, tuple[Diagnostic, ...]]:
        """The document of a winner, called `name`; errors name the row of the roster, too."""
        content, found = self.tried(entry, name)
        return content, tuple(_at_row(each, entry) for each in found)

    def tried(self, entry: Entry, name: str) -> tuple[Content | None, Sequence[Diagnostic]]:
        """The same; errors stand where they are in the batch file."""
        names: Names = {**self.lists, **entry.cells, THIS_ROW: entry.cells}
        return document(self.tree, self.source, names, Known(self.lists, self.stock), name)


def _at_row(found: Diagnostic, entry: Entry) -> Diagnostic:
    return replace(found, place=entry.place, message=f"{found.message}（见 {found.place}）")


class Printing(Struct, frozen=True):
    """How a print job is put together. `copies` of the kinds of documents by name; those not named are printed once."""

    copies: Mapping[str, int] = field(default_factory=dict)
    order: Order = Order.SETS
    duplex: bool = True
    backs: Backs | None = None
    booklet: bool = False
    numbered: str = ""

    def copies_of(self, kind: str) -> int:
        """How often documents of a kind are printed."""
        return self.copies.get(kind, self.copies.get("", 1))


class Batch(Struct, frozen=True):
    """What a batch file says. `bulletin` is None where none is wanted; `printed`: how often it prints each list."""

    name: str
    roster: Roster
    bulletin: Content | None
    papers: tuple[Paper, ...]
    printing: Printing
    printed: Mapping[str, int] = field(default_factory=dict)


def _in_every_row(paper: Paper, roster: Roster) -> Iterator[Diagnostic]:
    """What is wrong with a 获奖文书 whatever the row: keys, columns, templates that are not there; told once."""
    for entry in roster.entries[:1]:
        _, found = paper.tried(entry, paper.name)
        yield from filter(_is_wrong_everywhere, found)


def _is_wrong_everywhere(found: Diagnostic) -> bool:
    return found.rule in ALIKE or "没有这个模板" in found.message


def load_batch(data: bytes, name: str, fetch: Fetch, stock: Stock) -> tuple[Batch | None, tuple[Diagnostic, ...]]:
    """The batch file `name`; None where it cannot be carried out at all.

    Errors of the rule 名册 are those of single rows, which the batch leaves out.
    """
    tree, source, found = tree_of(data, name, BATCH_KEYS, HINT)
    batch = None if tree is None else Reading(tree, source, fetch, stock, found).batch(stem_of(name))
    return batch, in_order(found, name)


def _content(tree: Tree) -> Tree:
    """What a 获奖文书 says of its content."""
    return replace(tree, entries=tuple(pair for pair in tree.entries if pair[0].value not in PAPER_KEYS))


class Reading(Struct, frozen=True):
    """A batch file being read."""

    tree: Tree
    source: Source
    fetch: Fetch
    stock: Stock
    found: list[Diagnostic]

    def batch(self, name: str) -> Batch | None:
        """The batch called `name`; None where its file or its roster cannot be used."""
        text, faults = validated(BatchText, self.tree, self.source, Known())
        self.found.extend(faults)
        roster = None if text is None else self.roster(text.roster)
        if roster is None:
            self.found.extend(self.wrong_keys())
        if text is None:
            return None
        papers = self.papers(roster or Roster(Meaning(""), ()))
        if not self.items(PAPERS) and self.tree.get(BULLETIN) is None:
            self.complain(self.tree.start, "既没有“通报”，也没有“获奖文书”", HINT)
        bulletin = None if roster is None else self.bulletin(roster, name)
        printing = self.printing(text.printing, bulletin, papers)
        if roster is None or has_errors([each for each in self.found if each.rule != ROSTER_RULE]):
            return None
        tree = self.tree.get(BULLETIN)
        return Batch(name, roster, bulletin, papers, printing, printed_lists(tree) if tree else {})

    def wrong_keys(self) -> Iterator[Diagnostic]:
        """What is wrong with the keys of the documents, which no roster mends."""
        papers = [_content(item) for item in self.items(PAPERS) if isinstance(item, Tree)]
        for tree in (self.tree.get(BULLETIN), *papers):
            if isinstance(tree, Tree):
                _, found = validated(Notice, tree, self.source, Known({}, self.stock))
                yield from filter(_is_wrong_everywhere, found)

    def complain(self, index: int, message: str, hint: str = "") -> None:
        """An error at `index` of the batch file."""
        self.found.append(error(RULE, self.source.place(index), message, hint))

    def roster(self, text: RosterText) -> Roster | None:
        """The roster; None where it cannot be read."""
        node = self.tree.get(ROSTER)
        if not isinstance(node, Tree):
            return None
        rows = node.get("行")
        columns = Meaning(text.columns.name, text.columns.unit, text.columns.award)
        wanted = Wanted(columns, text.cells, text.order, text.hidden, self.columns_named(node))
        if bool(text.file) == (rows is not None):
            self.complain(node.start, "“名册”应写“文件”或“行”中的一个", "例如 文件: 获奖名单.xlsx")
            return None
        if rows is not None:
            return self.typed(rows, wanted)
        return self.filed(text, wanted, node)

    def columns_named(self, node: Tree) -> dict[str, Place]:
        """Where the batch first names each column of its roster."""
        filters = node.get("筛选")
        words = [key for key, _ in filters.entries] if isinstance(filters, Tree) else []
        for part in (node.get("列"), node.get("排序")):
            words += () if part is None else texts(part)
        words.sort(key=lambda text: text.start, reverse=True)
        return {one_line(text.value): self.source.place(text.start) for text in words}

    def typed(self, rows: Node, wanted: Wanted) -> Roster | None:
        """A roster in the batch file itself."""
        if not isinstance(rows, Listing) or not rows.items:
            self.complain(rows.start, "“行”下面每个获奖者写一项", "例如 - {姓名: 于波, 单位: 市总工会}")
            return None
        roster, faults = tree_roster(rows, self.source, wanted)
        self.found.extend(faults)
        return roster

    def filed(self, text: RosterText, wanted: Wanted, node: Tree) -> Roster | None:
        """A roster in a file beside the batch file."""
        written = node.get("文件") or node
        try:
            data = self.fetch(text.file)
            if len(data) > ROSTER_LIMIT:
                raise UnusableError(f"超过{ROSTER_LIMIT // 1_000_000}MB", "请删去图片和多余的工作表")
            roster, faults = sheet_roster(data, text.file, text.sheet, wanted)
        except FileNotFoundError:
            self.complain(written.start, f"找不到文件“{text.file}”", "它应和批次文件在同一个文件夹里")
        except OSError as reason:
            self.complain(written.start, f"打不开文件“{text.file}”：{reason.strerror or reason}")
        except UnusableError as reason:
            place = Place(text.file, spot=reason.cell) if reason.cell else self.source.place(written.start)
            message = reason.message if reason.cell else f"“{text.file}”{reason.message}"
            self.found.append(error(RULE, place, message, reason.hint))
        else:
            self.found.extend(faults)
            return roster
        return None

    def bulletin(self, roster: Roster, name: str) -> Content | None:
        """The bulletin, called by its number where it has one."""
        node = self.tree.get(BULLETIN)
        if node is None:
            return None
        if not isinstance(node, Tree):
            self.complain(node.start, "“通报”下面应是“键: 值”", "写法和 content/notices 里的内容文件一样")
            return None
        own, faults = read_lists(node.get("数据"), self.source, self.fetch)
        self.found.extend(faults)
        winners = roster.lists
        both = [each for each in own if each in winners]
        if both:
            self.complain(node.start, f"“数据”里的清单{named(both)}和名册的清单同名", "请换一个名字")
        lists: Lists = {**own, **winners}
        content, more = document(node, self.source, lists, Known(lists, self.stock), name)
        self.found.extend([*more, *dict.fromkeys(wrong_counts(node, winners, self.source))])
        return content and replace(content, name=FILE_SIGNS.sub("", content.number).lstrip(".") or name)

    def papers(self, roster: Roster) -> tuple[Paper, ...]:
        """What each winner gets; names are distinct."""
        papers: list[Paper] = []
        for item in self.items(PAPERS):
            if not isinstance(item, Tree):
                self.complain(item.start, "“获奖文书”的每一项应是“键: 值”", "例如 - 模板: 荣誉证书")
                continue
            paper = self.paper(item, roster)
            if any(paper.name.casefold() == other.name.casefold() for other in papers):
                self.complain(item.start, f"有两种获奖文书都叫“{paper.name}”", "请写“名称: …”把它们分开")
            papers.append(paper)
        return tuple(papers)

    def items(self, key: str) -> tuple[Node, ...]:
        """What stands under a key, one by one."""
        node = self.tree.get(key)
        return node.items if isinstance(node, Listing) else (() if node is None else (node,))

    def paper(self, tree: Tree, roster: Roster) -> Paper:
        """A 获奖文书; what is wrong with its content shows with the first winner."""
        name, pattern = (self.text(tree, key) for key in PAPER_KEYS)
        data = tree.key("数据")
        if data:
            self.complain(data.start, "“获奖文书”里不能写“数据”", "这里可以用名册的各列和清单；别的清单写在“通报”里")
        content = _content(tree)
        paper = Paper("", "", content, self.source, lists_named(content, roster.lists), self.stock)
        meaning = roster.meaning
        usual = "-".join(f"{{{column}}}" for column in (meaning.unit, meaning.name) if column)
        columns = roster.entries[0].cells if roster.entries else {}
        for column in columns_of(pattern):
            if roster.entries and column not in columns:
                hint = question(meant(column, columns)) or f"名册里有{named(columns)}"
                self.complain(tree.start, f"“文件名”里的“{column}”不是名册的一列", hint)
        self.found.extend(_in_every_row(paper, roster))
        called = name or paper.template or PAPERS
        if called == BULLETIN or FILE_SIGNS.search(called):
            hint = "它是输出文件夹的名字，不含路径和符号，例如 荣誉证书"
            self.complain(tree.start, f"获奖文书不能叫{shown(called)}", hint)
        return replace(paper, name=called, pattern=pattern or usual)

    def text(self, tree: Tree, key: str) -> str:
        """What stands under a key, on one line."""
        node = tree.get(key)
        if node is not None and not isinstance(node, Text):
            self.complain(node.start, f"“{key}”应是一段文字", "有花括号时，请给整个值加上半角引号")
        return one_line(node.value) if isinstance(node, Text) else ""

    def printing(self, text: PrintingText, bulletin: Content | None, papers: tuple[Paper, ...]) -> Printing:
        """The print job, which names only what is made."""
        node = self.tree.get(PRINTING) or self.tree
        kinds = [*([BULLETIN] if self.tree.get(BULLETIN) else ()), *(paper.name for paper in papers)]
        for kind in text.copies:
            if kind and kind not in kinds:
                self.complain(node.start, f"“份数”里的“{kind}”不在这一批里", f"这一批有{named(kinds)}")
        if self.tree.get(BULLETIN) is None and (text.numbered or text.booklet):
            self.complain(node.start, "“份号”和“小册子”是给通报用的，这一批没有通报", "请删去，或写上“通报”")
        if text.backs is not None and not text.duplex:
            self.complain(node.start, "写了“手动双面”，“双面”又是否", "单面印的请删去“手动双面”")
        if text.numbered and bulletin and not bulletin.copy_number:
            hint = '请在“通报”里写 份号: "000001"，付印时逐份改号'
            self.complain(node.start, "要印份号，通报里却没有留出份号的位置", hint)
        return Printing(text.copies, text.order, text.duplex, text.backs, text.booklet, text.numbered)
