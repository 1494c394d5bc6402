"""The answers about alignment, worked out by hand for documents with alignments in every state."""

from __future__ import annotations

from kg.store.cypher import CypherEngine, Value
from tests.cypher.aligned import (
    ALONE,
    CITY,
    COUNTY,
    MARKET,
    NATION,
    PROVINCE,
    SCIENCE,
    key_of,
)
from tests.cypher.test_answers import Rows, ask

AS_OF = "2026-01-01"


def pair(upper: str = PROVINCE, lower: str = CITY) -> dict[str, object]:
    return {"upper": upper, "lower": lower}


def values(found: Rows, *names: str) -> list[tuple[Value, ...]]:
    return [tuple(row[name] for name in names) for row in found]


def of_province(*parts: str) -> list[str]:
    return [key_of(PROVINCE, part) for part in parts]


def of_city(*parts: str) -> list[str]:
    return [key_of(CITY, part) for part in parts]


def test_every_upper_task_has_its_state_in_printed_order(aligned: CypherEngine) -> None:
    found = ask(aligned, "province-task-coverage", **pair())
    states = {row["task_key"]: row["state"] for row in found}
    keys = of_province("#1", "一/1", "一/2", "二#1", "二/3", "三/4", "三/5")
    assert list(states) == keys
    assert list(states.values()) == [
        *("covered", "covered", "partly", "partly"),
        # Of a task without measures nobody can say whether it is taken on.
        *("unclear", "uncovered", "not_applicable"),
    ]


def test_a_task_stands_with_each_counterpart_and_its_evidence(aligned: CypherEngine) -> None:
    found = ask(aligned, "province-task-coverage", **pair())
    (first, second) = (r for r in found if r["task_key"] == key_of(PROVINCE, "一/1"))
    assert values([first, second], "upper_measure_key", "lower_measure_key", "score", "status") == [
        (*of_province("一/1#1"), *of_city("一/1#1"), 0.9, "accepted"),
        (*of_province("一/1#2"), *of_city("一/1#1"), 0.5, "suggested"),
    ]
    assert (first["upper_quote"], first["lower_quote"]) == ("上级原文", "下级原文")
    # One that a person added has neither score nor quotes.
    (added,) = (r for r in found if r["task_key"] == key_of(PROVINCE, "二#1"))
    assert (added["section"], added["task"]) == (f"{PROVINCE}的二", f"{PROVINCE}的二#1")
    assert (added["score"], added["upper_quote"], added["grade"]) == (None, None, "partly")


def test_only_accepted_alignments_count_when_asked_for(aligned: CypherEngine) -> None:
    found = ask(aligned, "province-task-coverage", **pair(), only_accepted=True)
    open_ = {"uncovered", "unclear"}
    counted = {r["task_key"]: r["state"] for r in found if r["state"] not in open_}
    covered, partly, exempt = of_province("一/1", "二#1", "三/5")
    assert counted == {covered: "covered", partly: "partly", exempt: "not_applicable"}
    assert {r["status"] for r in found} == {"accepted", None}


def test_unsure_and_rejected_never_count(aligned: CypherEngine) -> None:
    found = ask(aligned, "uncovered-tasks", **pair())
    assert values(found, "task_key", "measures", "not_counted") == [
        (*of_province("三/4"), (f"{PROVINCE}的三/4#1",), 1),
    ]
    strict = ask(aligned, "uncovered-tasks", **pair(), only_accepted=True)
    # What is suggested or stale is not judged yet: that is not the same as not covered.
    assert strict == found
    states = ask(aligned, "province-task-coverage", **pair(), only_accepted=True)
    waiting = [r for r in states if r["unreviewed"] and r["state"] == "unclear"]
    assert values(waiting, "task_key", "unreviewed", "lower_measure_key") == [
        (*of_province("#1"), 1, None),
        (*of_province("一/2"), 1, None),
    ]


def test_what_a_person_calls_exempt_is_not_applicable(aligned: CypherEngine) -> None:
    found = ask(aligned, "province-task-coverage", **pair(lower=COUNTY))
    states = {r["task_key"]: (r["state"], r["lower_measure_key"]) for r in found}
    # The suggestion that covers it is set aside; a measure outside of tasks can be exempt as well.
    for key in of_province("三/4", "#1"):
        assert states[key] == ("not_applicable", None)
    # That it is meant for this level says nothing of its words, which are lost.
    assert states[key_of(PROVINCE, "二/3")] == ("unclear", None)
    uncovered = [r["task_key"] for r in ask(aligned, "uncovered-tasks", **pair(lower=COUNTY))]
    assert uncovered == of_province("一/2", "二#1", "三/5")
    # In conflict with an accepted pair, and on words that have changed, it decides nothing.
    city = {r["task_key"]: r["state"] for r in ask(aligned, "province-task-coverage", **pair())}
    assert [city[key] for key in of_province("一/1", "二/3")] == ["covered", "unclear"]


def test_compared_without_any_find_is_uncovered_and_not_compared_is_absent(
    aligned: CypherEngine,
) -> None:
    assert len(ask(aligned, "uncovered-tasks", **pair(NATION, COUNTY))) == 1
    # Nobody compared the city with the nation, though their measures meet in the province.
    assert ask(aligned, "uncovered-tasks", **pair(NATION, CITY)) == []
    for name in ("province-task-coverage", "coverage-by-section", "city-only-measures"):
        documents_named = {
            row[side]
            for row in ask(aligned, name)
            for side in ("upper_document_key", "lower_document_key")
        }
        assert PROVINCE in documents_named
        assert ALONE not in documents_named


def test_each_pair_of_documents_has_its_own_rows(aligned: CypherEngine) -> None:
    found = ask(aligned, "coverage-by-section", upper=PROVINCE)
    assert values(
        found,
        *("lower_document_key", "section", "tasks", "covered", "partly", "not_applicable"),
        *("unclear", "share"),
    ) == [
        (COUNTY, f"{PROVINCE}的任务", 1, 0, 0, 1, 0, None),
        (COUNTY, f"{PROVINCE}的一", 2, 0, 1, 0, 0, 0.0),
        (COUNTY, f"{PROVINCE}的二", 2, 0, 0, 0, 1, 0.0),
        (COUNTY, f"{PROVINCE}的三", 2, 0, 0, 1, 0, 0.0),
        (CITY, f"{PROVINCE}的任务", 1, 1, 0, 0, 0, 1.0),
        (CITY, f"{PROVINCE}的一", 2, 1, 1, 0, 0, 0.5),
        (CITY, f"{PROVINCE}的二", 2, 0, 1, 0, 1, 0.0),
        (CITY, f"{PROVINCE}的三", 2, 0, 0, 1, 0, 0.0),
    ]
    assert found[0]["section_key"] == PROVINCE
    for row in found:
        assert row["uncovered"] == sum(
            sign * count
            for sign, name in (
                (1, "tasks"),
                *((-1, state) for state in ("covered", "partly", "not_applicable", "unclear")),
            )
            if isinstance(count := row[name], int)
        )


def test_measures_of_the_lower_document_alone(aligned: CypherEngine) -> None:
    found = ask(aligned, "city-only-measures", **pair())
    assert values(found, "measure_key", "leads", "not_counted") == [
        (*of_city("一/2#1"), (), 1),
        (*of_city("一/2#2"), (), 0),
    ]
    with_inferred = ask(aligned, "city-only-measures", **pair(), inferred=True)
    assert with_inferred[1]["leads"] == (MARKET,)
    strict = ask(aligned, "city-only-measures", **pair(), only_accepted=True)
    # What waits for a person comes last, apart from what was not found.
    assert values(strict, "measure_key", "not_counted", "unreviewed") == [
        (*of_city("一/2#1"), 1, 0),
        (*of_city("一/2#2"), 0, 0),
        (*of_city("一/1#2"), 1, 1),
    ]
    assert {r["unreviewed"] for r in found} == {0}


def test_what_waits_for_a_person(aligned: CypherEngine) -> None:
    found = ask(aligned, "weak-alignments", upper=PROVINCE)
    assert values(found, "lower_document_key", "status", "score", "judged") == [
        (COUNTY, "suggested", 0.31, None),
        (CITY, "stale", 0.4, "accepted"),
        (CITY, "suggested", 0.5, None),
        (CITY, "unsure", 0.6, "unsure"),
    ]
    # Both bounds belong to the range; what people left open is there whatever its score.
    narrow = ask(aligned, "weak-alignments", **pair(), from_score=0.5, to_score=0.5)
    assert [r["score"] for r in narrow] == [0.4, 0.5, 0.6]
    none = ask(aligned, "weak-alignments", **pair(), from_score=0.51, to_score=0.7)
    assert [r["status"] for r in none] == ["stale", "unsure"]


def test_a_low_score_is_doubtful_by_its_chance_to_be_related_at_all(aligned: CypherEngine) -> None:
    # The pair scored 0.5 is listed for 0.7071, that scored 0.05 for 0.2236.
    (city,) = (
        r
        for r in ask(aligned, "weak-alignments", **pair(), from_score=0.7, to_score=0.72)
        if r["status"] == "suggested"
    )
    assert (city["score"], city["related"]) == (0.5, 0.7071)
    found = ask(aligned, "weak-alignments", **pair(lower=COUNTY), from_score=0.2, to_score=0.25)
    assert values(found, "grade", "score", "related") == [("partly", 0.05, 0.2236)]


def test_one_pair_explained(aligned: CypherEngine) -> None:
    upper, lower = key_of(PROVINCE, "三/5#1"), key_of(CITY, "一/2#1")
    (row,) = ask(aligned, "alignment-explain", upper_key=upper, lower_key=lower)
    assert (row["upper_measure"], row["lower_measure"]) == (
        f"{PROVINCE}的三/5#1",
        f"{CITY}的一/2#1",
    )
    assert (row["score"], row["grade"], row["method"]) == (0.8, "covered", "concepts")
    assert row["reasons"] == '{"terms": [{"weight": 2.5, "words": "专利"}]}'
    assert (row["status"], row["judged_by"], row["comment"]) == ("rejected", "甲", "对象不同")


def test_a_task_is_explained_by_its_measures(aligned: CypherEngine) -> None:
    found = ask(aligned, "alignment-explain", upper_key=key_of(PROVINCE, "一/1"))
    assert [r["lower_measure_key"] for r in found] == [
        *of_city("一/1#1"),
        key_of(COUNTY, "1#1"),
        *of_city("一/1#1"),
    ]
    both = ask(
        aligned,
        "alignment-explain",
        upper_key=key_of(PROVINCE, "一/1"),
        lower_key=key_of(COUNTY, "1"),
    )
    assert [r["score"] for r in both] == [0.05]
    assert ask(aligned, "alignment-explain", lower_key="没有的键") == []


def test_rejected_with_who_and_why(aligned: CypherEngine) -> None:
    (row,) = ask(aligned, "rejected-alignments", upper=PROVINCE)
    assert (row["judged_by"], row["judged_on"], row["comment"]) == ("甲", "2025-11-01", "对象不同")
    assert ask(aligned, "rejected-alignments", **pair(PROVINCE, COUNTY)) == []


def test_a_measure_goes_back_to_the_nation(aligned: CypherEngine) -> None:
    found = ask(aligned, "chain-to-national", measure=key_of(CITY, "一/1#1"))
    province = (f"{NATION}的任务", "强国纲要")
    assert values(found, "steps", "upper_document_key", "level", "grades", "derives_from") == [
        (1, PROVINCE, "province", ("covered",), province),
        (1, PROVINCE, "province", ("covered",), province),
        (2, NATION, "national", ("covered", "covered"), ()),
    ]
    assert found[-1]["route"] == (*of_city("一/1#1"), *of_province("一/1#1"), key_of(NATION, "1#1"))
    strict = ask(aligned, "chain-to-national", measure=key_of(CITY, "一/1#1"), only_accepted=True)
    assert [r["steps"] for r in strict] == [1, 2]


def test_a_document_goes_back_to_what_its_preamble_names(aligned: CypherEngine) -> None:
    found = ask(aligned, "chain-to-national", document=PROVINCE)
    own = [r for r in found if r["steps"] == 0]
    assert len(own) == 7
    assert {r["derives_from"] for r in own} == {(f"{NATION}的任务", "强国纲要")}
    assert ask(aligned, "chain-to-national", document=NATION) == []
    # A rejected or unsure step leads nowhere.
    assert ask(aligned, "chain-to-national", measure=key_of(CITY, "一/2#1")) == []
    assert len(ask(aligned, "chain-to-national", measure=key_of(CITY, "一/1#2"))) == 1


def test_what_is_past_its_date_and_still_asked_for(aligned: CypherEngine) -> None:
    found = ask(aligned, "renewal-list", **pair(), as_of=AS_OF)
    (row,) = found
    # The later of two dates counts, and one task is named once for two of its measures.
    assert (row["measure_key"], row["due_on"]) == (*of_city("一/1#1"), "2025-06-30")
    assert row["upper_task_keys"] == tuple(of_province("一/1"))
    assert (row["leads"], row["state"]) == ((MARKET, SCIENCE), "expired")
    assert ask(aligned, "renewal-list", **pair(), as_of="2025-06-30") == []
    assert len(ask(aligned, "renewal-list", **pair(), as_of="2025-07-01")) == 1


def test_partly_covering_measures_are_renewed_when_asked_for(aligned: CypherEngine) -> None:
    found = ask(aligned, "renewal-list", upper=PROVINCE, as_of=AS_OF, partly=True)
    assert values(found, "due_on", "measure_key", "grade") == [
        ("2024-01-01", key_of(COUNTY, "1#1"), "partly"),
        ("2024-12-31", *of_city("一/1#2"), "partly"),
        ("2025-06-30", *of_city("一/1#1"), "covered"),
    ]
    # The task that it covers is not meant for the county.
    assert found[0]["upper_task_keys"] == tuple(of_province("一/1"))


def test_a_document_is_named_by_key_number_or_title(aligned: CypherEngine) -> None:
    by_key = ask(aligned, "uncovered-tasks", **pair())
    by_title = ask(aligned, "uncovered-tasks", **pair(f"{PROVINCE}的任务", f"{CITY}的任务"))
    assert by_key == by_title
    for name in ("weak-alignments", "rejected-alignments", "renewal-list", "city-only-measures"):
        assert ask(aligned, name, lower="没有的文件") == []
