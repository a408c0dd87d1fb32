"""Files of every format, with two articles or more in each, written by the libraries that read them or by hand."""

import gzip
import io
import json
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pandas as pd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ONE = "The harbour council of Portville met on Tuesday to weigh a long plan for the old quay, officials said."
TWO = "Members voted to wait until autumn and asked for a second report on what the plan would cost the town."
THREE = "A ferry company said that it would not run at night before the work on the quay has come to its end."


def page(title, *paragraphs, day="2021-03-04"):
    """Write a web page."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} | The Ledger</title><meta property="og:title" '
        f'content="{title}"><meta property="og:site_name" content="The Ledger"><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "{day}T10:30:00+02:00", '
        f'"articleSection": "World", "publisher": {{"name": "The Ledger Online"}}}}</script></head><body>'
        f"<nav>Home | World</nav><article><h1>{title}</h1>{body}</article><footer>About us</footer></body></html>"
    ).encode()


def word():
    """Write a Word file."""
    document, stream = docx.Document(), io.BytesIO()
    for text in (ONE, "", TWO):
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def excel():
    """Write an Excel file with two sheets of articles and one of notes."""
    book, stream = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["ID", "Date", "Headline", "Body"])
    book.active.append([7.0, "2021-03-04", "Quay", ONE])
    book.active.append(["b", None, None, TWO])
    book.active.append(["c", None, "no text", None])
    more = book.create_sheet("more")
    more.append(["text"])
    more.append([THREE])
    book.create_sheet("notes").append(["a note"])
    book.save(stream)
    return stream.getvalue()


def rtf(*paragraphs):
    """Write an RTF file; what is not ASCII becomes an escape."""
    escaped = (p.replace("\\", "\\\\").encode("ascii", "xmlcharrefreplace").decode() for p in paragraphs)
    return ("{\\rtf1\\ansi\\deff0 " + "\\par ".join(escaped) + "}").encode()


def pdf(*pages):
    """Write a PDF file of plain lines, one page for each text."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i, text in enumerate(pages):
        stream = f"BT /F1 10 Tf 40 700 Td ({text}) Tj ET"
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 900 800]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def mail(number, text, *, html=False):
    """Write a mail message."""
    message = EmailMessage()
    message["From"], message["Subject"] = "The Ledger <news@ledger.example>", f"Letter {number}"
    message["Date"], message["Message-ID"] = f"Thu, {number} Mar 2021 10:30:00 +0100", f"<{number}@ledger.example>"
    message.set_content(
        text if not html else page(f"Letter {number}", text, TWO, THREE).decode(), "html" if html else "plain"
    )
    return bytes(message)


def mbox():
    """Write an mbox file: plain, empty, HTML."""
    separator = b"From news@ledger.example Thu Mar  4 10:30:00 2021\n"
    messages = [mail(4, ONE + "\n\n>From the quay."), mail(5, " "), mail(6, ONE, html=True)]
    return b"".join(separator + m + b"\n\n" for m in messages)


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ledger</title><link>https://ledger.example</link>
<item><title>Quay &amp;amp; town</title><link>https://ledger.example/1</link><guid>g1</guid>
<dc:creator>Ada Example</dc:creator>
<pubDate>Thu, 04 Mar 2021 10:30:00 +0100</pubDate><category>World</category><description>Short.</description>
<content:encoded><![CDATA[<p>{ONE}</p><p>{TWO}<script>bad()</script></p>]]></content:encoded></item>
<item><title>Ferry</title><guid>g2</guid><description>{THREE}</description></item>
<item><title>Nothing</title><guid>g3</guid></item></channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title>
<entry><id>a1</id><title>Quay</title><updated>2021-03-04T10:30:00Z</updated>
<content type="html">&lt;p&gt;{ONE}&lt;/p&gt;
</content></entry><entry><id>a2</id><title>Ferry</title><summary>{THREE}</summary></entry></feed>""".encode()

NITF = f"""<?xml version="1.0"?><nitf xml:lang="en"><head><docdata>
<doc-id id-string="n1"/><date.issue norm="20210304T103000Z"/>
</docdata><pubdata name="The Ledger" position.section="World"/></head>
<body><body.head><hedline><hl1>Quay waits</hl1></hedline>
<byline>By Ada Example</byline><distributor>Sample Press</distributor></body.head>
<body.content><p>{ONE}</p><p>{TWO}</p>
</body.content></body></nitf>""".encode()


def _news_item(number, text):
    return f"""<newsItem guid="urn:sample:{number}" xml:lang="en"><itemMeta>
<provider><name>Sample Press</name></provider>
<versionCreated>2021-03-0{number}T10:30:00Z</versionCreated></itemMeta><contentMeta><headline>Quay {number}</headline>
<by>Ada Example</by><creditline>Sample Press</creditline><language tag="en"/></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body>{f"<p>{text}</p>" if text else ""}</body></html>
</inlineXML></contentSet></newsItem>"""


NEWSML = (
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    + "".join(_news_item(n, text) for n, text in ((4, ONE), (5, ""), (6, TWO)))
    + "</itemSet></newsMessage>"
).encode()


def warc():
    """Write a crawl: two pages, a picture, an error page, and a page without text."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    answers = [
        ("1", "200 OK", "text/html", page("Quay waits", ONE, TWO)),
        ("2", "200 OK", "image/png", b"\x89PNG"),
        ("3", "404 Not Found", "text/html", page("Not found", ONE)),
        ("4", "200 OK", "text/html; charset=utf-8", page("Ferry rests", THREE, TWO)),
        ("5", "200 OK", "text/html", b"<html><body></body></html>"),
    ]
    for name, status, kind, data in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://ledger.example/{name}", "response", payload=io.BytesIO(data), http_headers=headers
        )
        writer.write_record(record)
    return stream.getvalue()


def zipped(files):
    """Write a zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def jsonl_gz():
    """Write compressed JSON lines."""
    return gzip.compress("\n".join(json.dumps({"id": i, "text": t}) for i, t in enumerate((ONE, TWO))).encode())


def nexis_text(*, of=2):
    """Write a Nexis export in its older layout."""
    return f"""\ufeff



Download Request: Selected Items: 1-{of}
Time Of Request: Friday, March 5, 2021  16:51:31


                               1 of {of} DOCUMENTS


                                  The Ledger (Portville)

                            March 4, 2021 Thursday
                                 City Edition

Quay plan put off
until the autumn

BYLINE: Ada Example and
Bo Sample

SECTION: NEWS; Pg. 3

LENGTH: 38 words

{ONE.replace("a long ", "a long" + chr(10))}

{TWO}

LOAD-DATE: March 4, 2021

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2021 The Ledger
                              All Rights Reserved

                               2 of {of} DOCUMENTS


                                  The Courier

                            March 5, 2021 Friday 9:20 AM GMT

Ferries rest

LENGTH: 19 words

WARNING: {THREE}

LOAD-DATE: March 5, 2021
""".replace("\n", "\r\n").encode()


def nexis_word():
    """Write a Nexis export in its newer layout."""
    lines = [
        "Date and Time: Friday, 5. March 2021 09:31:00 CET",
        "Documents (3)",
        "1. Quay plan put off",
        "2. Ferries rest",
    ]
    lines += ["Client/Matter: -None-", "", "Quay plan put off", "The Ledger", "March 4, 2021 Thursday 9:20 AM GMT", ""]
    lines += ["Copyright 2021 The Ledger All Rights Reserved", "Section:\u00a0NEWS; Version:2", "Length:\u00a038 words"]
    lines += ["Byline:\u00a0Ada Example", "Body", "", ONE, "", TWO, "Classification", "", "Language:\u00a0ENGLISH"]
    lines += ["Load-Date:\u00a0March 4, 2021", "", "\nEnd of Document", "", "Ferries rest", "The Courier"]
    lines += ["March 5, 2021 Friday", "Length:\u00a019 words", "Body", THREE, "\nEnd of Document", ""]
    document, stream = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def proquest():
    """Write a ProQuest text export."""
    rule = "_" * 60
    documents = [
        f"Document {n} of 3\n\nTitle: {title}\n\nAuthor: Ada Example\n\nPublication title: The Ledger; Portville\n\n"
        f"Publication date: Mar {n}, 2021\n\nSection: World\n\nProQuest document ID: 90000{n}\n\n"
        f"Document URL: https://proquest.example/{n}\n\nCopyright: Copyright The Ledger Mar {n}, 2021\n\n"
        f"Full text: {text}\n\nLanguage of publication: English\n\nDatabase: Sample Stream\n\n"
        for n, title, text in ((1, "Quay waits", f"{ONE}\n\n{TWO}"), (2, "Gone", ""), (3, "Ferries rest", THREE))
    ]
    return (rule + "\n" + f"{rule}\n".join(documents) + rule + "\nContact us at: sample\n").encode()


_FACTIVA = (
    ("SE", ["World"]),
    ("HD", ["Quay waits"]),
    ("BY", ["By Ada Example"]),
    ("CR", ["Sample Press"]),
    ("WC", ["38 words"]),
    ("PD", ["4 March 2021"]),
    ("ET", ["10:30"]),
    ("SN", ["The Ledger"]),
    ("SC", ["LEDG"]),
    ("LA", ["English"]),
    ("CY", ["Copyright 2021, The Ledger."]),
    ("LP", [ONE]),
    ("TD", [TWO, THREE]),
    ("AN", ["Document LEDG000020210304eh340000a"]),
)


def factiva_page(found=2):
    """Write a Factiva export as a web page: one document with the codes of its fields, one without."""
    cells = ((code, "".join(f"<p>{t}</p>" for t in texts)) for code, texts in _FACTIVA)
    rows = "".join(f"<tr><td><b>{code}</b></td><td>{cell}</td></tr>" for code, cell in cells)
    plain = (
        '<div><span class="enHeadline">Ferries rest</span></div><div class="author">Bo Sample</div><div>19 words</div>'
        "<div>5 March 2021</div><div>The Courier</div><div>COUR</div><div>English</div>"
        f'<div>Copyright 2021 The Courier.</div><p class="articleParagraph enarticleParagraph">{THREE}</p>'
        "<p>Document COUR000020210305eh350000b</p>"
    )
    return (
        f"<html><body><div>Results Found {found}</div><div id='a' class='article enArticle'><table>{rows}</table></div>"
        f"<div class='article enArticle'>{plain}</div></body></html>"
    ).encode()


def factiva_rtf():
    """Write a Factiva export as RTF: one document with the codes of its fields, one without."""
    coded = [
        line
        for code, texts in _FACTIVA[:-1]
        for line in (f"{code}  {texts[0]}", *(x for t in texts[1:] for x in ("", t)))
    ]
    plain = [
        "Ferries rest",
        "Bo Sample",
        "19 words",
        "5 March 2021",
        "The Courier",
        "COUR",
        "English",
        "Copyright 2021 X",
    ]
    plain += [THREE, "", "Document COUR000020210305eh350000b"]
    return rtf(*coded, "AN", "Document LEDG000020210304eh340000a", "", *plain)


def parquet():
    """Write a Parquet table."""
    stream = io.BytesIO()
    pd.DataFrame({"id": [1, 2], "text": [ONE, TWO], "date": ["2021-03-04", None]}).to_parquet(stream, index=False)
    return stream.getvalue()
