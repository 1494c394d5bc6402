"""Dates in a text, what they mean and how much they bind."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import DeadlineMention, Scope


def deadlines(extractor: Extractor, text: str) -> list[tuple[str, str, Scope]]:
    found = (m for m in next(extractor.extract([text])) if isinstance(m, DeadlineMention))
    return [(m.span.text, m.timing.key, m.scope) for m in found if m.timing is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "高质量运行保护中心，2025年底前，推动厦门市知识产权保护中心通过国家验收。",
            ("2025年底前", "2025", Scope.CLAUSE),
        ),
        ("2025年9月底前，完成提标改造。", ("2025年9月底前", "2025-09", Scope.MEASURE)),
        ("推进清理整顿，2025年12月底前完成。", ("2025年12月底前", "2025-12", Scope.MEASURE)),
        ("出台实施细则，年底前推动落地见效。", ("年底前", "2025", Scope.CLAUSE)),
        ("制定方案。2025年6月30日前报送。", ("2025年6月30日前", "2025-06-30", Scope.CLAUSE)),
        ("到二〇二七年，建成示范城市。", ("二〇二七年", "2027", Scope.MEASURE)),
        ("开展自查，每年10月底前报送。", ("每年10月底前", "yearly-10", Scope.CLAUSE)),
        (
            "自印发之日起3个月内制定配套措施。",
            ("自印发之日起3个月内", "自印发之日起3个月内", Scope.MEASURE),
        ),
        ("“十五五”期间，新建基地。", ("“十五五”期间", "十五五", Scope.MEASURE)),
        ("2025 年底前，完成改造。", ("2025 年底前", "2025", Scope.MEASURE)),
    ],
)
def test_a_deadline_has_its_words_meaning_and_scope(
    extractor: Extractor, text: str, expected: tuple[str, str, Scope]
) -> None:
    assert deadlines(extractor, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "研究谋划“十五五”时期重点目标任务，总结“十四五”规划",
        "组织2025年知识产权人才培训专项行动",
        "组织开展2025年度国家知识产权局课题研究项目申报工作",
        "印发《2025年知识产权强省建设工作要点》",
        "推行“周末不打烊”",
        "持续推进、定期发布",
        "2025年13月前完成，2025年2月30日前完成",
    ],
)
def test_names_subjects_and_impossible_dates_are_no_deadlines(
    extractor: Extractor, text: str
) -> None:
    assert deadlines(extractor, text) == []


def test_without_a_year_words_without_one_stay_as_they_are() -> None:
    assert deadlines(Extractor(), "年底前，完成改造。") == [("年底前", "年底前", Scope.MEASURE)]


def test_the_year_of_some_texts_goes_before_that_of_the_extractor(extractor: Extractor) -> None:
    (mentions,) = extractor.extract(["年底前，完成改造。"], year=2023)
    timings = [m.timing for m in mentions if isinstance(m, DeadlineMention)]
    assert [timing.key for timing in timings if timing is not None] == ["2023"]
