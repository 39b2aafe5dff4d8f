"""Starts the TeX programs that a build will most likely need, before the data are read."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from proposal.build import graph
from proposal.build.fingerprints import Fingerprints
from proposal.build.request import Request
from proposal.build.state import DocumentState, read_build_state, read_document_state
from proposal.build.up_to_date import if_up_to_date
from proposal.tex.aux_cache import owner, read_aux_cache
from proposal.tex.beginnings import Beginning, beginnings, front_matter, last_edit
from proposal.tex.engine import ENGINES
from proposal.tex.preamble_cache import kept_format, without_preamble
from proposal.tex.prestart import Prestarted
from proposal.tex.process import TexStart


def started_for(request: Request) -> Prestarted:
    """TeX programs for the documents that a build will most likely make.

    Args:
        request: what is going to be built.
    """
    prestarted = Prestarted()
    state = read_build_state(request.root)
    if state is None or request.force or request.variant is not None:
        return prestarted
    now = Fingerprints(request.root)
    # What the website offers of other editions is most likely as it was.
    outdated = [
        (edition_id, name)
        for edition_id in graph.ids_asked_for(state.outline, request)
        for name in state.outline.documents.get(edition_id, ())
        if graph.is_asked_for(request, name, is_edition=True, is_public=False)
        and if_up_to_date(graph.document(edition_id, name), state, now) is None
    ]
    named = outdated[: request.jobs]
    documents = [made for words in named if (made := _made(request.root, *words)) is not None]
    for made in documents:
        prestarted.start(made.document, made.start)
    if documents and len(outdated) < request.jobs:
        _start_with_front_matter(documents[0], prestarted)
    return prestarted


def start_for(root: Path, edition_id: str, name: str, prestarted: Prestarted) -> None:
    """Start the TeX that will most likely make a document, if one has made it before.

    Args:
        root: the folder that holds `data/` and `build/`.
        edition_id: the document's edition.
        name: the document's.
        prestarted: where the TeX is to wait.
    """
    made = _made(root, edition_id, name)
    if made is not None:
        prestarted.start(made.document, made.start)


def _start_with_front_matter(made: _MadeDocument, prestarted: Prestarted) -> None:
    """Start a TeX that sets title and abstract of a document, as they were, while it waits.

    What follows changes more often; and before TeX can be told, the data have to be read. Without
    a format, which LuaTeX never has, it is not done with its preamble by then.
    """
    files, text = made.files_beside(), front_matter(made.text)
    if made.start.loaded is not None and files is not None and text:
        started = replace(made.start, beginning=Beginning(text, files))
        prestarted.start(made.document, started)


def start_in_parts(root: Path, edition_id: str, name: str, prestarted: Prestarted) -> None:
    """Have TeX wait for the next change of a document, at its beginning and within it.

    Args:
        root: the folder that holds `data/` and `build/`, in which the document has been made.
        edition_id: the document's edition.
        name: the document's.
        prestarted: where each TeX is to wait; what waits there for other documents is stopped.
    """
    made = _made(root, edition_id, name)
    if made is None:
        prestarted.keep("", ())
        return
    edit = last_edit(prestarted.edits.get(made.document), made.text)
    prestarted.edits[made.document] = edit
    files = made.files_beside()
    parts = [Beginning(text, files) for text in beginnings(edit)] if files is not None else []
    started = [made.start, *(replace(made.start, beginning=part) for part in parts)]
    prestarted.keep(made.document, started)


class _MadeDocument(Struct, frozen=True):
    """A document as it was made the last time."""

    folder: Path
    """Where its files stand."""
    document: str
    """What tells it from others."""
    tex: str
    state: DocumentState
    start: TexStart

    @property
    def text(self) -> str:
        """What TeX read of it."""
        loaded = self.start.loaded
        return without_preamble(self.tex, loaded) if loaded else self.tex

    def files_beside(self) -> dict[str, bytes] | None:
        """What stands beside it when TeX begins; nothing if that is not known any more."""
        name = self.start.job
        last = read_aux_cache(self.folder / f".{name}.rest", owner(self.state.engine, name))
        if last is None:
            return None
        names = self.state.files.keys() - {f"{name}.tex", f"{name}.pdf"}
        try:
            inputs = {file: (self.folder / file).read_bytes() for file in names}
        except OSError:
            return None
        return inputs | {f"{name}{suffix}": content for suffix, content in last.files.items()}


def _made(root: Path, edition_id: str, name: str) -> _MadeDocument | None:
    folder = root / "build" / edition_id
    state = read_document_state(root, edition_id, name)
    if state is None or state.engine not in ENGINES:
        return None
    try:
        tex = (folder / f"{name}.tex").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        tex = ""
    loaded = kept_format(tex, name, state.engine, state.epoch)
    start = TexStart(name, state.engine, state.epoch, loaded)
    return _MadeDocument(folder, graph.document(edition_id, name).name, tex, state, start)
