"""PDF: text out of pages, and one clear line for what holds none."""

import subprocess
import sys
from datetime import date
from io import BytesIO

import pypdf
import pytest

from tracker.core.announcement import DateSource
from tracker.readers.apart import read_apart
from tracker.readers.intake import READERS
from tracker.readers.pdf import read
from tracker.readers.source import Given, Source

LINES = ["Bridge to open", "", "Date: 3 March 2026", "", "The ministry will open the bridge by 30 June 2026."]


def pdf(*pages, info=b""):
    """A PDF of pages of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects += [b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for number, lines in enumerate(pages):
        shown = b"".join(
            b"(%s) Tj T*\n" % line.replace("(", "\\(").replace(")", "\\)").encode("latin-1") for line in lines
        )
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td\n" + shown + b"ET"
        font = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Contents %d 0 R >>" % (font, 5 + 2 * number)
        ]
        objects += [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    if info:
        objects += [info]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    about = b"/Info %d 0 R" % len(objects) if info else b""
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, about, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail


def changed(content, change):
    """The PDF after something was done to it."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_pdf_is_read_with_what_its_top_says(only):
    found = only("plan.pdf", pdf(LINES))
    assert (found.title, found.announced_on, found.date_source) == (
        "Bridge to open", date(2026, 3, 3), DateSource.DATELINE,
    )  # fmt: skip
    assert "The ministry will open the bridge by 30 June 2026." in found.text


def test_a_sentence_over_a_pages_end_stays_whole_and_running_heads_go(only):
    pages = [
        ["Works: annual plan", *LINES, "The ministry will", "Page 1 of 3"],
        ["Works: annual plan", "repair the road by 1 May 2026.", "Page 2 of 3"],
        ["Works: annual plan", "The end of the plan is here.", "Page 3 of 3"],
    ]
    text = only("plan.pdf", pdf(*pages)).text
    assert "The ministry will\nrepair the road by 1 May 2026.\n\nThe end" in text
    assert "annual plan" not in text
    assert "Page" not in text


def test_words_broken_at_a_lines_end_are_put_together(only):
    lines = [*LINES, "A long-term imple-", "mentation is planned. It is a long-", "term one."]
    text = only("plan.pdf", pdf(lines)).text
    assert "implementation is planned. It is a long-term one." in text


def test_the_day_it_was_made_is_a_guess(only):
    made = b"<< /Title (Annual plan) /CreationDate (D:20260304101500+05'00') >>"
    found = only("plan.pdf", pdf(["We will open the bridge by 30 June 2026, and that is sure."], info=made))
    assert (found.announced_on, found.date_source, found.title) == (date(2026, 3, 4), DateSource.GUESSED, "Annual plan")


def test_a_file_name_is_no_title(only):
    made = b"<< /Title (Microsoft Word - plan_v7.docx) /CreationDate (D:20260304) >>"
    assert only("plan.pdf", pdf(["We will open the bridge by 30 June 2026, and so on."], info=made)).title == ""


def test_a_password_is_asked_for_in_words(refusal):
    locked = changed(pdf(LINES), lambda writer: writer.encrypt("secret", algorithm="RC4-128"))
    assert "is locked with a password: save it without one" in refusal("plan.pdf", locked)


def test_a_pdf_that_only_forbids_printing_is_read(only):
    restricted = changed(pdf(LINES), lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))
    assert only("plan.pdf", restricted).title == "Bridge to open"


def test_pictures_of_text_are_told(refusal):
    assert "holds no text, only pictures of it: let ocrmypdf" in refusal("scan.pdf", pdf([], []))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4 and no more", b"no pdf", pdf(LINES)[:300], b"%PDF-1.4\n" + b"<<" * 9000]
)
def test_a_damaged_pdf_is_refused(refusal, content):
    said = refusal("plan.pdf", content)
    assert "is no PDF that can be read" in said or "holds no text" in said


ENCRYPTION = b"""/ID [<00> <00>] /Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4
/O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s>
/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>"""


def test_an_encrypted_pdf_names_the_package_that_it_takes_where_that_is_missing(tmp_path):
    keys = ENCRYPTION % tuple(b"00" * size for size in (48, 48, 32, 32, 16))
    (tmp_path / "plan.pdf").write_bytes(pdf(LINES).replace(b"trailer <<", b"trailer << " + keys))
    for module in ("cryptography", "Crypto"):
        (tmp_path / f"{module}.py").write_text(f"raise ModuleNotFoundError(name={module!r})")
    program = (
        "from datetime import date; from tracker.readers import read\n"
        "print(*read('plan.pdf', today_of=lambda _: date(2026, 3, 10)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert told.startswith("plan.pdf: is encrypted, which is read with the package cryptography, and that is not")
    assert told.endswith("pip install cryptography\n")


def drawn_with(instructions):
    """The PDF with these instructions ahead of its first page's own, packed."""

    def change(writer):
        content = writer.pages[0].get_contents()
        content.set_data(instructions + content.get_data())
        writer.pages[0].replace_contents(content)
        writer.pages[0].compress_content_streams()

    return change


@pytest.mark.parametrize("limit", ["_MOST_STEPS", "_MOST_DRAWN"])
def test_pages_that_take_too_much_to_draw_are_refused(only, monkeypatch, limit):
    content = changed(pdf(LINES), drawn_with(b"q Q\n" * 2_000))
    assert only("plan.pdf", content).title == "Bridge to open"
    monkeypatch.setattr(f"tracker.readers.pdf.{limit}", 3_000)
    (error,) = read(Source(content, "plan.pdf"), Given())  # a limit that is changed here holds in this process alone
    assert "to draw" in str(error) or "draws its pages" in str(error)


def test_a_pdf_that_keeps_its_parser_busy_is_given_up_and_the_files_beside_it_are_read(only):
    assert only("plan.pdf", pdf(LINES)).title == "Bridge to open"
    busy = changed(pdf(LINES), drawn_with(b"q Q\n" * 1_000_000))
    assert len(busy) < 10_000
    (error,) = read_apart(READERS[".pdf"], Source(busy, "busy.pdf"), Given(), 2)
    assert str(error) == "busy.pdf: takes more than 2 seconds to read: save its text, or parts of it"
    assert only("plan.pdf", pdf(LINES)).title == "Bridge to open"
