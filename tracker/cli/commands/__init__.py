"""The commands, by name. What one needs is imported when it is called, and not for its neighbours' sake."""

from __future__ import annotations

from dataclasses import dataclass

HERE = "tracker.cli.commands"


@dataclass(frozen=True, slots=True)
class Entry:
    """A command before it is loaded: the section of the help that it stands in, its line there, and its target."""

    section: str
    line: str
    target: str


READ, DECIDE, CHANGE, TELL = "Reading", "What became of it", "Putting right", "What is said of it"
ASK, KEEP = "Asking", "Keeping house"

COMMANDS = {
    "ingest": Entry(READ, "Store announcements and what they promise.", f"{HERE}.ingest:ingest"),
    "extract": Entry(READ, "Show what announcements promise; store nothing.", f"{HERE}.extract:extract"),
    "watch": Entry(READ, "Visit feeds and pages again and again.", f"{HERE}.watch:watch"),
    "add": Entry(READ, "Add a commitment by hand, from its sentence.", f"{HERE}.add:add"),
    "explain": Entry(READ, "Work out a deadline, step by step.", f"{HERE}.explain:explain"),
    "match": Entry(READ, "Show what announcements say of what is tracked; store nothing.", f"{HERE}.match:match"),
    "review": Entry(DECIDE, "Accept, correct or dismiss what was proposed.", f"{HERE}.review:review"),
    "evidence": Entry(DECIDE, "Accept, reject or add evidence.", f"{HERE}.evidence:evidence"),
    "start": Entry(DECIDE, "Work on it has begun.", f"{HERE}.settle:start"),
    "stall": Entry(DECIDE, "Work on it has stopped.", f"{HERE}.settle:stall"),
    "fulfil": Entry(DECIDE, "It was done; say on which day.", f"{HERE}.settle:fulfil"),
    "partly": Entry(DECIDE, "It was done in part.", f"{HERE}.settle:partly"),
    "fail": Entry(DECIDE, "It was not done.", f"{HERE}.settle:fail"),
    "withdraw": Entry(DECIDE, "The promisor took it back.", f"{HERE}.settle:withdraw"),
    "supersede": Entry(DECIDE, "Another commitment took its place.", f"{HERE}.settle:supersede"),
    "unverifiable": Entry(DECIDE, "Nobody can tell whether it was done.", f"{HERE}.settle:unverifiable"),
    "reopen": Entry(DECIDE, "Take a verdict back.", f"{HERE}.settle:reopen"),
    "move": Entry(DECIDE, "The promisor moved the due date.", f"{HERE}.move:move"),
    "event": Entry(DECIDE, "Say when what a commitment waits for happened.", f"{HERE}.event:event"),
    "edit": Entry(CHANGE, "Correct how we read it.", f"{HERE}.edit:edit"),
    "tag": Entry(CHANGE, "Add tags and take them away.", f"{HERE}.tag:tag"),
    "note": Entry(CHANGE, "Leave a remark.", f"{HERE}.note:note"),
    "owner": Entry(CHANGE, "Say who follows it up.", f"{HERE}.owner:owner"),
    "policy": Entry(CHANGE, "Say by which policy it is followed up.", f"{HERE}.following:policy"),
    "end": Entry(CHANGE, "End a recurring commitment on a day.", f"{HERE}.following:end"),
    "undo": Entry(CHANGE, "Take your last change back.", f"{HERE}.undo:undo"),
    "purge": Entry(CHANGE, "Erase an announcement for good.", f"{HERE}.purge:purge"),
    "ack": Entry(TELL, "Stop the repeats for one, as long as it stands as it does.", f"{HERE}.wishes:ack"),
    "snooze": Entry(TELL, "Say nothing of one before a day.", f"{HERE}.wishes:snooze"),
    "remind": Entry(TELL, "Be reminded of one on a day of your own.", f"{HERE}.wishes:remind"),
    "silence": Entry(TELL, "Say nothing of what a filter means, until a day.", f"{HERE}.silence:silence"),
    "dashboard": Entry(ASK, "What needs attention today (a bare `tracker` too).", f"{HERE}.dashboard:dashboard"),
    "list": Entry(ASK, "List commitments by a filter.", f"{HERE}.list:list_commitments"),
    "next": Entry(ASK, "List what falls due next.", f"{HERE}.next:next_due"),
    "due": Entry(ASK, "List what is due within a week, or so many days.", f"{HERE}.due:due"),
    "overdue": Entry(ASK, "List what is past its due date.", f"{HERE}.overdue:overdue"),
    "show": Entry(ASK, "Show one commitment with its quote and story.", f"{HERE}.show:show"),
    "actor": Entry(ASK, "Tell who promised, and how they kept their word.", f"{HERE}.actor:actor"),
    "draft": Entry(ASK, "Write a letter that asks what became of it.", f"{HERE}.draft:draft"),
    "check": Entry(ASK, "Say what is newly due, overdue or to be asked.", f"{HERE}.check:check"),
    "alerts": Entry(ASK, "See what was sent, send what is due, try again.", f"{HERE}.alerts:alerts"),
    "archive": Entry(ASK, "Say or save what an announcement was read from.", f"{HERE}.archive:archive"),
    "log": Entry(ASK, "Tell what was changed, when and by whom.", f"{HERE}.log:log"),
    "serve": Entry(KEEP, "Keep running: check, send and back up when it is time.", f"{HERE}.serve:serve"),
    "service": Entry(KEEP, "Print what starts it with the machine: systemd, launchd, cron.", f"{HERE}.service:service"),
    "db": Entry(KEEP, "Upgrade, back up, restore the database.", f"{HERE}.db:db"),
    "config": Entry(KEEP, "Show the configuration in force.", f"{HERE}.config:config"),
    "doctor": Entry(KEEP, "Look for what is wrong with the installation.", f"{HERE}.doctor:doctor"),
    "demo": Entry(KEEP, "Try it on example announcements.", f"{HERE}.demo:demo"),
    "completion": Entry(KEEP, "Print the completion script of a shell.", f"{HERE}.completion:completion"),
}
