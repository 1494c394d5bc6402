"""Which measure is which: repeated words, likeness, ties, order."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.diff import likeness as diff_likeness
from kg.analysis.diff.comparison import Comparison, compare
from kg.analysis.diff.correspondence import Move
from kg.analysis.diff.likeness import alike, assignment, likeness
from kg.analysis.diff.order import out_of_order
from kg.analysis.diff.report import diff
from kg.analysis.diff.version import Version, version
from kg.analysis.diff.words import common, difference
from kg.model import Edge, Graph, Node, Value
from kg.wording import same
from tests.analysis.golden import part_of

Tasks = dict[str, list[str]]


def listed(tasks: Tasks, key: str = "d") -> Version:
    """A list without sections: measures by the titles of their tasks."""
    own: dict[str, Value] = {"document_key": key}
    about: dict[str, Value] = {
        "title": "清单",
        "genre": "task_list",
        "sha256": "0",
        "encoding": "utf-8",
    }
    nodes, edges = [Node(key, "Document", {**own, **about})], []
    for seq, (title, texts) in enumerate(tasks.items(), 1):
        task = f"{key}/{seq}"
        place: dict[str, Value] = {**own, "place": f"L{seq}"}
        props = {**place, "number": str(seq), "title": title, "seq": seq}
        nodes.append(Node(task, "Task", props))
        edges.append(Edge(key, "HAS_TASK", task, {**own, "seq": seq}))
        for n, text in enumerate(texts, 1):
            nodes.append(Node(f"{task}#{n}", "Measure", {**place, "seq": n, "text": text}))
            edges.append(Edge(task, "HAS_MEASURE", f"{task}#{n}", {**own, "seq": n}))
    return version(Graph(tuple(nodes), tuple(edges)), key, same("文件"))


def paired(comparison: Comparison) -> set[tuple[str, str]]:
    return {(p.before.reference, p.after.reference) for p in comparison.pairs}


def both_ways(before: Tasks, after: Tasks) -> Comparison:
    found = compare(listed(before), listed(after, "e"))
    back = compare(listed(after, "e"), listed(before))
    assert [(p.before.key, p.after.key, p.likeness, p.move) for p in found.mirrored().pairs] == [
        (p.before.key, p.after.key, p.likeness, p.move) for p in back.pairs
    ]
    return found


GENERAL = "加强组织领导，压实工作责任。"


def test_repeated_words_stay_with_their_task() -> None:
    before = {"种业": [GENERAL, "推广良种。"], "渔业": [GENERAL], "林业": [GENERAL, "植树造林。"]}
    after = {"林业": [GENERAL, "植树造林。"], "种业": ["推广良种。", GENERAL]}
    found = both_ways(before, after)
    assert ("1#1", "2#2") in paired(found)
    assert ("3#1", "1#1") in paired(found)
    assert [e.reference for e in found.dropped] == ["2#1"]


def test_of_repeated_words_in_one_task_as_many_stay_as_can() -> None:
    found = both_ways({"甲": [GENERAL] * 3}, {"甲": [GENERAL] * 5})
    assert (len(found.pairs), len(found.dropped), len(found.added)) == (3, 0, 2)
    assert not [p for p in found.pairs if p.move]


def test_the_same_words_go_before_more_alike_surroundings() -> None:
    old, new = "举办种业博览会，展示良种。", "举办种业博览会，展示优质良种。"
    found = both_ways({"甲": [old]}, {"甲": [new], "乙": [old]})
    assert paired(found) == {("1#1", "2#1")}


def test_a_good_pair_is_not_given_up_for_two_poor_ones() -> None:
    one = "建设农产品冷链物流基地，完善县乡村三级配送网络。"
    other = "建设农产品批发市场，完善县乡村商业网络体系。"
    found = both_ways(
        {"甲": [one, "建设农产品冷链物流设施，扶持专业合作社发展。"]},
        {"甲": [other, one[:-1] + "体系。"]},
    )
    assert ("1#1", "1#2") in paired(found)


def test_between_equals_the_same_task_decides() -> None:
    text = "建设农产品冷链物流基地"
    found = both_ways(
        {"甲": [f"{text}一"], "乙": [f"{text}二"]}, {"乙": [f"{text}三"], "甲": [f"{text}四"]}
    )
    assert paired(found) == {("1#1", "2#1"), ("2#1", "1#1")}


def test_stronger_rewording_counts_under_one_title_alone() -> None:
    old = "建设冷链物流基地，完善配送网络，扶持专业合作社。"
    new = "建设冷链物流基地，完善仓储体系，扶持家庭农场，引进企业。"
    assert 0.4 <= likeness(old, new) < 0.5
    assert paired(both_ways({"甲": [old]}, {"甲": [new]})) == {("1#1", "1#1")}
    assert not paired(both_ways({"甲": [old]}, {"乙": [new]}))


def test_what_is_put_in_or_taken_out_moves_nothing() -> None:
    texts = ["推广良种。", "疏浚河道。", "植树造林。", "修建校舍。"]
    before = {"甲": texts}
    found = both_ways(before, {"甲": ["改造管网。", *texts[1:]]})
    assert not [p for p in found.pairs if p.move]


def test_a_split_task_moves_the_smaller_part() -> None:
    texts = ["推广良种。", "疏浚河道。", "植树造林。", "修建校舍。", "培训教师。"]
    found = both_ways({"甲": texts}, {"甲": texts[:3], "教育": texts[3:]})
    assert [p.after.text for p in found.pairs if p.move is Move.TASK or p.move is Move.SECTION] == [
        "修建校舍。",
        "培训教师。",
    ]
    assert [h.title for h in found.added_headings] == ["教育"]


def test_a_renamed_task_is_known_by_its_measures() -> None:
    texts = ["推广良种。", "疏浚河道。", "植树造林。"]
    found = both_ways({"乡村": texts}, {"农林水利": texts})
    assert not [p for p in found.pairs if p.move]
    (heading,) = found.headings
    assert heading.renamed


def test_tasks_that_change_places_are_one_move() -> None:
    tasks = {"甲": ["推广良种。"], "乙": ["疏浚河道。"], "丙": ["植树造林。"]}
    found = both_ways(tasks, {k: tasks[k] for k in ("乙", "丙", "甲")})
    assert [h.before.title for h in found.headings if h.move] == ["甲"]
    assert not [p for p in found.pairs if p.move]


def test_lists_that_have_nothing_in_common_are_said_to() -> None:
    report = diff(listed({"甲": ["推广良种。"]}), listed({"乙": ["修建校舍。"]}, "e"))
    assert "恐怕不是同一清单的两个版本" in report.notes[-1].zh
    assert [part.key for part in report.parts] == [
        "documents", "summary", "dropped", "added", "headings",
    ]  # fmt: skip


def test_empty_lists() -> None:
    report = diff(listed({}), listed({}, "e"))
    assert part_of(report, "summary").rows[0]["count_a"] == 0


WORDS = st.text("建设立机制度一二三", max_size=9)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_longest_common_subsequence(left: str, right: str) -> None:
    pairs = common(left, right)
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            table[i + 1][j + 1] = (
                table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
            )
    assert len(pairs) == table[-1][-1]
    assert [(j, i) for i, j in pairs] == common(right, left)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_difference_gives_both_texts_back(left: str, right: str) -> None:
    shown = difference(left, right)
    if "…" not in shown:
        old = shown.replace("[-", "").replace("-]", "")
        new = shown.replace("{+", "").replace("+}", "")
        assert _without(old, "{+", "+}") == left
        assert _without(new, "[-", "-]") == right
    turned = difference(right, left)
    assert sorted(shown.count(c) for c in ("[-", "{+")) == sorted(
        turned.count(c) for c in ("[-", "{+")
    )


def _without(text: str, start: str, end: str) -> str:
    while start in text:
        head, _, rest = text.partition(start)
        text = head + rest.partition(end)[2]
    return text


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("2022年底前完成。", "2023年底前完成。", "[-2022-]{+2023+}年底前完成。"),
        ("增长5.5%", "增长6%", "增长[-5.5%-]{+6%+}"),
        ("推广良种", "推广良种", "推广良种"),
        ("", "推广良种", "{+推广良种+}"),
        ("甲与乙", "丙与丁", "[-甲与乙-]{+丙与丁+}"),
        ("专利，商标", "专利、商标", "专利[-，-]{+、+}商标"),
    ],
)
def test_differences_as_read(before: str, after: str, shown: str) -> None:
    assert difference(before, after) == shown


def test_long_stretches_that_stayed_are_cut() -> None:
    stayed = "一二三四五六七八九十" * 4
    assert difference(f"甲{stayed}乙", f"丙{stayed}丁") == (
        "[-甲-]{+丙+}一二三四五六七八九十…一二三四五六七八九十[-乙-]{+丁+}"
    )


@settings(deadline=None)
@given(st.permutations(range(6)))
def test_the_fewest_that_are_out_of_order(places: list[int]) -> None:
    moved = out_of_order(places)
    kept = [p for n, p in enumerate(places) if n not in moved]
    assert kept == sorted(kept)
    longest = max(
        size for size in range(len(places) + 1)
        for some in combinations(places, size) if list(some) == sorted(some)
    )  # fmt: skip
    assert len(kept) == longest


WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9).map(float), max_size=9
)


@settings(deadline=None)
@given(WEIGHTS)
def test_the_best_assignment(weights: dict[tuple[int, int], float]) -> None:
    chosen = assignment(weights)
    for side in (0, 1):
        assert len({pair[side] for pair in chosen}) == len(chosen)
    best = max(
        sum(weights.get((i, j), 0.0) for i, j in enumerate(order))
        for order in permutations(range(4))
    )
    assert sum(weights[pair] for pair in chosen) == pytest.approx(best)


@settings(deadline=None)
@given(st.integers(2, 9), st.integers(2, 9), st.randoms(use_true_random=False))
def test_small_and_large_problems_are_solved_alike(rows: int, columns: int, chance: Random) -> None:
    weights = {
        (i, j): chance.choice([0.1, 0.25, 0.5, 1.0])
        for i in range(rows)
        for j in range(columns)
        if chance.random() < 0.6
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff_likeness, "SMALL", 0)
        large = sum(weights[pair] for pair in assignment(weights))
    assert sum(weights[pair] for pair in assignment(weights)) == pytest.approx(large)


@settings(deadline=None)
@given(st.lists(WORDS.filter(bool), max_size=5), st.lists(WORDS.filter(bool), max_size=5))
def test_all_pairs_that_are_alike(left: list[str], right: list[str]) -> None:
    found = dict(alike(left, right, 0.4))
    expected = {
        (i, j): score
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (score := likeness(a, b)) >= 0.4
    }
    assert found == pytest.approx(expected)
