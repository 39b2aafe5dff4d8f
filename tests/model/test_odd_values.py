"""Whatever a person types in place of a value, it is read or told at its place, and never raises.

Each scalar of a small workshop's YAML is replaced by values that people and programs really write
in odd moments, and odd lines are put into its prose; then everything is loaded and checked. A few
hundred pairs are drawn anew for each day; `ODD_VALUES=all` tries all of them.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from pathlib import Path

import pytest
import yaml

from proposal.build.request import Request
from proposal.check.cached_verdict import CachedVerdict
from proposal.delivery import deliver
from proposal.diagnostics import Severity
from proposal.scaffold.new_series import default_answers, new_series

NOW = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
DRAWN = 150

MORE = {
    "data/people/your-name.yaml": """\
orcid: 0000-0002-1825-0097
website: https://example.org/me
pronouns: they/them
""",
    "data/workshop.yaml": 'accent: "#0b5fa5"\n',
}
"""Further keys than a new workshop has, by file; what is not known is left out."""

VALUES = (
    # numbers
    *("0", "-1", "1e999", "0o17", "0x1F", "1_000", "12:30:45", ".inf", ".nan", "1" + "0" * 30),
    *("9" * 5000, "１２", "²", "٣", "1.5", "007"),
    # days and hours
    *("9999-12-31", "0001-01-01", "2026-02-30", "2026-02-26T12:00:00Z", "24:00", "99:99"),
    *("00:00", "23:59", "1900-01-01", "2199-12-31", "Feb 30", "{date: 9999-12-31}"),
    # what is no text
    *("~", '""', '"  "', "[]", "{}", "[[1]]", "{a: 1}", "null", "true", "- x", "|\n    x", "a: b"),
    *("[" * 300 + "]" * 300, "{a: " * 300 + "}" * 300, "*a", "&a x", "!!python/object x", "<<"),
    *("? x", "%x", "@x", "`x`", "<<: {a: 1}", "!!binary eA==", "!!int x"),
    # characters
    *(r'"\ud83d"', r'"\ud83d\ude00"', r'"\u202e"', r'"\0"', r'"\x1b[31m"', r'"\ufdd0"'),
    *(
        r'"\U00110000"',
        '"\u00a0"',
        '"\u200b"',
        r'"\n"',
        r'"a\n\n- b\n"',
        "😀",
        "\x00",
        "\r",
        "\ufeff",
    ),
    # markup of all kinds
    *('"{{"', '"{{ 1/0 }}"', '"{{ when.date }}"', '"{% if %}"', '"<!--"', '"]]>"', '"$x$"', '"%"'),
    *(r'"\\"', '"#"', '"~~x~~"', '"&#x202e;"', '"&#xd83d;"', '"[@x]"', '"![x](y.png)"'),
    *('"' + "[" * 300 + '"', '"' + "**" * 300 + '"', '"' + "x" * 3000 + '"', '"' + "> " * 50 + '"'),
    # names, addresses, files
    *(
        '"../../etc/passwd"',
        '"a/b"',
        '"http://[::1"',
        '"https://exa mple.org"',
        '"x@"',
        '"/dev/zero"',
    ),
)

LINES = (
    *("&#x202e;", "&#xd83d;", "&#0;", "&#x110000;", "[@nobody]", "{{", "{{ 1/0 }}", "}}", "{%"),
    *(
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{{ 9**9**9 }}",
        "{{ when" + ".date" * 500 + " }}",
    ),
    *("[" * 300 + "]" * 300, "> " * 300 + "x", "- " * 300 + "x", "*_" * 300 + "x", "![" * 300),
    *(
        "| a |\n|---|\n" + "| b " * 200,
        "```",
        "~~~\n" * 3,
        "# " * 300,
        "\\" * 301,
        "![x](../x.png)",
    ),
    *("![x](https://example.org/x.png)", "![x](data:image/png;base64,eA==)", "[x](javascript:1)"),
    *("[^1]: " * 50, "<" * 500, "&" * 500, "1" * 5000 + ". x", "\u2028", "\x0c", "\ud7ff\ufffd"),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workshop without errors."""
    folder = tmp_path_factory.mktemp("odd") / "workshop"
    deliver(new_series(folder, default_answers(TODAY), TODAY))
    for name, more in MORE.items():
        file = folder / name
        before = file.read_text(encoding="utf-8")
        file.write_text(before + more, encoding="utf-8")
        if errors_in(folder):
            file.write_text(before, encoding="utf-8")
    assert errors_in(folder) == []
    return folder


def errors_in(folder: Path) -> list[str]:
    """The errors of a workshop, all of which have a place and can be printed anywhere."""
    found = CachedVerdict(Request(folder, [], every_edition=True), NOW).verdict().diagnostics
    errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
    for error in errors:
        assert error.span is not None, error
        assert error.message.encode(), error
        assert "nput should" not in error.message, error
    return [error.code for error in errors]


def scalars(text: str) -> list[tuple[int, int]]:
    """Where each value that is no list and no record begins and ends in a text of YAML."""
    found: list[tuple[int, int]] = []
    pending = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.ScalarNode):
            found.append((node.start_mark.index, node.end_mark.index))
        elif isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            pending += [value for _, value in node.value]
    return found


def changes(root: Path) -> list[tuple[Path, str]]:
    """Each file with one odd value or line in it."""
    found: list[tuple[Path, str]] = []
    for file in sorted((root / "data").rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        found += [
            (file, text[:begin] + value + text[end:])
            for begin, end in scalars(text)
            for value in VALUES
        ]
    for file in sorted((root / "data").rglob("*.md")):
        paragraphs = file.read_text(encoding="utf-8").split("\n\n")
        for number in range(0, len(paragraphs) + 1, 4):
            found += [
                (file, "\n\n".join([*paragraphs[:number], line, *paragraphs[number:]]))
                for line in LINES
            ]
    return found


def test_no_odd_value_raises_and_every_error_has_a_place(root: Path) -> None:
    chosen = changes(root)
    if os.environ.get("ODD_VALUES") != "all":
        seed = dt.datetime.now(dt.UTC).date().isoformat()
        chosen = random.Random(seed).sample(chosen, DRAWN)  # noqa: S311 - any of them will do
    for file, text in chosen:
        before = file.read_bytes()
        file.write_bytes(text.encode())
        try:
            errors_in(root)
        except Exception as reason:  # noqa: BLE001 - whatever it is, it is not to be
            changed = text[:200] if file.suffix == ".md" else text
            pytest.fail(f"{file.name}: {type(reason).__name__}: {reason}\n{changed[:3000]}")
        finally:
            file.write_bytes(before)
    assert errors_in(root) == []


@pytest.mark.parametrize("value", VALUES, ids=lambda value: ascii(value)[:24])
def test_an_odd_value_is_reported_in_the_place_of_a_day(root: Path, value: str) -> None:
    file = root / "data/editions/2027/edition.yaml"
    before = file.read_bytes()
    text = before.decode().replace("date: 2027-07-01", f"date: {value}")
    file.write_bytes(text.encode())
    try:
        found = errors_in(root)
    finally:
        file.write_bytes(before)
    assert bool(found) is (value not in {"1900-01-01", "2199-12-31"})
