"""Files that are no text, told by their first bytes."""

from __future__ import annotations

from kg.wording import Text

_SIGNATURES: tuple[tuple[bytes, Text], ...] = (
    (
        b"PK\x03\x04",
        Text("压缩包或新版 Office 文件（docx、xlsx、zip）", "a zip, docx or xlsx file"),
    ),
    (b"PK\x05\x06", Text("空压缩包", "an empty zip file")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Text("旧版 Office 文件（doc、xls、wps）", "a doc, xls or wps file"),
    ),
    (b"%PDF-", Text("PDF 文件", "a PDF file")),
    (b"{\\rtf", Text("RTF 文件", "an RTF file")),
    (b"\x89PNG\r\n", Text("PNG 图片", "a PNG picture")),
    (b"\xff\xd8\xff", Text("JPEG 图片", "a JPEG picture")),
    (b"GIF8", Text("GIF 图片", "a GIF picture")),
    (b"II*\x00", Text("TIFF 图片", "a TIFF picture")),
    (b"MM\x00*", Text("TIFF 图片", "a TIFF picture")),
    (b"Rar!\x1a\x07", Text("RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", Text("7z 压缩包", "a 7z archive")),
    (b"\x1f\x8b\x08", Text("gzip 压缩文件", "a gzip file")),
    (b"BZh", Text("bzip2 压缩文件", "a bzip2 file")),
    (b"\xfd7zXZ\x00", Text("xz 压缩文件", "an xz file")),
    (b"SQLite format 3\x00", Text("SQLite 数据库", "a SQLite database")),
    (b"\x7fELF", Text("可执行程序", "a program")),
    (b"MZ\x90\x00", Text("可执行程序", "a program")),
)


def kind_of(data: bytes) -> Text | None:
    """Return what kind of file the bytes are, when they are known not to be text.

    Examples
    --------
    >>> kind_of(b"%PDF-1.7 ...").en
    'a PDF file'
    >>> kind_of("闽知发〔2025〕14号".encode()) is None
    True
    """
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)
