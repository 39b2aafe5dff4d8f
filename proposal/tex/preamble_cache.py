"""Loads the part of a preamble that never changes ahead of time, which halves a pass.

What stands up to the class and the packages below it does not depend on the data, and reading
it takes TeX as long as all the rest. TeX can write down what it knows at such a point, as a
*format*, and begin there the next time. Formats are kept in the user's cache folder; without
them everything is made in the same way and comes out the same, only later.

Only pdfTeX can do that: LuaTeX leaves out of a format what Lua has loaded, and with it all
OpenType fonts.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct

from proposal import __version__
from proposal.caching import cache_folder, digest
from proposal.delivery import DeliveryError, deliver
from proposal.diagnostics import Diagnostic, Severity
from proposal.scratch import expect_room, lay_out
from proposal.tex.engine import ENGINES, run
from proposal.tex.installed import Sign, installed_tex, is_unchanged, sign_of, signs_of

if TYPE_CHECKING:  # TeX is started before what renders documents is loaded
    from proposal.render.latex.document import RenderedDocument

MOST_FORMATS = 12
"""Formats that are kept; each takes about 20 MB."""
UNUSED_DAYS = 60
"""Days after which a format that nobody has used is removed."""

_BEFORE_CLASS = r"[ \t]*(%.*|\\(PassOptionsTo(Class|Package)|RequirePackage)\b.*)?"
_CLASS = r"\\documentclass\s*(\[[^]%]*\])?\{[^}%]+\}[ \t]*(%.*)?"
_AFTER_CLASS = r"([ \t]*(%.*)?|\\(usepackage|RequirePackage)\s*(\[[^]%]*\])?\{[^}%]+\}[ \t]*(%.*)?)"
_PREAMBLE = re.compile(rf"\A({_BEFORE_CLASS}\n)*{_CLASS}\n({_AFTER_CLASS}\n)*")
r"""The class and the packages, line by line: `\documentclass{acmart}`, `\usepackage{booktabs}`."""

_BEGINNING = r"""\expandafter\let\csname cmap@set@T1\endcsname\empty
"""
"""Stands before the preamble that is written down.

A format cannot hold objects of a PDF. The package cmap makes one, for the first font in the T1
encoding, unless it believes that it has done so.
"""
_END = r"""\makeatletter
\ifnum\pdflastobj>0 \errmessage{this preamble has begun a PDF}\fi
\gdef\PreambleIsLoaded{%
  \ifdefined\cmap@hook
    \global\expandafter\let\csname cmap@set@T1\endcsname\relax
    \global\expandafter\let\csname T1/cmr/m/n/\f@size\endcsname\relax
    {\usefont{T1}{cmr}{m}{n}}%
  \fi
  \ifdefined\set@color \set@color \fi}
\makeatother
\dump
"""
"""Stands behind it: what has to be done again when it is loaded, because a format holds neither
PDF objects nor what stands on a page; here, cmap's table and the colour of the text."""
_LOADED = "\\PreambleIsLoaded\n"
"""Stands in the document in place of the preamble."""


class PreambleFormat(Struct, frozen=True):
    """What TeX loads instead of reading a preamble."""

    file: Path
    lines: int
    """The lines of the document that it stands for."""
    sign: Sign = None
    """By which it differs from one that takes its place."""


class FoundFormat(Struct, frozen=True):
    """The format for a document, if it can have one, and what there is to say about it."""

    format: PreambleFormat | None
    notes: tuple[Diagnostic, ...] = ()


def format_for(document: RenderedDocument, folder: Path, epoch: int, stopped: Event) -> FoundFormat:
    """Find the format of a document's preamble among those that are kept, or make it.

    Args:
        document: the rendered document.
        folder: the scratch folder, for a format that is made now.
        epoch: the time that goes into the PDF; the class looks at it, too.
        stopped: set when the build is interrupted.

    Raises:
        StoppedError: the build was interrupted.
        TimeLimitError: TeX did not come to the preamble's end.
    """
    preamble = fixed_preamble(document.tex.text)
    # A class of the workshop's own may change, which a format that is kept would not know.
    if not preamble or document.engine != "pdflatex" or document.class_files:
        return FoundFormat(None)
    kept = _place(preamble, document.name, epoch)
    works = _is_kept(kept)
    if works is not None:
        return FoundFormat(_format(kept, preamble) if works else None)
    made = folder / "preamble"
    made.mkdir()
    content = _dumped(document.name, preamble, made, epoch, stopped)
    if content is None:
        _remember(kept, made, works=False)
        return FoundFormat(None, (_cannot_preload(),))
    if _keep(kept, content) and _remember(kept, made, works=True):
        return FoundFormat(_format(kept, preamble))
    own = made / "own.fmt"
    lay_out({own: content})
    return FoundFormat(_format(own, preamble), (_cannot_keep(),))


def kept_format(tex: str, name: str, engine: str, epoch: int) -> PreambleFormat | None:
    """The format of a document that was made before, if it is kept.

    Args:
        tex: the document's LaTeX.
        name: the document's name.
        engine: the program that made it, one of ENGINES.
        epoch: the time that its PDF carries, in seconds since 1970 (UTC).
    """
    preamble = fixed_preamble(tex)
    if not preamble or engine != "pdflatex":
        return None
    kept = _place(preamble, name, epoch)
    return _format(kept, preamble) if _is_kept(kept) else None


def _place(preamble: str, name: str, epoch: int) -> Path:
    """Where the format of a preamble is kept."""
    tex = installed_tex("pdflatex")
    # The class makes the document's name and day part of what it knows.
    parts = (__version__, tex, name, str(epoch), _BEGINNING, preamble, _END)
    return cache_folder() / "formats" / f"{digest(*parts)}.fmt"


def _format(file: Path, preamble: str) -> PreambleFormat:
    return PreambleFormat(file, preamble.count("\n"), sign_of(file))


def fixed_preamble(tex: str) -> str:
    """The whole lines from the beginning of a document to its class and the packages below it."""
    found = _PREAMBLE.match(tex)
    return found[0] if found else ""


def without_preamble(tex: str, loaded: PreambleFormat) -> str:
    """The document with as many lines as before, and its preamble left out."""
    rest = tex.split("\n", loaded.lines)[-1]
    return _LOADED + "%\n" * (loaded.lines - 1) + rest


def _dumped(name: str, preamble: str, folder: Path, epoch: int, stopped: Event) -> bytes | None:
    """The format of a preamble; nothing if TeX cannot make one."""
    lay_out({folder / f"{name}.tex": (_BEGINNING + preamble + _END).encode()})
    arguments = ("-interaction=nonstopmode", "-ini", f"-jobname={name}", "&pdflatex", f"{name}.tex")
    status = run(ENGINES["pdflatex"], arguments, folder, epoch, stopped).status
    file = folder / f"{name}.fmt"
    if status != 0 or not file.is_file():
        expect_room(folder, status)
        return None
    content = file.read_bytes()
    # Unpacked it loads faster; TeX reads both.
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def _keep(kept: Path, content: bytes) -> bool:
    """Put a new format among those that are kept, and say whether that was possible."""
    try:
        _remove_old(kept.parent)
        deliver({kept: content})
    except (DeliveryError, OSError):
        return False
    return True


def _remember(kept: Path, folder: Path, *, works: bool) -> bool:
    """Write down of what a format was made, or that none could be; say whether that worked."""
    about = {"works": works, "is": sign_of(kept), "inputs": signs_of(_inputs(folder))}
    try:
        deliver({kept.with_suffix(".json"): json.dumps(about).encode()})
    except DeliveryError:
        return False
    return True


def _is_kept(kept: Path) -> bool | None:
    """Whether a format is kept: no, if it is known that there can be none; nothing if unknown."""
    file = kept.with_suffix(".json")
    try:
        about = json.loads(file.read_text(encoding="utf-8"))
        works, sign, inputs = about["works"], about["is"], about["inputs"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not is_unchanged([[str(kept), sign], *inputs]):
        return None
    with contextlib.suppress(OSError):
        os.utime(file)  # or it would be removed as one that nobody uses
    return bool(works)


def _inputs(folder: Path) -> Iterator[str]:
    """The files of TeX's installation that went into a format."""
    for record in folder.glob("*.fls"):
        for line in record.read_text(encoding="utf-8", errors="replace").split("\n"):
            kind, _, name = line.partition(" ")
            if kind == "INPUT" and Path(name).is_absolute():
                yield name


def _remove_old(folder: Path) -> None:
    """Remove formats that nobody has used for long, the oldest of too many, and leftovers."""
    if not folder.is_dir():
        return
    newest = sorted(folder.glob("*.json"), key=_changed_at, reverse=True)
    now = time.time()
    stale = [
        file
        for number, file in enumerate(newest, start=1)
        if number >= MOST_FORMATS or now - _changed_at(file) > UNUSED_DAYS * 86400
    ]
    used = {file.stem for file in newest} - {file.stem for file in stale}
    # Others are on their way into their places, or were left by a build that was killed.
    leftovers = [
        file
        for file in folder.iterdir()
        if file.stem not in used and now - _changed_at(file) > 3600
    ]
    for file in {*stale, *(file.with_suffix(".fmt") for file in stale), *leftovers}:
        file.unlink(missing_ok=True)


def _changed_at(file: Path) -> float:
    """When a file was last written or used, in seconds since 1970; it may vanish at any moment."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _cannot_keep() -> Diagnostic:
    message = "what TeX has read ahead cannot be kept for the next time, which takes longer"
    hint = "make ~/.cache/proposal writable, or set XDG_CACHE_HOME to a folder that is"
    return Diagnostic(Severity.NOTE, "preamble-not-kept", message, None, hint)


def _cannot_preload() -> Diagnostic:
    message = "TeX cannot read this preamble ahead, so each pass takes longer"
    return Diagnostic(Severity.NOTE, "preamble-not-read-ahead", message)
