"""Front matter: what a paper says about itself, from the lines around its list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.loaders.grammar.front import read_front

from kg.model import FrontMatter, Issue, Paragraph, Place

_PROVINCE = """# 福建省知识产权局文件
闽知发〔2025〕14号
## 福建省知识产权局关于印发 2025 年 福建省推动知识产权高质量发展 任务清单的通知
各设区市市场监管局（知识产权局）、平潭综合实验区市场监管局，局机关相关处室、有关直属单位：
为深入贯彻《知识产权强国建设纲要（2021—2035年）》《“十四五”国家知识产权保护和运用规划》，纵深推进专项行动，\
用好知识产权“工具箱”，根据国家知识产权局《推动知识产权高质量发展年度工作指引
(2025)》，我局研究制定了《2025年福建省推动知识产权高质量发展任务清单》，现印发给你们，请结合实际抓好落实。
(此件主动公开)
# 2025 年福建省推动知识产权高质量发展任务清单"""
_PROVINCE_TAIL = """抄送：国家知识产权局运用促进司。
福建省知识产权局
2025年6月10日印发"""
_GROUP = """澧阳市优化营商环境工作领导小组办公室文件
澧优环办〔2025〕3号
澧阳市优化营商环境工作领导小组办公室关于印发《澧阳市2025年优化营商环境重点任务分解表》的通知
各县（市、区）人民政府，市直各有关单位：
    为贯彻落实全市优化营商环境大会部署，领导小组办公室研究制定了《澧阳市2025年优化营商环境重点任务分解表》，现印发给你们。
    附件：澧阳市2025年优化营商环境重点任务分解表
澧阳市优化营商环境工作领导小组办公室
2025年3月18日
（此件公开发布）
附件
澧阳市2025年优化营商环境重点任务分解表"""


def _paragraphs(text: str) -> list[Paragraph]:
    out = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.lstrip("#")
        if words.strip():
            out.append(Paragraph(words.strip(), Place.at(number), len(line) - len(words)))
    return out


def _read(head: str, tail: str = "") -> tuple[FrontMatter, tuple[Issue, ...]]:
    result: tuple[FrontMatter, tuple[Issue, ...]] = read_front(_paragraphs(head), _paragraphs(tail))
    return result


def test_a_notice_with_its_list() -> None:
    front, issues = _read(_PROVINCE, _PROVINCE_TAIL)
    assert issues == ()
    assert front == FrontMatter(
        title="福建省知识产权局关于印发2025年福建省推动知识产权高质量发展任务清单的通知",
        list_title="2025年福建省推动知识产权高质量发展任务清单",
        doc_no="闽知发〔2025〕14号",
        issuer="福建省知识产权局",
        issued_on=date(2025, 6, 10),
        year=2025,
        implements=(
            "知识产权强国建设纲要（2021—2035年）",
            "“十四五”国家知识产权保护和运用规划",
            "推动知识产权高质量发展年度工作指引(2025)",
        ),
    )


def test_a_notice_with_signature_and_annex() -> None:
    front, _ = _read(_GROUP)
    assert front.issuer == "澧阳市优化营商环境工作领导小组办公室"
    assert front.list_title == "澧阳市2025年优化营商环境重点任务分解表"
    assert front.annex == "附件"
    assert front.issued_on == date(2025, 3, 18)
    assert front.implements == ()


def test_a_bare_annex_says_no_more_than_its_title() -> None:
    front, _ = _read("附件1\n福州市国家知识产权强市建设示范城市工作方案重点任务分解表")
    title = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"
    assert front == FrontMatter(title=title, list_title=title, annex="附件1")


def test_a_line_of_particulars_under_the_title() -> None:
    front, _ = _read(
        "2025年信江市推动知识产权高质量发展任务清单\n"
        "信市监知〔2025〕12号　　编制单位：信江市市场监督管理局（知识产权局）　　2025年3月14日",
        "注：跨年度任务按年度分解调度，其余任务应于当年办结。",
    )
    assert front.title == "2025年信江市推动知识产权高质量发展任务清单"
    assert front.doc_no == "信市监知〔2025〕12号"
    assert front.issuer == "信江市市场监督管理局（知识产权局）"
    assert front.issued_on == date(2025, 3, 14)


def test_a_title_over_several_lines_under_its_issuer() -> None:
    front, _ = _read(
        "澄湖市人民政府办公室\n关于印发澄湖市促进数据要素市场化\n配置改革行动方案的通知\n"
        "澄政办发〔2024〕21号\n各县（市、区）人民政府：\n"
        "为贯彻落实《数据要素行动计划》，制定本方案。"
    )
    assert front.title == (
        "澄湖市人民政府办公室关于印发澄湖市促进数据要素市场化配置改革行动方案的通知"
    )
    assert front.issuer == "澄湖市人民政府办公室"
    assert front.doc_no == "澄政办发〔2024〕21号"
    assert front.year is None
    assert front.implements == ("数据要素行动计划",)


def test_a_list_title_over_two_lines_with_its_years() -> None:
    front, _ = _read("附件2\n## 澄湖市国家知识产权强市建设\n## 重点任务分工方案\n（2024—2026年）")
    assert front.list_title == "澄湖市国家知识产权强市建设重点任务分工方案（2024—2026年）"
    assert (front.annex, front.year) == ("附件2", 2024)


@pytest.mark.parametrize(
    "printed",
    [
        "澄政办发[2025]21号",
        "澄政办发【2025】21号",
        "澄政办发（2025）21号",
        "澄政办发(2025) 21号",
        "澄政办发﹝2025﹞21号",
        "澄政办发［２０２５］２１号",
    ],
)
def test_other_brackets_in_the_number_are_noted(printed: str) -> None:
    front, issues = _read(f"澄湖市人民政府办公室文件\n{printed}\n澄湖市2025年重点任务清单")
    assert front.doc_no == "澄政办发〔2025〕21号"
    (issue,) = issues
    assert (issue.kind.code, issue.kind.severity) == ("doc-no-brackets", "info")
    assert (issue.place, issue.became) == (Place.at(2), "澄政办发〔2025〕21号")
    assert issue.kind.message.zh == "发文字号的年份未用六角括号，已改为〔〕"
    assert "hexagonal" in issue.kind.message.en


@pytest.mark.parametrize(
    "printed", ["澄政办发 〔2025〕 21号", "澄湖市人民政府办公室文件　澄政办发〔2025〕21号"]
)
def test_spaces_and_a_masthead_beside_the_number(printed: str) -> None:
    front, issues = _read(f"{printed}\n澄湖市2025年重点任务清单")
    assert (front.doc_no, issues) == ("澄政办发〔2025〕21号", ())


def test_the_number_of_another_paper_is_not_taken() -> None:
    front, _ = _read(
        "澄湖市2025年重点任务清单\n根据《纲要》（国发〔2021〕20号）和澄政发〔2024〕3号文件精神，制定本清单。"
    )
    assert front.doc_no == ""
    assert front.implements == ("纲要",)


def test_a_date_in_running_text_is_no_date_of_issue() -> None:
    front, _ = _read(
        "澄湖市重点任务清单\n自2025年3月1日起施行，2025年6月10日前报送。",
        "各地于2025年7月1日前报送总结。",
    )
    assert (front.issued_on, front.year) == (None, None)


def test_the_year_of_issue_stands_in_for_a_title_without_one() -> None:
    front, _ = _read("澄湖市重点任务清单", "澄湖市人民政府办公室　　　　2024年12月3日印发")
    assert (front.issued_on, front.year) == (date(2024, 12, 3), 2024)
    assert front.issuer == "澄湖市人民政府办公室"


def test_a_date_in_chinese_numerals() -> None:
    front, _ = _read("澄湖市财政局\n二〇二四年十二月三日\n附件\n澄湖市重点任务清单")
    assert (front.issued_on, front.issuer) == (date(2024, 12, 3), "澄湖市财政局")


def test_a_title_can_name_what_it_carries_out() -> None:
    front, _ = _read(
        "澄湖市人民政府关于贯彻落实《质量强国建设纲要》的实施意见\n澄湖市重点任务分工表"
    )
    assert front.implements == ("质量强国建设纲要",)


def test_papers_quoted_outside_the_preamble_are_not_carried_out() -> None:
    front, _ = _read("澄湖市重点任务清单\n各单位要学习《工作手册》。\n编印《指引》。")
    assert front.implements == ()


def test_nothing_gives_nothing() -> None:
    assert _read("") == (FrontMatter(title=""), ())


def test_long_running_text_is_no_title() -> None:
    front, _ = _read("关于" + "推进工作" * 20_000 + "的通知\n" + "《" * 50_000)
    assert front.title == ""


_LINES = st.lists(st.sampled_from([*_PROVINCE.split("\n"), *_GROUP.split("\n"), "一、总体要求"]))


@given(_LINES, _LINES)
def test_lines_in_any_order_give_a_front_of_printed_words(head: list[str], tail: list[str]) -> None:
    front, _ = _read("\n".join(head), "\n".join(tail))
    printed = "".join("".join([*head, *tail]).split())
    for text in (front.issuer, front.annex, *front.implements):
        assert "".join(text.split()) in printed


@given(st.lists(st.text(max_size=60)), st.lists(st.text(max_size=60)))
def test_any_text_is_read_without_error(head: list[str], tail: list[str]) -> None:
    places = [
        [Paragraph(t.strip(), Place.at(n)) for n, t in enumerate(texts, 1) if t.strip()]
        for texts in (head, tail)
    ]
    front, _ = read_front(*places)
    assert front.year is None or 1949 <= front.year <= 2100
