"""The JSON document of a notice, and the schema that describes it."""

import json
import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from tracker.channels.payload import payload, schema
from tracker.core.alert import StageKind
from tracker.core.outbox import MessageKind

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
FORMATS = {
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "uuid": lambda text: re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text) or int("no uuid"),
}


def check(value, rule, path="$"):
    """Hold a value against the words of JSON Schema that ours uses; fail with the path of what does not fit."""
    assert set(rule) <= {"$schema", "title", "description", "type", "enum", "format", "items", "properties", "required",
                         "additionalProperties"}, path  # fmt: skip
    allowed = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    assert type(value) in [TYPES[name] for name in allowed], path
    assert value in rule.get("enum", [value]), path
    if value is not None and "format" in rule:
        FORMATS[rule["format"]](value)
    if isinstance(value, dict):
        assert set(value) == set(rule["required"]) == set(rule["properties"]), path
        for name, one in value.items():
            check(one, rule["properties"][name], f"{path}.{name}")
    for place, one in enumerate(value if isinstance(value, list) else ()):
        check(one, rule["items"], f"{path}[{place}]")


def test_a_digest_holds_every_item_and_fits_the_schema(digest):
    made = digest()
    document = json.loads(payload(made))
    check(document, json.loads(schema()))
    assert document["type"] == "digest"
    assert document["timestamp"] == "2025-10-20T07:00:00Z"
    assert [one["commitment"]["number"] for one in document["data"]["alerts"]] == [
        one.standing.commitment.number for one in made.items
    ]
    moved = next(one for one in document["data"]["alerts"] if one["moved"])
    assert (moved["moved"]["from"], moved["moved"]["to"]) == ("2025-10-17", "2025-12-31")
    assert document["data"]["besides"]["waiting"] == 3


@pytest.mark.parametrize("kind", StageKind)
def test_a_single_alert_says_in_its_type_what_it_is(notice, item, kind):
    document = json.loads(payload(notice(item(kind), kind=MessageKind.SINGLE)))
    check(document, json.loads(schema()))
    assert document["type"] == f"alert.{kind}"


@pytest.mark.parametrize("kind", [MessageKind.QUIET, MessageKind.TEST])
def test_a_quiet_note_and_a_test_have_no_alerts(notice, kind):
    document = json.loads(payload(notice(kind=kind)))
    check(document, json.loads(schema()))
    assert (document["type"], document["data"]["alerts"]) == (kind, [])


def test_a_sentence_without_words_of_time_fits_the_schema(notice, item):
    plain = item()
    commitment = plain.standing.commitment
    bare = replace(commitment, found=replace(commitment.found, deadline=None))
    document = json.loads(payload(notice(replace(plain, standing=replace(plain.standing, commitment=bare)))))
    check(document, json.loads(schema()))
    assert document["data"]["alerts"][0]["commitment"]["words"] is None


def test_texts_are_exact_and_the_document_is_ascii(notice, item):
    text = "Zoë \u202e\x1b[2J\u2028\x00 </script>"
    made = payload(notice(item(who=text)))
    assert made.isascii()
    assert made.isprintable()
    alert = json.loads(made)["data"]["alerts"][0]
    assert alert["commitment"]["promisor"] == text
    assert "\x1b" not in alert["headline"]
