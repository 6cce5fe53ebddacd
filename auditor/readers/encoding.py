"""Bytes to characters, or a plain sentence why not."""

from __future__ import annotations

import codecs
import re

from auditor.readers.unreadable import Unfit

_MAGIC = (
    (b"%PDF-", "this is a PDF; export it as text"),
    (b"\xd0\xcf\x11\xe0", "this is an old Office document; save it as plain text"),
    (b"{\\rtf", "this is an RTF document; save it as plain text"),
    (b"\x89PNG", "this is a PNG image; save the article's words as text"),
    (b"\xff\xd8\xff", "this is a JPEG image; save the article's words as text"),
    (b"GIF87a", "this is a GIF image; save the article's words as text"),
    (b"GIF89a", "this is a GIF image; save the article's words as text"),
    (b"\x1f\x8b", "this is a gzip archive; unpack it first"),
)
_ZIPPED = (
    (b"word/", "this is a Word document (docx); save it as plain text"),
    (b"opendocument", "this is an OpenDocument file; save it as plain text"),
    (b"epub", "this is an e-book (EPUB); export it as text"),
    (b"", "this is a zip archive; unpack it first"),
)
_MARKED = (
    # The mark of UTF-32 begins with that of UTF-16.
    ("utf-32", (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)),
    ("utf-16", (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_DECLARATION_REACH = 4_096
_SPACES = re.compile(r"[ \n<]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CANDIDATES = [
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""Encodings that newsrooms' old files have; more would make guesses on short files worse."""


_WEB_NAMES = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
"""What browsers read where a page names the key: the larger sets of Windows and Beijing."""
_FAMILIES = (
    *("cp", "iso8859", "iso2022", "koi8", "kz1048", "mac", "ascii", "tis-620"),
    *("gb", "hz", "big5", "shift_jis", "euc_", "johab"),
)
_SEVEN_BITS = ("iso2022_jp", "hz")
"""Encodings that look like ASCII."""


def decode(data: bytes, html: bool = False) -> str:
    """The file's characters: byte-order mark dropped, every newline as `\\n`.

    UTF-8, UTF-16 and UTF-32 with a byte-order mark or without, on a web page (`html`) the
    encoding that it names, else the likeliest older encoding. The same bytes always give
    the same characters.

    Raises:
        Unfit: binary, blank, or in no encoding that can be told.
    """
    _refuse_other_formats(data)
    if not html and is_html(data):
        raise Unfit("this is a web page (HTML); name it .html, and its article is found")
    text = _characters(data, _declared(data) if html else "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unfit("the file is empty; there is nothing to audit")
    if "\0" in text:
        raise Unfit("the file holds NUL bytes, so it is no text; save it as UTF-8 text")
    if len(_CONTROL.findall(text)) > max(3, len(text) // 100):
        raise Unfit("the file is full of control characters; save it as UTF-8 text")
    return text


def _refuse_other_formats(data: bytes) -> None:
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            raise Unfit(reason)
    if data.startswith(b"PK\x03\x04"):
        # The names of a zip's members also stand in its directory, at the end.
        raise Unfit(next(reason for mark, reason in _ZIPPED if mark in data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise Unfit("this is a WebP image; save the article's words as text")


def is_html(data: bytes) -> bool:
    """Whether the file begins as a web page does."""
    return _HTML.match(data.removeprefix(codecs.BOM_UTF8)) is not None


def _characters(data: bytes, declared: str) -> str:
    for name, marks in _MARKED:
        if data.startswith(marks):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                place = f"at byte {error.start + 1}"
                reason = f"the file is broken {name.upper()} {place}; save it as UTF-8 text"
                raise Unfit(reason) from None
    if b"\0" in data:
        return _wide(data)
    if declared in _SEVEN_BITS and (text := _strictly(data, declared)):
        return text
    try:
        # Bytes that happen to be UTF-8 are UTF-8, whatever a page says.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if declared and (text := _strictly(data, declared)):
            return text
        _refuse_damaged_utf8(data, error.start)
        return _guessed(data)


def _declared(data: bytes) -> str:
    """Python's name for the encoding that a page names; empty where it names none or UTF-8."""
    head = _COMMENT.sub(b"", data[:_DECLARATION_REACH])
    found = _DECLARED.search(head)
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii", "replace"))
    except LookupError:
        return ""
    # Python's own ways of escaping are none, and whoever can read the name reads no UTF-16.
    return _WEB_NAMES.get(name.name, name.name) if name.name.startswith(_FAMILIES) else ""


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return ""


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: of the four readings, the one that has spaces.

    Raises:
        Unfit: none is text.
    """
    best, most = "", 0.02
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _strictly(data, name)
        if text and "\0" not in text and not _CONTROL.search(text):
            share = len(_SPACES.findall(text)) / len(text)
            if share > most:
                best, most = text, share
    if not best:
        raise Unfit("the file holds NUL bytes, so it is no text; save it as UTF-8 text")
    return best


def _refuse_damaged_utf8(data: bytes, position: int) -> None:
    """One bad byte in much good UTF-8 is damage, not another encoding."""
    bad = data.decode("utf-8-sig", "replace").count("\ufffd")
    if len(_MULTIBYTE.findall(data)) > 2 * bad:
        line = data.count(b"\n", 0, position) + 1
        raise Unfit(f"a broken UTF-8 character in line {line}; repair it and save as UTF-8")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        raise Unfit("the file's encoding cannot be told; save it as UTF-8 text")
    # Western and Central European Windows files look alike; the first is far commoner.
    for match in matches:
        if match.encoding == "cp1252" and match.chaos <= best.chaos:
            best = match if match.coherence >= best.coherence else best
    return str(best)
