"""What several turns of sending came to."""

from tracker.core.sent import Sent, Trouble, joined


def test_turns_are_added_up_and_the_same_trouble_is_told_once():
    trouble = Trouble("hook", "hook", "503", 1)
    total = joined([Sent(1, 2, 3, 4, (trouble,)), Sent(10, 20, 30, 40, (trouble, Trouble("mail", "", "no host")))])
    assert total == Sent(11, 22, 33, 44, (trouble, Trouble("mail", "", "no host")))
    assert joined([]) == Sent()
