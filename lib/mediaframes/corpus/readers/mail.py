"""Newsletters saved as mail: single messages and mbox files."""

import email
import email.policy
import re
from email.utils import parseaddr

from mediaframes.corpus.readers.items import Problem, Unreadable, reason
from mediaframes.corpus.readers.web import page_article

_FROM_LINE = re.compile(rb"From \S.*\d{4}")
_LARGEST = 32 << 20


def read_eml(stream, name):
    """Yield the article of one mail message: its subject is the title, its sender the outlet."""
    yield _message_article(stream.read(_LARGEST))


def read_mbox(stream, name):
    """Yield the messages of an mbox file, each with its own problem if it has no text."""
    for number, data in enumerate(_messages(stream), 1):
        yield None
        try:
            yield _message_article(data) | {"_where": f"message {number}"}
        except Exception as error:  # a message may be broken in any way; the others need not be
            yield Problem(reason(error), f"message {number}")


def _messages(stream):
    """Split at "From " lines that open the file or follow a blank line."""
    lines, blank = [], True
    for line in stream:
        if blank and _FROM_LINE.match(line):
            if lines:
                yield b"".join(lines[:-1])  # the blank line belongs to the mbox
            lines = []
        else:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _message_article(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(message[h] for h in ("From", "Subject", "Date")):
        raise Unreadable("no mail headers in it")
    sender, address = parseaddr(str(message["From"] or ""))
    found = {
        "article_id": str(message["Message-ID"] or "").strip("<> \t\r\n") or None,
        "title": str(message["Subject"] or "") or None,
        "outlet": sender or address or None,
        "published": str(message["Date"]) if message["Date"] else None,
    }
    return found | {k: v for k, v in _body(message).items() if v and not found.get(k)}


def _body(message):
    plain = message.get_body(preferencelist=("plain",))
    text = plain.get_content() if plain is not None else ""
    if text.strip():
        return {"text": text}
    page = message.get_body(preferencelist=("html",))
    if page is None:
        raise Unreadable("no text in the message")
    return page_article(page.get_content(), title=str(message["Subject"] or "") or None)
