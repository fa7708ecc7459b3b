"""A notice as a mail: the complete text of RFC 5322, frozen once, so that every attempt sends the same bytes."""

from __future__ import annotations

from email import policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from typing import TYPE_CHECKING

from tracker.channels.html import html_text
from tracker.channels.mailbox import Address
from tracker.channels.plain import plain_text
from tracker.core.clean import clean_line
from tracker.core.outbox import MessageKind
from tracker.followup.digest import summary_of

if TYPE_CHECKING:
    from tracker.channels.mailbox import Mailbox
    from tracker.followup.notice import Notice

_LONGEST_SUBJECT = 200


def mail_text(notice: Notice, sender: Mailbox) -> str:
    """The mail, with CRLF line ends. All of it is ASCII unless an address is not (RFC 6532)."""
    to, subject = Address(notice.recipient), subject_of(notice)
    is_ascii = to.isascii() and sender.address.isascii()
    mail = EmailMessage(policy.SMTP.clone(cte_type="7bit") if is_ascii else policy.SMTPUTF8.clone(cte_type="7bit"))
    domain = sender.address.domain
    mail["From"] = sender.header
    mail["To"] = HeaderAddress("", to.local, to.domain)
    mail["Subject"] = subject
    mail["Date"] = notice.composed_at
    mail["Message-ID"] = f"<{notice.uuid}@{domain}>"
    if notice.kind is MessageKind.SINGLE and notice.items:
        root = f"<{notice.items[0].standing.commitment.uuid}@{domain}>"  # nobody sent it; what answers it is one thread
        mail["In-Reply-To"] = root
        mail["References"] = root
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Id"] = f"<{notice.channel}.tracker.{domain}>"
    mail.set_content(plain_text(notice))
    mail.add_alternative(html_text(notice, subject), subtype="html")
    mail.set_boundary(f"=_{notice.uuid}")
    return mail.as_bytes().decode("utf-8")


def subject_of(notice: Notice) -> str:
    """One line that no mail program reads as anything but text: cleaned, and no encoded word in it."""
    subject = clean_line(summary_of(notice)).replace("=?", "= ?")
    if notice.kind is MessageKind.DIGEST:
        subject = f"Commitments: {subject}"
    return subject if len(subject) <= _LONGEST_SUBJECT else subject[: _LONGEST_SUBJECT - 1] + "…"
