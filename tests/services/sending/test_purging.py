"""A purge leaves nothing of what it erases in the outbox, and nothing else of a digest is lost with it."""

import sqlalchemy as sa

from tracker.services.purge import purge
from tracker.store import outbox_tables

WORDS = "Quay seven"


def words_of(store):
    """Every text in the tables of the outbox."""
    tables = (outbox_tables.message, outbox_tables.delivery, outbox_tables.attempt, outbox_tables.switched_off)
    with store.reading() as conn:
        return " ".join(str(value) for table in tables for row in conn.execute(sa.select(table)) for value in row)


def rename(execute, pair):
    execute("UPDATE commitment SET deed = :deed, sentence = :deed WHERE number = :number", deed=WORDS, number=pair[0])


def test_a_sent_message_forgets_what_it_said(store, on, sender, commit, plan, execute, rows):
    pairs = commit(2)
    rename(execute, pairs[0])
    plan(pairs[:1], is_single=True)
    plan(pairs[1:])
    assert sender.send_due().sent == 2
    execute("UPDATE attempt SET detail = :echo", echo=f"thank you for {WORDS}")
    assert WORDS in words_of(store)
    purge(store, on("2025-10-21"), 1, "asked for by law")
    assert WORDS not in words_of(store)
    assert {(row["state"], row["body"], row["summary"]) for row in rows("message")} == {("sent", "", "")}


def test_what_was_not_sent_is_withdrawn_and_the_rest_of_it_is_told_anew(
    store, on, sender, receiver, commit, plan, execute, rows
):
    receiver.answers["/"] = (503, {})
    purged, kept = commit()[0], commit()[0]
    rename(execute, purged)
    plan([purged, kept])
    assert sender.send_due().failed == 1
    receiver.answers.clear()
    purge(store, on("2025-10-21"), 1, "asked for by law")
    assert WORDS not in words_of(store)
    assert sender.send_due().sent == 1
    assert WORDS not in receiver.taken[-1][2]
    assert f"{kept[0]} ·" in receiver.taken[-1][2]
    assert [row["state"] for row in rows("message")] == ["withdrawn", "sent"]
    assert [row["message"] for row in rows("delivery")] == [1, 2]


def test_what_is_only_planned_is_withdrawn(store, on, sender, receiver, commit, plan, rows):
    plan(commit())
    purge(store, on("2025-10-21"), 1, "asked for by law")
    assert [row["withdrawn_for"] for row in rows("delivery")] == ["purged"]
    assert (sender.send_due().sent, receiver.taken) == (0, [])


def test_other_announcements_keep_their_messages(store, on, sender, commit, plan, rows):
    commit()
    plan(commit())
    sender.send_due()
    purge(store, on("2025-10-21"), 1, "asked for by law")
    assert "dredge" in rows("message")[0]["body"]
