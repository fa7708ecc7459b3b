"""What no database holds, or no terminal should be sent: it costs no announcement, and none beside it."""

import json

import pytest

DATE = "Date: Wed, 17 Sep 2025 09:00:00 +0100\n"
MAILS = (
    b"From x\nFrom: \xff\xfe <a@\xff.example>\nSubject: \xffx\nMessage-ID: <\xff@x>\n"
    + DATE.encode()
    + b"\nThe council will build a pool by 1 March 2027.\n\nFrom y\nFrom: b@c.example\nSubject: Good\n"
    + DATE.encode()
    + b"\nThe council will build a hall by 1 March 2027.\n"
)
HALF = b"""<html><head><script type="application/ld+json">{"headline": "\\ud83d\\ude00 \\ud800 Pool",
"datePublished": "2025-09-17", "publisher": {"name": "\\u0000Council"}}</script></head>
<body><p>The council will build &#xD800; a pool &#0; by 1 March 2027.</p></body></html>"""
MAP = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <D83D> endbfchar"
STRANGE = b"BT /F1 12 Tf 72 700 Td (The council will build A pool by 1 March 2027.) Tj ET"


def stream(content):
    return b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)


def pdf():
    """A PDF whose letter A stands for half a character, in its text and in its title."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(STRANGE),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(b"begincmap " + MAP + b" endcmap"),
        b"<< /Title <FEFFD83D0041> /CreationDate (D:20250901100000Z) >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    end = b"trailer << /Size 8 /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 8\n0000000000 65535 f \n" + b"".join(places) + end


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [("s.pdf", pdf(), 1), ("s.mbox", MAILS, 2), ("s.html", HALF, 1)],
    ids=["pdf", "mbox", "html"],
)
def test_half_a_character_costs_no_announcement_and_none_beside_it(tracker, tmp_path, memorandum, name, content, count):
    strange = tmp_path / name
    strange.write_bytes(content)
    *found, last = tracker("ingest", strange, memorandum, "--json").document["announcements"]
    assert len(found) == count
    assert all(len(one["commitments"]) == 1 for one in found)
    assert "\ufffd" in found[0]["title"] + found[0]["commitments"][0]["sentence"]
    assert last["commitments"]


def test_two_halves_that_belong_together_are_one_character(tracker, tmp_path):
    page = tmp_path / "s.html"
    page.write_bytes(HALF)
    (one,) = tracker("ingest", page, "--json").document["announcements"]
    assert (one["title"], one["publisher"]) == ("\U0001f600 \ufffd Pool", "Council")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("javascript:alert(1)", ""),
        ("https://works.example/\x1b[2J", ""),
        ("https://works.example/a b", ""),
        ("x" * 9_000, ""),
        (" https://works.example/a ", "https://works.example/a"),
    ],
)
def test_the_fields_of_a_line_of_json_are_clean_and_its_address_is_one_of_the_web(tracker, tmp_path, address, kept):
    words = {"title": "Bridge\nBcc: all\x1b[2J", "publisher": "Works\u202e\n", "kind": "a\nb", "id": "1\n2"}
    line = {"text": "The council will build a pool by 1 March 2027.", "announced_on": "2025-09-17", "url": address}
    (tmp_path / "many.jsonl").write_text(json.dumps(line | words))
    (one,) = tracker("ingest", tmp_path / "many.jsonl", "--json").document["announcements"]
    assert (one["title"], one["publisher"], one["url"]) == ("Bridge Bcc: all[2J", "Works", kept)
