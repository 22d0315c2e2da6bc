"""A real browser prints the memo, on two pages."""

import json
import re

from helpers import report
from tests.notebooks import reading

DEMONSTRATION = reading.ROOT / "tests" / "journals" / "demonstration.json"


def test_the_usual_memo_is_a_pdf_of_two_pages(chromium, tmp_path):
    entries = json.loads(DEMONSTRATION.read_text(encoding="utf-8"))["entries"]
    said = report.memo(entries=entries).write(tmp_path)
    assert "Written: memo.pdf" in said[1]
    printed = (tmp_path / "memo.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
