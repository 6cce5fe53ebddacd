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
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CANDIDATES = [
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""Encodings that newsrooms' old files have; more would make guesses on short files worse."""


def decode(data: bytes) -> str:
    """The file's characters: byte-order mark dropped, every newline as `\\n`.

    UTF-8, UTF-16 with a byte-order mark, else the likeliest older encoding.

    Raises:
        Unfit: binary, blank, or in no encoding that can be told.
    """
    _refuse_other_formats(data)
    text = _characters(data)
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
    if _HTML.match(data):
        raise Unfit("this is a web page (HTML); save the article as text or Markdown")


def _characters(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            reason = f"the file is broken UTF-16 at byte {error.start + 1}; save it as UTF-8 text"
            raise Unfit(reason) from None
    if b"\0" in data:
        raise Unfit("the file holds NUL bytes, so it is no text; save it as UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error.start)
        return _guessed(data)


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
