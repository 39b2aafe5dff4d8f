"""Collects the words that catalogues translate, and brings the catalogues up to date.

    .venv/bin/python scripts/words.py            all catalogues of proposal/words/
    .venv/bin/python scripts/words.py fr         begins the catalogue of another language
    .venv/bin/python scripts/words.py --check    changes nothing; exits 1 if something is missing

Babel finds the words by the names of functions (see babel.cfg and CONTRIBUTING.md).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from proposal.words.catalogue import FOLDER, catalogue_files, read_catalogue  # noqa: E402 - found by the line above

_KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_noop": None, "ngettext_noop": (1, 2), "Fixed": None}
_COMMENTS = ("Words:",)
"""How a comment to translators begins, in the line above the words."""

_HEADER = """\
# The words of the program "proposal" in LANGUAGE.
"""

_UNUSED_HEADERS = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id-",
        "Report-",
        "POT-",
        "PO-",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
"""What changes with each run, or says nothing."""


_CALL = re.compile(rf"\b(?:{'|'.join(_KEYWORDS)})\s*\(".encode())
"""Without one, a module has no words, and Babel need not take it apart: `_("Schedule")`."""


def _words_of(file: BinaryIO, keywords: Any, comments: Any, options: Any) -> Iterable[Any]:
    """The words of a module, as Babel finds them."""
    source = file.read()
    if not _CALL.search(source):
        return ()
    return extract_python(BytesIO(source), keywords, comments, options)


def collected() -> Catalog:
    """All words, as a catalogue without translations."""
    catalogue = Catalog(fuzzy=False)
    with (ROOT / "babel.cfg").open(encoding="utf-8") as stream:
        named, options = parse_mapping_cfg(stream)
    methods = [(files, _words_of if method == "python" else method) for files, method in named]
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=_KEYWORDS,
        comment_tags=_COMMENTS,
        strip_comment_tags=True,
        directory_filter=lambda path: (
            not Path(path).name.startswith((".", "build"))
            or (Path(path) == ROOT / "proposal" / "build")
        ),
    )
    for file, line, message, comments, context in found:
        catalogue.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalogue


def updated(file: Path | None, language: str, words: Catalog) -> bytes:
    """A catalogue with all words and no others; what was translated stays.

    Args:
        file: the catalogue; nothing for one that begins.
        language: the tag of its language.
        words: all words.
    """
    locale = language.replace("-", "_")
    catalogue = read_catalogue(file, language) if file else Catalog(locale, fuzzy=False)
    catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = _HEADER.replace("LANGUAGE", catalogue.locale.english_name)
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_UNUSED_HEADERS))


def main(arguments: list[str]) -> int:
    """Bring catalogues up to date, or say which ones are not."""
    words = collected()
    is_check = arguments == ["--check"]
    known: dict[str, Path | None] = dict(catalogue_files())
    for language in [] if is_check else arguments:
        known.setdefault(language, None)
    outdated = list(_outdated(known, words))
    for language, content in outdated:
        if is_check:
            sys.stdout.write(f"proposal/words/{language}.po is not up to date; run make words\n")
        else:
            (FOLDER / f"{language}.po").write_bytes(content)
    return int(is_check and bool(outdated))


def _outdated(known: dict[str, Path | None], words: Catalog) -> Iterator[tuple[str, bytes]]:
    for language, file in known.items():
        content = updated(file, language, words)
        if file is None or content != file.read_bytes():
            yield language, content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
