"""Prints what each report costs on a large store, as a whole process.

Usage: ``python -m benchmarks.reports [MEASURES] [--cities N] [--keep FOLDER]`` (default 200,000
measures). Each of thirty provinces and of N of its cities (default 10) has a breakdown table on
each of four matters, in made-up words and the same every time; a tenth of the measures are the
provinces'. ``kg build`` reads and compares them; then every report runs in a process of its own,
written as JSON Lines. Printed are wall and CPU seconds, the most memory, and lines written. Wall
time says little on a machine that does other work.

Subjects are made of invented words, every other one with one of 100 known nouns, so that a city's
measure aligns with two or so of its province's, as in real papers. ``kg build`` takes many times as
long as all reports together.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter

from benchmarks.alignment_scale import NOUNS, VERBS
from kg.resolve.gazetteer import Region, book

PROVINCES = 30
MATTERS = ("知识产权强省建设", "数字经济发展", "营商环境优化", "生态环境保护")
UPPER_SHARE = 10
TASK = 3
KNOWN = 0.5
"""Share of subjects with a word that the concepts know: more, and every measure of a city would
align with dozens of its province's, which no real paper does."""
SECTION = 20
BODIES = 150
PER_CELL = 4
HEADING = ("序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限")
LETTERS = sorted(set("".join(NOUNS)))
DIGITS = "零一二三四五六七八九"
REPORTS = (
    "workload", "deadlines", "coordination", "centrality", "gaps", "alignment", "industries",
    "targets", "instruments", "quality",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost."""

    wall: float
    cpu: float
    megabytes: float
    lines: int


def main() -> None:
    """Make the papers, read them, and print the table."""
    options = argparse.ArgumentParser(description="Cost of the reports on a large store.")
    options.add_argument("measures", type=int, nargs="?", default=200_000)
    options.add_argument("--cities", type=int, default=10, help="in each province")
    options.add_argument("--keep", type=Path, help="folder for papers and store; kept, and used")
    given = options.parse_args()
    with nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'':14}{'wall s':>9}{'CPU s':>9}{'MB':>8}{'lines':>12}")
        if not (folder / "kg.db").exists():
            busiest = papers(folder / "papers", given.measures, given.cities)
            (folder / "busiest").write_text(busiest, encoding="utf-8")
            tell("build", run(folder, "build", "papers"))
        busiest = (folder / "busiest").read_text(encoding="utf-8")
        for report in REPORTS:
            tell(report, run(folder, "report", report, "-f", "jsonl"))
        tell("brief", run(folder, "report", "brief", "--agency", busiest, "-f", "jsonl"))


def tell(name: str, cost: Cost) -> None:
    """Print a line of the table."""
    print(
        f"{name:14}{cost.wall:9.1f}{cost.cpu:9.1f}{cost.megabytes:8.0f}{cost.lines:12,}", flush=True
    )


def run(folder: Path, *arguments: str) -> Cost:
    """Run a command of the program in a folder and return what it cost.

    Raises
    ------
    subprocess.CalledProcessError
        When it fails: the time of a failure is no measurement.
    """
    command = [sys.executable, "-m", "kg.cli", *arguments]
    out = folder / "out"
    with out.open("wb") as stream:
        started = perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=subprocess.DEVNULL)
        # Not `wait`: only this call tells what one child used.
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    with out.open("rb") as lines:
        written = sum(1 for _ in lines)
    out.unlink()
    megabytes = used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return Cost(wall, used.ru_utime + used.ru_stime, megabytes, written)


def papers(folder: Path, measures: int, cities: int) -> str:
    """Write the papers and return the body that stands in most cells of the first city."""
    folder.mkdir(parents=True)
    chance = random.Random(2025)  # noqa: S311 - no secret
    places = book().full.values()
    provinces = [p for p in places if p.level == "province" and p.code is not None]
    busiest = ""
    for province in provinces[:PROVINCES]:
        own = [p for p in places if p.level == "city" and province in p.parents][:cities]
        shared = measures // PROVINCES // len(MATTERS)
        upper = shared // UPPER_SHARE if own else shared
        lower = (shared - upper) // max(1, len(own))
        for place, rows in ((province, upper), *((city, lower) for city in own)):
            bodies = agencies(place, chance)
            busiest = busiest or (bodies[0] if place is not province else "")
            for matter in MATTERS:
                title = f"{place.full_name}2025年{matter}重点任务分解表"
                with (folder / f"{title}.csv").open("w", encoding="utf-8", newline="") as to:
                    csv.writer(to).writerows(table(title, rows, bodies, chance))
    return busiest


def agencies(place: Region, chance: random.Random) -> list[str]:
    """Return the bodies of a place, those that stand in most cells first."""
    names: dict[str, None] = {}
    while len(names) < BODIES:
        kind = chance.choice(("局", "办公室", "中心", "委员会"))
        names[f"{place.full_name}{''.join(chance.sample(NOUNS, 2))}{kind}"] = None
    return list(names)


def table(
    title: str, measures: int, bodies: Sequence[str], chance: random.Random
) -> Iterator[Sequence[str]]:
    """Yield the rows of a breakdown table. The first body stands in every cell, a few others in
    many, as in real papers.
    """
    weights = [1 / (rank + 1) ** 0.5 for rank in range(len(bodies))]
    yield (title, *[""] * (len(HEADING) - 1))
    yield HEADING
    left, section = measures, count(1)
    for number in range(1, measures // TASK + 2):
        if number % SECTION == 1 and left:
            heading = f"{chinese(next(section))}、{chance.choice(VERBS)}{chance.choice(NOUNS)}体系"
            yield (heading, *[""] * (len(HEADING) - 1))
        subject = word(chance) + (chance.choice(NOUNS) if chance.random() < KNOWN else word(chance))
        name = (str(number), f"{chance.choice(VERBS)}{subject}")
        for row in range(min(TASK, left)):
            drawn = chance.choices(bodies, weights, k=PER_CELL)
            cell = list(dict.fromkeys([bodies[0], *drawn]))
            text = "，".join(
                f"{chance.choice(VERBS)}{word(chance)}{subject}{word(chance)}"
                for _ in range(chance.randint(2, 5))
            )
            due = f"{chance.randint(2024, 2026)}年{chance.randint(1, 12)}月"
            number_and_task = name if row == 0 else ("", "")
            yield (*number_and_task, f"{text}。", cell[-1], "、".join(cell[:-1]), due)
            left -= 1


def word(chance: random.Random) -> str:
    """Return a word that stands in no dictionary."""
    return "".join(chance.choices(LETTERS, k=2))


def chinese(number: int) -> str:
    """Return a number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


if __name__ == "__main__":
    main()
