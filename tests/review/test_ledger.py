"""The ledger as a file: read back as written, or refused with every fault."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.review import (
    EVERY_LOWER,
    Comparison,
    Exemption,
    Grade,
    Judgement,
    ReviewLedger,
    Verdict,
    ledger_data,
    read_ledger,
)
from kg.review.cells import EVERY
from kg.review.curie import curie, key_of
from kg.review.sheet import COLUMNS, HEAD
from kg.wording import Language
from tests.review.ledger_sample import LOWER, ONE, UPPER, exemption, judgement, ledger

_TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\"'#,;|%〔〕（）《》"),
    max_size=30,
)
_NAMES = _TEXTS.filter(lambda name: bool(name.strip())).map(str.strip)
_DAYS = st.dates().map(str) | st.just("")
_HASHES = st.text("0123456789abcdef", min_size=16, max_size=16)
_JUDGEMENTS = st.builds(
    lambda lower, upper, low, up, **rest: Judgement(
        lower_document=lower,
        lower_key=f"{lower}/{low}",
        upper_document=upper,
        upper_key=f"{upper}#{up}",
        **rest,
    ),
    _NAMES,
    _NAMES,
    _TEXTS,
    _TEXTS,
    reviewer=_NAMES,
    date=_DAYS,
    verdict=st.sampled_from(list(Verdict)),
    grade=st.sampled_from(list(Grade)),
    lower_hash=_HASHES,
    upper_hash=_HASHES,
    comment=_TEXTS,
    confidence=st.none() | st.floats(0, 1),
    lower_label=_TEXTS,
    upper_label=_TEXTS,
)
_COMPARISONS = st.builds(Comparison, _NAMES, _NAMES, _NAMES, _DAYS, st.booleans(), _TEXTS).filter(
    lambda c: c.lower_key != c.upper_key
)


_EXEMPTIONS = st.builds(
    lambda upper, item, **rest: Exemption(upper_document=upper, item_key=f"{upper}/{item}", **rest),
    _NAMES,
    _TEXTS,
    lower_document=_NAMES | st.just(EVERY_LOWER),
    reviewer=_NAMES,
    date=_DAYS,
    is_exempt=st.booleans(),
    words_hash=_HASHES,
    comment=_TEXTS,
    label=_TEXTS,
).filter(lambda e: e.lower_document != e.upper_document)


@given(
    st.lists(_JUDGEMENTS, max_size=4),
    st.lists(_COMPARISONS, max_size=3),
    st.lists(_EXEMPTIONS, max_size=3),
)
def test_what_is_written_is_read(
    judgements: list[Judgement], comparisons: list[Comparison], exemptions: list[Exemption]
) -> None:
    written = ReviewLedger("账.tsv").with_rows(judgements, comparisons, exemptions)
    data = ledger_data(written)
    assert read_ledger(data, "账.tsv") == written
    shuffled = written.with_rows(judgements[::-1], comparisons[::-1], exemptions[::-1])
    assert ledger_data(shuffled) == data


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_key_has_a_plain_curie(key: str) -> None:
    written = curie(key)
    assert key_of(written) == key
    assert set(written.removeprefix("kg:")) <= set(string.ascii_letters + string.digits + "-._~/%")


def test_an_empty_file_is_an_empty_ledger() -> None:
    assert read_ledger(b"", "账.tsv") == ReviewLedger("账.tsv")


def test_metadata_stay_as_they_are_and_windows_line_ends_are_read() -> None:
    head = HEAD + '#mapping_set_version: "2025-03"\n'
    text = ledger_data(ledger(judgement())).decode().replace(HEAD, head)
    found = read_ledger(f"\ufeff{text}".replace("\n", "\r\n").encode(), "账.tsv")
    assert found.judgements == (judgement(),)
    assert ledger_data(found).decode() == text


def test_columns_in_another_order_and_keys_as_they_are() -> None:
    cells = {
        "object_source": f"kg:{UPPER}",
        "subject_source": f"kg:{LOWER}",
        "object_id": f"kg:{judgement().upper_key}",
        "subject_id": f"kg:{ONE}",
        "predicate_id": "kgt:covers",
        "mapping_justification": "semapv:ManualMappingCuration",
        "reviewer_label": "张三",
        "subject_text_hash": judgement().lower_hash,
        "object_text_hash": judgement().upper_hash,
    }
    text = "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"
    (found,) = read_ledger(text.encode(), "账.tsv").judgements
    assert (found.lower_key, found.verdict, found.date) == (ONE, Verdict.ACCEPTED, "")


GOOD = dict(
    zip(
        COLUMNS, ledger_data(ledger(judgement())).decode().splitlines()[-1].split("\t"), strict=True
    )
)
KEY = ("kg: 加举措或文件的键", "kg: and the key of a measure or document")
HASH = (
    "16 位十六进制数，由程序填写；手写的行请改用 kg review add",
    "16 hexadecimal digits, written by the program; by hand use kg review add",
)
PREDICATES = "kgt:covers | kgt:partly_covers | kgt:compared_with | kgt:exempt_from"
WRONG_CELLS = [
    ("subject_id", "福州", *KEY),
    ("object_id", "", *KEY),
    ("predicate_id", "skos:exactMatch", PREDICATES, PREDICATES),
    ("predicate_modifier", "不", "Not，或留空", "Not, or nothing"),
    ("mapping_justification", "semapv:LexicalMatching", *["semapv:ManualMappingCuration"] * 2),
    ("reviewer_label", "", "判断人姓名", "who judged"),
    ("mapping_date", "2025-02-30", "2025-01-31", "2025-01-31"),
    ("confidence", "1.5", "0 到 1 之间的数，或留空", "a number from 0 to 1, or nothing"),
    ("unsure", "也许", "true | false", "true | false"),
    ("subject_text_hash", "", *HASH),
    ("object_source", "福州", *KEY),
]


@pytest.mark.parametrize(("column", "cell", "zh", "en"), WRONG_CELLS)
def test_a_wrong_cell_is_refused(column: str, cell: str, zh: str, en: str) -> None:
    what = (
        (f"{column} 不对：{cell}", f"wrong {column}: {cell}")
        if cell
        else (f"{column} 一格是空的", f"cell {column} is empty")
    )
    assert told(table(GOOD | {column: cell})) == (
        f"{what[0]}（账.tsv 第 2 行 {column} 列）；应为：{zh}",
        f"{what[1]} (账.tsv, line 2, column {column}); expected: {en}",
    )


def test_a_measure_outside_of_its_document_is_refused() -> None:
    zh, en = told(table(GOOD | {"object_source": "kg:别的文件"}))
    key = judgement().upper_key
    assert zh == (
        f"{key} 不是 别的文件 的举措（账.tsv 第 2 行 object_id 列）；"
        "应为：object_source 所写文件的举措"
    )
    assert en == (
        f"{key} is no measure of 别的文件 (账.tsv, line 2, column object_id); "
        "expected: a measure of the document in object_source"
    )


WORD = dict(
    zip(
        COLUMNS,
        ledger_data(ledger().with_rows(exemptions=[exemption()]))
        .decode()
        .split("\n")[-2]
        .split("\t"),
        strict=True,
    )
)


@pytest.mark.parametrize(
    ("column", "cell", "zh", "en"),
    [
        (
            "subject_id",
            "kgt:every",
            f"kg: 加下级文件的键，或 {EVERY}",
            f"kg: and a key, or {EVERY}",
        ),
        ("object_source", "", *KEY),
        ("object_text_hash", "", *(x.replace("add", "exempt") for x in HASH)),
    ],
)
def test_a_wrong_cell_of_a_word_on_a_task_is_refused(
    column: str, cell: str, zh: str, en: str
) -> None:
    what = (
        (f"{column} 不对：{cell}", f"wrong {column}: {cell}")
        if cell
        else (f"{column} 一格是空的", f"cell {column} is empty")
    )
    assert told(table(WORD | {column: cell})) == (
        f"{what[0]}（账.tsv 第 2 行 {column} 列）；应为：{zh}",
        f"{what[1]} (账.tsv, line 2, column {column}); expected: {en}",
    )


def test_a_word_on_a_task_that_contradicts_itself_is_refused() -> None:
    assert told(table(WORD | {"subject_id": WORD["object_source"]})) == (
        "一份文件不是自己的下级（账.tsv 第 2 行 subject_id 列）",
        "a document does not stand below itself (账.tsv, line 2, column subject_id)",
    )
    task = exemption().item_key
    assert told(table(WORD | {"object_source": "kg:别的文件"})) == (
        f"{task} 不是 别的文件 的任务（账.tsv 第 2 行 object_id 列）；"
        "应为：object_source 所写文件的任务",
        f"{task} is no task of 别的文件 (账.tsv, line 2, column object_id); "
        "expected: a task of the document in object_source",
    )
    assert "适用与否同用" in told(table(WORD | {"unsure": "true"}))[0]


def test_cells_that_contradict_each_other_are_refused() -> None:
    assert told(table(GOOD | {"unsure": "true", "predicate_modifier": "Not"})) == (
        "unsure 不能与 Not、文件比对、适用与否同用（账.tsv 第 2 行 unsure 列）。请只留一种判断",
        "unsure excludes Not, and rows on documents or on what is exempt "
        "(账.tsv, line 2, column unsure). Next: keep one of them",
    )
    assert told(table(GOOD | {"predicate_id": "kgt:compared_with", "object_id": curie(ONE)})) == (
        "一份文件不能与自己比对（账.tsv 第 2 行 object_id 列）",
        "a document is not compared with itself (账.tsv, line 2, column object_id)",
    )


def test_a_control_character_is_refused() -> None:
    assert told(table(GOOD | {"comment": "\x07"})) == (
        "comment 中有控制字符（账.tsv 第 2 行 comment 列）。请去掉后再记",
        "comment has a control character (账.tsv, line 2, column comment). Next: take it out",
    )


def table(*rows: dict[str, str]) -> bytes:
    lines = ["\t".join(COLUMNS), *("\t".join(row[c] for c in COLUMNS) for row in rows)]
    return "".join(f"{line}\n" for line in lines).encode()


def told(data: bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_ledger(data, "账.tsv")
    return caught.value.into(Language.ZH), caught.value.into(Language.EN)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    zh, _ = told(table(GOOD | {"confidence": "x", "unsure": "x"}, GOOD, GOOD | {"object_id": ""}))
    assert [line.split("（")[1].split("）")[0] for line in zh.splitlines()] == [
        "账.tsv 第 2 行 confidence 列",
        "账.tsv 第 2 行 unsure 列",
        "账.tsv 第 4 行 object_id 列",
    ]


def test_lines_are_counted_with_the_metadata_and_within_cells() -> None:
    rows = (GOOD | {"comment": '"一\n二"'}, GOOD | {"unsure": "x"})
    zh, _ = told(HEAD.encode() + table(*rows))
    head = HEAD.count("\n")
    assert f"账.tsv 第 {head + 4} 行" in zh


def test_what_the_ledger_does_not_know_is_refused() -> None:
    columns = "、".join(COLUMNS)
    assert told(b"subject_id\tother\n") == (
        f"不认识的列：other（账.tsv 第 1 行 other 列）；应为：{columns}\n"
        "缺列 predicate_id（账.tsv 第 1 行）\n缺列 object_id（账.tsv 第 1 行）\n"
        "缺列 mapping_justification（账.tsv 第 1 行）\n缺列 reviewer_label（账.tsv 第 1 行）",
        f"unknown column: other (账.tsv, line 1, column other); expected: {', '.join(COLUMNS)}\n"
        "column predicate_id is missing (账.tsv, line 1)\n"
        "column object_id is missing (账.tsv, line 1)\n"
        "column mapping_justification is missing (账.tsv, line 1)\n"
        "column reviewer_label is missing (账.tsv, line 1)",
    )


def test_a_column_that_stands_twice_and_a_row_that_is_too_long() -> None:
    good = table(GOOD).decode()
    header, row, _ = good.split("\n")
    assert told(f"{header}\tunsure\n{row}\n".encode()) == (
        "列 unsure 重复（账.tsv 第 1 行 unsure 列）",
        "column unsure stands twice (账.tsv, line 1, column unsure)",
    )
    assert told(f"{header}\n{row}\t甲\n".encode()) == (
        "这一行有 17 格（账.tsv 第 2 行）；应为：16 格，以制表符分隔",
        "the row has 17 cells (账.tsv, line 2); expected: 16 cells, parted by tabs",
    )


def test_a_broken_quotation_and_another_encoding() -> None:
    zh, en = told(table(GOOD | {"comment": '"甲"乙'}))
    assert zh.startswith("引号或换行不对：")
    assert zh.endswith("（账.tsv 第 2 行）；应为：有制表符、换行或引号的格用双引号括起")
    assert en.startswith("quotation marks or line breaks are wrong: ")
    assert told("甲\n".encode("gb18030")) == (
        "审核账本不是 UTF-8 编码（账.tsv 第 1 行）。请另存为 UTF-8 的文本",
        "the review ledger is not in UTF-8 (账.tsv, line 1). Next: save it as text in UTF-8",
    )


def test_a_control_character_is_not_written() -> None:
    with pytest.raises(InputError) as caught:
        ledger_data(ledger(judgement(comment="甲\x07")))
    assert caught.value.into(Language.ZH) == "comment 中有控制字符。请去掉后再记"


def test_people_say_what_is_compared() -> None:
    book = ReviewLedger("账.tsv").with_rows(
        (),
        [
            Comparison(LOWER, UPPER, "张三", "2025-01-01", wanted=False),
            Comparison(LOWER, UPPER, "张三", "2025-01-02", wanted=True),
            Comparison("甲", "乙", "张三", "2025-01-01", wanted=True),
            Comparison("甲", "乙", "李四", "2025-01-01", wanted=False),
        ],
    )
    assert book.wanted(LOWER, UPPER) is True
    assert book.wanted("甲", "乙") is None
    assert book.wanted(UPPER, LOWER) is None


def test_the_checksum_of_a_pair_of_documents_is_that_of_its_judgements() -> None:
    book = ledger(judgement())
    assert book.digest(LOWER, UPPER) == ledger(judgement()).digest(LOWER, UPPER)
    assert book.digest(LOWER, UPPER) != ledger(judgement(comment="甲")).digest(LOWER, UPPER)
    assert book.digest(UPPER, LOWER) == ""
    exempt = book.with_rows(exemptions=[exemption()])
    assert exempt.judgements == book.judgements
    assert exempt.digest(LOWER, UPPER) != book.digest(LOWER, UPPER)
    assert exempt.digest("另一份", UPPER) != ""
    assert ledger().with_rows(exemptions=[exemption(lower="另一份")]).digest(LOWER, UPPER) == ""
