"""A biography may hold links, code and emphasis: no artefact is refused for saying them right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from proposal.check.facts.read_back import read_markdown
from proposal.reading.searchable_text import normalize
from proposal.render.markdown import markdown_of
from proposal.render.plain import plain_of, plain_statement
from proposal.source.text import whole_file
from tests.check.facts.conftest import looked_at
from tests.render.prose import statement
from tests.workspace import Workspace

TEXTS = [
    "Ann works at <https://x.example.org/ab>.",
    "Write to <ann@uni.example.org> or [her](mailto:ann@uni.example.org).",
    "See https://en.example.org/wiki/A_(b)--c and http://x.example.org/?a=1&b=2.",
    "The [*lab* of hers](https://x.example.org/A_(b)_c 'The lab') and [it](<https://x.org/b c>).",
    "`a*b_c <T>`, ``a ` <b>``, *very* **strong**, snake_case_name, \\*escaped\\*.",
    "Before 2 < 3 > 1, AT&T, C++ & C#, &lt;b&gt;.",
    "[A link with [brackets]](https://x.example.org/), and (https://y.example.org/).",
    "At <https://x.example.org/~ann/a_b/?x=1&y=%202#part> since 2027.",
    "<https://x.example.org/ä/ö> and [ü](https://x.example.org/ü).",
]


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_says_just_the_words_of_a_text(text: str) -> None:
    read = statement(text)
    words = plain_of(read, lambda _: "", width=None, shows_addresses=False)
    found = read_markdown(markdown_of(read, lambda _: "")).normalized
    assert normalize(words) in found


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_holds_no_markup(text: str) -> None:
    words = plain_statement(whole_file(text, Path("bio.md")), shows_addresses=False)
    assert "](" not in words
    assert "**" not in words
    assert not re.search("<https?:|<ann@", words)


def test_all_artefacts_of_a_marked_up_biography_and_abstract_agree(tmp_path: Path) -> None:
    workspace = Workspace.of_the_real_workshop(tmp_path)
    text = workspace.data / "editions" / "2026" / "edition.yaml"
    lines = text.read_text(encoding="utf-8")
    abstract = re.search(r"^abstract:(?: .*)?\n(?:[ ]+.*\n|\n)*", lines, re.MULTILINE)
    assert abstract is not None
    marked_up = "".join(f"  {line}\n\n" for line in TEXTS)
    text.write_text(lines.replace(abstract[0], f"abstract: |\n{marked_up}"), encoding="utf-8")
    person = workspace.data / "people" / "neil-shah.yaml"
    known = person.read_text(encoding="utf-8")
    without = re.sub(r"^bios?:(?: .*)?\n(?:[ -]+.*\n|\n)*", "", known, flags=re.MULTILINE)
    person.write_text(f"{without}bio: |\n{marked_up}", encoding="utf-8")

    workspace.run("build", "--all")
    # An address that is typed as a word is one word: TeX cannot break it, and that is told.
    findings = [finding.code for finding in looked_at(workspace).diagnostics]
    assert set(findings) <= {"overfull-box"}
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    description = json.loads(data[1])["description"]
    assert description.startswith("Ann works at https://x.example.org/ab. Write to")
    assert "](" not in description
    calendar = (workspace.root / "build/2026/schedule.ics").read_text(encoding="utf-8")
    assert "](" not in calendar
