"""Papers in 《》 and whether they are promised."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import InstrumentMention, InstrumentStatus

CITED, PROMISED = InstrumentStatus.CITED, InstrumentStatus.PROMISED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "加快推动《福建省知识产权保护与促进条例》出台。",
            [("福建省知识产权保护与促进条例", PROMISED)],
        ),
        ("研究出台《保护体系建设工程推进措施》，", [("保护体系建设工程推进措施", PROMISED)]),
        ("修订《资助和奖励办法》，重点支持转化", [("资助和奖励办法", PROMISED)]),
        ("印发《2025 年工作要点》，明确任务", [("2025年工作要点", PROMISED)]),
        ("制定《实施细则》《工作指引》", [("实施细则", PROMISED), ("工作指引", PROMISED)]),
        ("制定印发《甲办法》和《乙办法》", [("甲办法", PROMISED), ("乙办法", PROMISED)]),
        ("积极落实《地理标志统一认定制度实施方案》", [("地理标志统一认定制度实施方案", CITED)]),
        ("推行《电子商务平台管理》国家标准，", [("电子商务平台管理", CITED)]),
        (
            "落实《关于推进“〈标准化〉”工作的意见》。出台细则",
            [("关于推进“〈标准化〉”工作的意见", CITED)],
        ),
        ("贯彻《甲条例》，制定《乙方案》", [("甲条例", CITED), ("乙方案", PROMISED)]),
        (
            "按《关于印发〈甲〉的通知（《乙》修订）》执行",
            [("关于印发〈甲〉的通知（《乙》修订）", CITED)],
        ),
    ],
)
def test_a_paper_has_title_and_status(
    extractor: Extractor, text: str, expected: list[tuple[str, InstrumentStatus]]
) -> None:
    found = next(extractor.extract([text]))
    papers = [(m.title, m.status) for m in found if isinstance(m, InstrumentMention)]
    assert papers == expected


@pytest.mark.parametrize("text", ["《", "《》", "制定《没有结尾的标题", "》《", "《\n》"])
def test_marks_without_a_title_are_no_paper(extractor: Extractor, text: str) -> None:
    assert next(extractor.extract([text])) == ()
