"""How long the first drawing of a page takes, beside a bare vis-network page with the same nodes.

    python benchmarks/views.py [--marks 2000] [--runs 7]

Prints milliseconds from the start of the load to the end of the first drawing, median of the
runs, the pages by turns; and the size of each page. Needs Chromium on the path.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.views.page import page  # noqa: E402 - the checkout comes first
from kg.wording import Language  # noqa: E402
from tests.views.crowd import bare, crowd, drawn_ms  # noqa: E402


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--marks", type=int, default=2000)
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    view = crowd(given.marks)
    pages = {"ours": page(view, Language.ZH), "bare": bare(view)}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        times: dict[str, list[float]] = {name: [] for name in pages}
        for name, text in pages.items():
            Path(folder, f"{name}.html").write_bytes(text.encode())
        for _ in range(given.runs):
            for name in pages:
                times[name].append(drawn_ms(browser, Path(folder, f"{name}.html")))
        browser.close()
    for name, text in pages.items():
        print(f"{name:5} {median(times[name]):7.0f} ms  {len(text.encode()):9,} bytes")
    pairs = zip(times["ours"], times["bare"], strict=True)
    print(f"ratio {median(a / b for a, b in pairs):.2f}")


if __name__ == "__main__":
    main()
