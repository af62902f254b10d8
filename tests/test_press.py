"""A batch through the press: everything made and counted, what is done is not done twice, a failure stops no other."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pypdfium2
import pytest
from press_samples import BULLETIN, PAPER, PEOPLE, ROSTER, batch_of, carried_out

from docgen.diagnostics import Severity
from docgen.files import shelf_for
from docgen.load.batches import load_batch
from docgen.pipeline import Edition, machine_fonts, make_notice
from docgen.press.manifest import LISTING, MANIFEST
from docgen.press.records import store
from docgen.witness import bare

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "content" / "bulletins" / "2017年度创新成果.yaml"
JOB = "付印.pdf"


def texts(pdf: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as read:
        return [bare(page.get_textpage().get_text_range()) for page in read]


def errors(run):
    return [str(each) for each in run.found if each.severity is Severity.ERROR]


def test_a_batch_gives_the_bulletin_a_document_for_each_winner_one_job_and_its_manifest(tmp_path):
    run = carried_out(batch_of(), tmp_path)
    assert errors(run) == []
    assert run.is_whole
    made = {
        str(file.relative_to(tmp_path))
        for file in tmp_path.rglob("*")
        if file.is_file() and ".docgen" not in file.parts
    }
    names = ("市总工会办公室-于波", "中山区总工会-阿卜杜拉·买买提", "甘井子区总工会-王强")
    assert made == {
        "通报/大工发〔2018〕4号.docx",
        "通报/大工发〔2018〕4号.pdf",
        *(f"获奖通知/{name}.docx" for name in names),
        JOB,
        MANIFEST,
        LISTING,
    }


def test_every_winner_stands_once_on_the_pages_of_the_job_that_the_manifest_names(tmp_path):
    carried_out(batch_of(), tmp_path)
    pages = texts(tmp_path / JOB)
    lines = json.loads((tmp_path / MANIFEST).read_text("utf-8"))["文书"]
    for line in lines[1:]:
        page = pages[line["付印起页"] - 1]
        assert bare(f"你单位{line['名称']}获得{line['奖项']}") in page
        assert sum(bare(f"你单位{line['名称']}获得") in text for text in pages) == 1


def test_both_sides_are_printed_and_each_document_begins_on_a_front(tmp_path):
    carried_out(batch_of(), tmp_path)
    lines = json.loads((tmp_path / MANIFEST).read_text("utf-8"))["文书"]
    assert [line["付印起页"] % 2 for line in lines] == [1] * len(lines)
    pages = texts(tmp_path / JOB)
    assert [bool(text) for text in pages] == [True, False] * 4


def test_a_second_run_makes_nothing_again_and_gives_the_same_bytes(tmp_path):
    first = carried_out(batch_of(), tmp_path)
    before = {file: (file.read_bytes(), file.stat().st_ino) for file in tmp_path.rglob("*.docx")}
    job = (tmp_path / JOB).read_bytes()
    second = carried_out(batch_of(), tmp_path)
    assert [one.fresh for one in first.outcomes] == [True] * 4
    assert [one.fresh for one in second.outcomes] == [False] * 4
    assert {file: (file.read_bytes(), file.stat().st_ino) for file in tmp_path.rglob("*.docx")} == before
    assert (tmp_path / JOB).read_bytes() == job


def test_what_has_changed_is_made_anew_and_nothing_else(tmp_path):
    carried_out(batch_of(), tmp_path)
    changed = ((*PEOPLE[0][:2], "二等奖"), *PEOPLE[1:])
    text = (
        ROSTER
        + BULLETIN.replace("一等奖{{ 一等奖|数 }}人", "").replace(
            '    - 条目: {标题: 一等奖, 数据: 一等奖, 格式: "{姓名}（{单位}）"}\n', ""
        )
        + PAPER
    )
    second = carried_out(batch_of(text, changed), tmp_path)
    assert {one.stem: one.fresh for one in second.outcomes} == {
        "大工发〔2018〕4号": True,
        "市总工会办公室-于波": True,
        "中山区总工会-阿卜杜拉·买买提": False,
        "甘井子区总工会-王强": False,
    }


def test_a_file_that_was_touched_is_made_anew(tmp_path):
    carried_out(batch_of(), tmp_path)
    file = tmp_path / "获奖通知" / "甘井子区总工会-王强.docx"
    good = file.read_bytes()
    file.write_bytes(b"half a file")
    second = carried_out(batch_of(), tmp_path)
    assert [one.stem for one in second.outcomes if one.fresh] == ["甘井子区总工会-王强"]
    assert file.read_bytes() == good


def test_a_damaged_record_costs_only_its_own_document(tmp_path):
    carried_out(batch_of(), tmp_path)
    with store(tmp_path) as records:
        records.put([(sorted(records.known())[0], b"\x00 no record")])
    assert sum(one.fresh for one in carried_out(batch_of(), tmp_path).outcomes) == 1


def test_files_of_who_is_no_longer_on_the_roster_go(tmp_path):
    carried_out(batch_of(), tmp_path)
    stranger = tmp_path / "获奖通知" / "自己放的.docx"
    stranger.write_bytes(b"")
    run = carried_out(batch_of(rows=PEOPLE[:2]), tmp_path)
    assert run.removed == ("获奖通知/甘井子区总工会-王强.docx",)
    assert sorted(file.name for file in (tmp_path / "获奖通知").iterdir()) == sorted(
        ("中山区总工会-阿卜杜拉·买买提.docx", "市总工会办公室-于波.docx", "自己放的.docx")
    )
    with store(tmp_path) as records:
        assert len(records.known()) == 3


def test_a_manifest_cannot_have_files_elsewhere_removed(tmp_path):
    out = tmp_path / "批"
    carried_out(batch_of(), out)
    victim = tmp_path / "别人的.docx"
    victim.write_bytes(b"")
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    manifest["文书"][1]["文件"] = ["../别人的.docx", "/etc/x.docx", "获奖通知/../../别人的.docx", 5, None]
    (out / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    carried_out(batch_of(rows=PEOPLE[:2]), out)
    assert victim.exists()


def test_a_row_that_cannot_be_made_stops_no_other(tmp_path):
    hard = "\U000e0fff"
    rows = (*PEOPLE[:1], (f"张{hard}", "某处总工会", "二等奖"), *PEOPLE[1:])
    run = carried_out(batch_of(rows=rows), tmp_path)
    assert not run.is_whole
    assert len(list((tmp_path / "获奖通知").glob("*.docx"))) == 3
    said = "\n".join(errors(run))
    assert "名册.csv:第3行第1列" in said
    assert f"“张{hard}”的获奖通知没有做成" in said
    again = carried_out(batch_of(rows=rows), tmp_path)
    assert sum(one.fresh for one in again.outcomes) == 0


def test_a_full_disk_or_a_folder_without_permission_is_said_and_a_second_run_completes(tmp_path, monkeypatch):
    blocked = tmp_path / "获奖通知"
    blocked.write_bytes(b"a file where the folder should be")
    run = carried_out(batch_of(), tmp_path)
    assert not run.is_whole
    assert sum("写不进去" in said for said in errors(run)) == 3
    blocked.unlink()
    assert carried_out(batch_of(), tmp_path).is_whole


def test_pdfs_for_each_document_are_made_where_wanted(tmp_path):
    run = carried_out(batch_of(), tmp_path, formats=("docx", "pdf"), edition=Edition())
    assert run.is_whole
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in (tmp_path / "获奖通知").glob("*.pdf"))
    assert len(list((tmp_path / "获奖通知").glob("*.pdf"))) == 3


def test_a_batch_of_papers_alone_needs_no_bulletin(tmp_path):
    run = carried_out(batch_of(ROSTER + PAPER), tmp_path)
    assert run.is_whole
    assert not (tmp_path / "通报").exists()


def test_a_batch_of_a_bulletin_alone_needs_no_papers(tmp_path):
    run = carried_out(batch_of(ROSTER + BULLETIN), tmp_path)
    assert run.is_whole
    assert [line["文书"] for line in json.loads((tmp_path / MANIFEST).read_text("utf-8"))["文书"]] == ["通报"]


def test_the_sample_gives_the_same_bulletin_as_the_notice(tmp_path):
    shelf = shelf_for(SAMPLE)
    batch, found = load_batch(SAMPLE.read_bytes(), SAMPLE.name, shelf.list_file, shelf.stock)
    assert (batch is not None, found) == (True, ())
    run = carried_out(batch, tmp_path, workers=os.cpu_count() or 1)
    assert errors(run) == []
    notice = ROOT / "content" / "notices" / "大工发〔2018〕4号.yaml"
    made = make_notice(notice.read_bytes(), str(notice), shelf_for(notice), machine_fonts())
    bulletin = tmp_path / "通报" / "大工发〔2018〕4号"
    assert Path(f"{bulletin}.docx").read_bytes() == made.docx
    assert Path(f"{bulletin}.pdf").read_bytes() == made.pdf
    assert dict(run.account.counts) == {
        "名册行数": 37,
        "用到的行": 37,
        "筛去的行": 0,
        "退回的行": 0,
        "通报清单里的条目": 37,
        "获奖通知份数": 37,
        "付印文件里的获奖通知": 37,
        "荣誉证书份数": 37,
        "付印文件里的荣誉证书": 37,
    }


@pytest.mark.parametrize("kinds", [1, 2])
def test_the_job_holds_each_face_once(tmp_path, kinds):
    carried_out(
        batch_of(rows=[(f"王强{number}", "市总工会", "二等奖") for number in range(20 * kinds)], text=ROSTER + PAPER),
        tmp_path,
    )
    data = (tmp_path / JOB).read_bytes()
    assert data.count(b"/Subtype /Type0") <= 5


@pytest.mark.parametrize("folder", ["", "获奖通知", "通报"])
def test_what_a_killed_writer_left_unfinished_goes(tmp_path, folder):
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / ".docgen-ab12").write_bytes(b"half a file")
    carried_out(batch_of(), tmp_path)
    assert [*tmp_path.rglob(".docgen-*")] == []
