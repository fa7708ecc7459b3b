"""Word documents: paragraphs, bullets, tables; and archives that would do harm."""

import zipfile
from datetime import datetime
from io import BytesIO

import docx
import pytest

from tracker.core.announcement import DateSource


def written(document):
    content = BytesIO()
    document.save(content)
    return content.getvalue()


@pytest.fixture
def minutes():
    """Minutes with a heading, a list and an action list."""
    document = docx.Document()
    document.add_heading("Bridge meeting", 1)
    document.add_paragraph("Date: 3 March 2026")
    document.add_paragraph("The board will:")
    document.add_paragraph("publish the survey by 1 May 2026;", style="List Bullet")
    document.add_paragraph("hire engineers", style="List Number")
    table = document.add_table(rows=0, cols=3)
    for row in (("Action", "By whom", "Deadline"), ("Circulate the draft", "the clerk", "30 May 2026")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph("The meeting ended at noon.")
    return document


def test_a_document_is_read_in_its_order(only, minutes):
    found = only("minutes.docx", written(minutes))
    assert found.text == (
        "Bridge meeting\n\nDate: 3 March 2026\n\nThe board will:\n\n- publish the survey by 1 May 2026;\n"
        "- hire engineers\n‣ Action: the clerk to circulate the draft by 30 May 2026.\n\nThe meeting ended at noon.\n"
    )
    assert (found.title, found.announced_on.isoformat(), found.date_source) == (
        "Bridge meeting", "2026-03-03", DateSource.DATELINE,
    )  # fmt: skip


def test_the_day_it_was_made_is_a_guess(only):
    document = docx.Document()
    document.add_paragraph("We will open the bridge by 30 June 2026.")
    document.core_properties.title, document.core_properties.created = "Plan", datetime(2026, 3, 4)  # noqa: DTZ001 - as python-docx has it
    found = only("plan.docx", written(document))
    assert (found.title, found.announced_on.isoformat(), found.date_source) == (
        "Plan",
        "2026-03-04",
        DateSource.GUESSED,
    )


def test_a_cell_over_columns_is_read_once_and_its_head_names_all_of_them(only):
    document = docx.Document()
    document.add_paragraph("Date: 3 March 2026")
    table = document.add_table(rows=0, cols=3)
    for words in (("Plan of works", "", ""), ("Works", "", "When"), ("Roads", "", ""), ("Coast road", "new tar", "May"),
                  ("Old and new bridge", "", "June")):  # fmt: skip
        for cell, said in zip(table.add_row().cells, words, strict=True):
            cell.text = said
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(2, 0).merge(table.cell(2, 2))
    table.cell(4, 0).merge(table.cell(4, 1))
    assert only("plan.docx", written(document)).text == (
        "Date: 3 March 2026\n\nPlan of works\n\nRoads\n\n"
        "‣ Works: Coast road; Works: new tar; When: May\n‣ Works: Old and new bridge; When: June\n"
    )


def archive(*parts):
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts:
            made.writestr(name, body)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (archive(("word/document.xml", b"\0" * 50_000_000)), "is packed too tightly"),
        (archive(*[(f"word/{n}.xml", b"x" * 1_000_000) for n in range(61)]), "unpacks to more than 60 MB"),
        (archive(*[(f"{n}", b"") for n in range(2_001)]), "has more than 2000 parts"),
        (archive(("../../etc/cron.d/x", b"x")), "leads out of the archive"),
        (archive(("/etc/passwd", b"x")), "leads out of the archive"),
        (archive(("..\\x", b"x")), "leads out of the archive"),
        (archive(("word/document.xml", b"<x/>")), "is no Word document that can be read"),
        (b"PK\x03\x04 and no more", "is no .docx document"),
        (b"\xd0\xcf\x11\xe0 an old .doc", "save older .doc files as .docx first"),
        (b"", "is no .docx document"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_archive_that_would_do_harm_is_refused(refusal, content, said):
    assert said in refusal("plan.docx", content)


def with_body(minutes, change):
    """The document with its main part changed."""
    with zipfile.ZipFile(BytesIO(written(minutes))) as made:
        parts = [(name, made.read(name)) for name in made.namelist()]
    return archive(*((name, change(body) if name == "word/document.xml" else body) for name, body in parts))


def stored(content):
    """The archive without compression, which would give it away."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as packed, zipfile.ZipFile(made, "w") as loose:
        for name in packed.namelist():
            loose.writestr(name, packed.read(name))
    return made.getvalue()


def test_tags_nested_without_end_are_refused(refusal, minutes):
    deep = b"<w:p>" * 100_000 + b"</w:p>" * 100_000
    content = with_body(minutes, lambda body: body.replace(b"<w:body>", b"<w:body>" + deep))
    assert "is no Word document that can be read" in refusal("plan.docx", stored(content))


def test_entities_are_not_expanded_and_nothing_is_read_from_disk(readings, minutes, tmp_path):
    (tmp_path / "secret").write_text("canary")
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100}"><!ENTITY b SYSTEM "file://{tmp_path}/secret">]>'.encode()

    def change(body):
        head, tail = body.split(b"?>", 1)
        return head + b"?>" + bomb + tail.replace(b"The meeting ended", b"&a; &b; ended")

    (one,) = readings("plan.docx", with_body(minutes, change))
    assert "canary" not in str(one)
    assert "a" * 100 not in str(one)


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*parts):
    return f"<w:p>{''.join(parts)}</w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("They will "), f"<w:ins>{run('not build')}</w:ins>", f"<w:del>{run('do')}</w:del>", run(" it.")),
         "They will not build it."),
        (paragraph(run("They will "), f"<w:moveTo>{run('now ')}</w:moveTo>", f"<w:moveFrom>{run('x')}</w:moveFrom>",
                   run("act.")), "They will now act."),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('They will act.'))}</w:sdtContent></w:sdt>", "They will act."),
        (paragraph(run("By "), f"<w:sdt><w:sdtContent>{run('30 May')}</w:sdtContent></w:sdt>"), "By 30 May"),
        (paragraph(f"<w:hyperlink>{run('They')}</w:hyperlink>", f"<w:smartTag>{run(' will')}</w:smartTag>",
                   f'<w:fldSimple w:instr="DATE">{run(" act.")}</w:fldSimple>'), "They will act."),
        (paragraph(run("They"), "<w:r><w:noBreakHyphen/><w:br/><w:tab/></w:r>", run("act.")), "They-\nact."),
        (paragraph(run("They "), run("secretly ", "<w:vanish/>"), run("act.", '<w:vanish w:val="0"/>')), "They act."),
        (paragraph(run("They act."), "<w:r><w:pict><w:txbxContent>",
                   paragraph(run("In a box.")), "</w:txbxContent></w:pict></w:r>"),
         "They act.\n\nIn a box."),
        ("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + paragraph(run("Inner.")) + "</w:tc></w:tr></w:tbl>"
         + paragraph(run("Outer.")) + "</w:tc></w:tr></w:tbl>", "Inner.\n\nOuter."),
        ("<w:tbl>" + "".join(
            f"<w:sdt><w:sdtContent><w:tr>{more}<w:tc>{paragraph(run(one))}</w:tc><w:tc>{paragraph(run(other))}</w:tc></w:tr>"
            "</w:sdtContent></w:sdt>" for more, one, other in (
                ("", "What", "When"), ("", "Road", "May"), ("<w:trPr><w:del/></w:trPr>", "Old", "June"))) + "</w:tbl>",
         "‣ What: Road; When: May"),
        ("<w:tbl>" + "".join(
            f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(run(one))}</w:tc><w:tc>{paragraph(run(other))}</w:tc></w:tr>"
            for merge, one, other in (("", "Who", "What"), ('<w:vMerge w:val="restart"/>', "Clerk", "Road"),
                                      ("<w:vMerge/>", "", "Hall"))) + "</w:tbl>",
         "‣ Who: Clerk; What: Road\n‣ Who: Clerk; What: Hall"),
    ],
    ids=["inserted", "moved", "control", "control in a line", "links", "signs", "hidden", "box", "nested table",
         "rows in controls", "merged rows"],
)  # fmt: skip
def test_every_word_that_is_seen_is_read_and_none_that_was_deleted(only, body, text):
    document = docx.Document()
    document.add_paragraph("Date: 3 March 2026")

    def change(xml):
        return xml.replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)

    found = only("plan.docx", with_body(document, change))
    assert found.text == f"Date: 3 March 2026\n\n{text}\n"


NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_notes(body, **notes):
    """A document of a body, with its footnotes and endnotes by their numbers."""
    document = docx.Document()
    document.add_paragraph("Date: 3 March 2026")
    with zipfile.ZipFile(BytesIO(written(document))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    main = "word/document.xml"
    parts[main] = parts[main].replace(b"<w:sectPr", f"{body}<w:sectPr".encode(), 1)
    for kind, held in notes.items():
        said = "".join(f'<w:{kind} w:id="{number}">{one}</w:{kind}>' for number, one in held.items())
        parts[f"word/{kind}s.xml"] = f'<w:{kind}s xmlns:w="{SPACE}">{said}</w:{kind}s>'
        related = f'<Relationship Id="{kind}" Type="{NOTES}/{kind}s" Target="{kind}s.xml"/></Relationships>'
        rels = "word/_rels/document.xml.rels"
        parts[rels] = parts[rels].replace(b"</Relationships>", related.encode())
    return archive(*parts.items())


def test_notes_are_read_behind_the_body_and_those_that_nothing_points_to_are_not(only):
    pointers = '<w:r><w:endnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="3"/></w:r>'
    deleted = '<w:del><w:r><w:footnoteReference w:id="4"/></w:r></w:del>'
    body = paragraph(run("They will act."), *pointers, deleted)
    footnotes = {
        -1: paragraph("<w:r><w:separator/></w:r>"),
        3: paragraph("<w:r><w:footnoteRef/></w:r>", run(" The board will publish the costs by 1 May 2026.")),
        4: paragraph(run("Taken out.")),
        5: paragraph(run("Left over.")),
    }
    content = with_notes(body, footnote=footnotes, endnote={2: paragraph(run("At the end."))})
    assert only("plan.docx", content).text == (
        "Date: 3 March 2026\n\nThey will act.\n\nThe board will publish the costs by 1 May 2026.\n\nAt the end.\n"
    )
