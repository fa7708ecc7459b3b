"""A due date worked out."""

from datetime import date

from tracker.core.announcement import Announcement
from tracker.core.deadline import Condition, DeadlineKind, Sense, Unit
from tracker.reports.explanation import explained_line, report_explanation, steps_of

TODAY = date(2026, 3, 2)


def test_the_words_the_date_and_the_steps_are_told(deadline, section_of, values_of, shown_of):
    report = report_explanation(deadline(steps=("start", "add 30 days")), TODAY)
    facts = shown_of(section_of(report, "deadline").body)
    assert facts["words"] == "“within the next 30 days”"
    assert facts["due"] == "2025-10-17, Friday 17 October 2025"
    assert facts["rules"] == "within · days"
    assert facts["anchor"] == "Wednesday 17 September 2025, the announcement"
    assert values_of(section_of(report, "steps").body) == [
        {"number": 1, "step": "start"},
        {"number": 2, "step": "add 30 days"},
    ]


def test_a_step_that_a_later_one_comes_to_as_well_is_told_once(deadline):
    assert steps_of(deadline(steps=("start", "5 May", "no year is written", "5 May"))) == (
        "start", "no year is written", "5 May",
    )  # fmt: skip


def test_a_strict_reading_and_a_date_in_the_past_are_pointed_out(deadline, section_of, values_of, shown_of):
    read = deadline(strict_due=date(2025, 10, 1), is_past=True, sense=Sense.KEEP, opens=date(2025, 9, 20))
    body = section_of(report_explanation(read, TODAY), "deadline").body
    assert shown_of(body)["strict_due"] == "2025-10-01, Wednesday 1 October 2025 without the benefit of the doubt"
    assert shown_of(body)["is_past"] == "The written date lies before the announcement."
    assert shown_of(body)["sense"] == "to be held until then"
    assert values_of(body)["opens"] == date(2025, 9, 20)
    assert values_of(body)["is_past"] is True


def test_a_condition_says_what_is_waited_for(deadline, section_of, values_of, shown_of):
    condition = Condition("ratification", 2, Unit.WORKING_DAY)
    read = deadline(due=None, kind=DeadlineKind.CONDITIONAL, condition=condition)
    body = section_of(report_explanation(read, TODAY), "deadline").body
    assert shown_of(body)["condition"] == "2 working days from ratification"
    assert shown_of(body)["due"] == "not before its condition is met"
    values = values_of(body)
    assert (values["condition"], values["condition_amount"], values["condition_unit"]) == (
        "ratification",
        2,
        "working_day",
    )


def test_a_condition_without_a_length_is_the_event(deadline, section_of, shown_of):
    read = deadline(due=None, kind=DeadlineKind.CONDITIONAL, condition=Condition("the elections"))
    assert shown_of(section_of(report_explanation(read, TODAY), "deadline").body)["condition"] == "the elections"


def test_what_has_no_date_says_why(deadline, section_of, shown_of):
    def due(kind, *rules):
        report = report_explanation(deadline(due=None, kind=kind, rules=rules), TODAY)
        return shown_of(section_of(report, "deadline").body)["due"]

    assert due(DeadlineKind.VAGUE, "vague") == "no date: it is vague"
    assert due(DeadlineKind.VAGUE, "by", "date") == "no date: the explanation says why"
    assert due(DeadlineKind.OPEN) == "no date"


def test_for_machines_a_text_is_told_by_its_first_deadline_and_by_all(deadline):
    text = Announcement("It opens within the next 30 days, or later.", date(2025, 9, 17), id="a-1")
    line = explained_line(text, [deadline(steps=("start",), is_past=True), deadline(due=None)])
    assert (line["schema"], line["id"], line["announced_on"]) == ("tracker.explained/1", "a-1", date(2025, 9, 17))
    assert (line["kind"], line["due"], line["is_past"]) == ("dated", date(2025, 10, 17), True)
    assert line["explanation"] == "30 days counted from the announcement"
    assert [(one["words"], one["due"], one["steps"]) for one in line["deadlines"]] == [
        ("within the next 30 days", date(2025, 10, 17), ("start",)),
        ("within the next 30 days", None, ()),
    ]
    bare = explained_line(text, [])
    assert (bare["kind"], bare["due"], bare["is_past"], bare["explanation"]) == ("open", None, False, "")
    assert bare["deadlines"] == []
