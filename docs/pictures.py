"""Draw pictures of the manual: notices before and after settling (定版-*.yaml of the test cases), forms, bulletins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from docgen.files import shelf_for
from docgen.fill import fill
from docgen.form import Form, Kind
from docgen.forms import Sheet, make_sheet
from docgen.forms.make import Values
from docgen.layout.fonts import FileFonts
from docgen.load import load, load_form
from docgen.load.batches import Batch, load_batch
from docgen.page import Pages
from docgen.pipeline import Edition, machine_fonts, set_pages, settled
from docgen.press import Setting, run
from docgen.press.crew import on_this_machine
from docgen.press.job import BOOKLET, JOB, Job
from docgen.write import write_pdf

ROOT = Path(__file__).parent.parent
NOTICES = ROOT / "tests" / "cases" / "notices"
PICTURES = ROOT / "docs" / "图"
POINTS_PER_INCH = 72
SMALL, LARGE = 20, 60
"""Dots per inch of whole pages side by side, and of a part of a page that is to be read."""
PART = (0.11, 0.55, 0.92, 0.9)
"""Left, upper, right and lower edge of that part, as shares of the page."""
LABEL, GAP = 13, 6
"""Height of the labels and the white between pages, in dots."""
GREY, COLORS = "#999999", 64

Row = tuple[str, list[Image.Image]]


FORMS = ROOT / "content" / "forms"
FORM_DOTS, FORMS_A_ROW = 50, 3
"""Dots per inch of forms, and how many stand side by side."""
EXAMPLES = {
    Kind.TEXT: "（示例）",
    Kind.LONG: "（示例）第一段文字。\n　　第二段文字。",
    Kind.INTEGER: "128",
    Kind.PHONE: "0411-12345678",
}


BATCH = ROOT / "content" / "bulletins" / "2017年度创新成果.yaml"
PAPER_DOTS, SHEET_DOTS = 42, 16
"""Dots per inch of documents that are to be read, and of the sides of a print job."""
SIDES_A_ROW, WORKERS = 8, 2


def main() -> None:
    """Draw all of them."""
    fonts = machine_fonts()
    settling(fonts)
    for label, filled in (("空白表", False), ("填好的表", True)):
        forms(fonts, label, filled=filled)
    bulletins(fonts)


def bulletins(fonts: FileFonts) -> None:
    """The print job of the sample: what a winner gets, sides with white backs, the bulletin as a booklet."""
    shelf = shelf_for(BATCH)
    loaded, _ = load_batch(BATCH.read_bytes(), BATCH.name, shelf.list_file, shelf.stock)
    if loaded is None:
        raise ValueError(BATCH)
    batch = replace(loaded, printing=replace(loaded.printing, booklet=True))
    with TemporaryDirectory() as folder:
        out = Path(folder)
        setting = Setting(out, ("docx",), Edition(pdf=False), on_this_machine, WORKERS, lambda _: None)
        job = run(batch, shelf, setting).job
        for label, rows in (
            ("获奖文书", [("获奖通知、荣誉证书", sides(out / JOB, PAPER_DOTS, firsts(batch, job)))]),
            ("付印", [stretch(out / JOB, start) for start in (1, firsts(batch, job)[1] - 2)]),
            ("小册子", booklet_rows(out / BOOKLET)),
        ):
            draw(label, rows, fonts)


def firsts(batch: Batch, job: Job) -> list[int]:
    """Where the first document of each kind begins, the bulletin left out."""
    return [job.place_of(1 + number * len(batch.roster.entries)) for number, _ in enumerate(batch.papers)]


def stretch(file: Path, start: int) -> Row:
    """Sides of a print job that follow each other."""
    numbers = range(start, start + SIDES_A_ROW)
    return f"{file.stem}，第{numbers[0]}～{numbers[-1]}页", sides(file, SHEET_DOTS, numbers)


def booklet_rows(file: Path) -> list[Row]:
    """Both sides of the two sheets of the first copy."""
    sheets = (("第1张纸：正面、背面", (1, 2)), ("第2张纸：正面、背面", (3, 4)))
    return [(label, sides(file, SMALL, numbers)) for label, numbers in sheets]


def sides(file: Path, dots: int, numbers: Iterable[int]) -> list[Image.Image]:
    """Pages of a PDF by their numbers, from 1."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [pdf[number - 1].render(scale=dots / POINTS_PER_INCH).to_pil() for number in numbers]


def draw(label: str, rows: list[Row], fonts: FileFonts) -> None:
    """Rows of pages as a picture of that name."""
    picture = stacked(rows, fonts.typeface("黑体", False, False).face.path)
    picture.quantize(COLORS, Image.Quantize.MAXCOVERAGE).save(PICTURES / f"{label}.png", optimize=True)


def forms(fonts: FileFonts, label: str, *, filled: bool) -> None:
    """All forms of the office on one picture."""
    found = []
    for file in sorted(FORMS.glob("*.yaml")):
        form, _ = load_form(file.read_bytes(), file.name)
        sheet = Sheet(form, (ROOT / "templates_docx" / "forms" / f"{file.stem}.docx").read_bytes())
        made = make_sheet(sheet, examples(form) if filled else {}, file.stem, fonts)
        found += images(made.pages, FORM_DOTS, part=False)
    rows = [("", found[at : at + FORMS_A_ROW]) for at in range(0, len(found), FORMS_A_ROW)]
    draw(label, [(label if not at else "", row) for at, (_, row) in enumerate(rows)], fonts)


def examples(form: Form) -> Values:
    """Something for each field but signatures."""
    texts = {field.name: field.choices[:1] or (EXAMPLES.get(field.kind, ""),) for field in form.fields}
    return {name: given for name, given in texts.items() if given != ("",)}


def settling(fonts: FileFonts) -> None:
    """What settling changes."""
    for file in sorted(NOTICES.glob("定版-*.yaml")):
        part = "一字" in file.stem
        rows = [
            (label, images(pages, LARGE if part else SMALL, part=part))
            for label, pages in before_and_after(file, fonts)
        ]
        draw(file.stem, rows, fonts)


def before_and_after(file: Path, fonts: FileFonts) -> list[tuple[str, Pages]]:
    """The pages of a notice as filled, and as settled."""
    shelf = shelf_for(file)
    content, _ = load(file.read_bytes(), file.name, shelf.list_file, shelf.stock)
    template = shelf.template(content.template)
    docx, _ = fill(content, template, content.template, shelf.form)
    after = settled(docx, file.name, fonts, template).pages
    return [("定版前", set_pages(docx, file.name, fonts).pages), ("定版后", after)]


def images(pages: Pages, dots: int, *, part: bool) -> list[Image.Image]:
    """Every page, or the part of the first one that is to be read."""
    with pypdfium2.PdfDocument(write_pdf(pages)) as pdf:
        found = [page.render(scale=dots / POINTS_PER_INCH).to_pil() for page in pdf]
    if not part:
        return found
    width, height = found[0].size
    left, top, right, bottom = PART
    return [found[0].crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))]


def stacked(rows: list[Row], font: str) -> Image.Image:
    """The rows one under another, each under its label, each page in a frame."""
    width = max(sum(image.width + GAP for image in found) for _, found in rows) + GAP
    height = sum(found[0].height + LABEL + 3 * GAP for _, found in rows)
    picture = Image.new("RGB", (width, height), "white")
    pen, y = ImageDraw.Draw(picture), 0
    for label, found in rows:
        pen.text((GAP, y + GAP), label, "black", ImageFont.truetype(font, LABEL))
        y, x = y + LABEL + 2 * GAP, GAP
        for image in found:
            picture.paste(image, (x, y))
            pen.rectangle((x - 1, y - 1, x + image.width, y + image.height), outline=GREY)
            x += image.width + GAP
        y += found[0].height + GAP
    return picture


if __name__ == "__main__":
    main()
