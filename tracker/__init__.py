"""Follow up announced commitments: from an announcement's text to a due date, a check and an answer."""

__version__ = "0.1.0"
