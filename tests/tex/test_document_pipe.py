"""A pipe in the place of a document's file: nobody waits for it for ever."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from proposal.tex.document_pipe import DocumentPipe

LONG = "as it is\n" * 50_000
"""More than a pipe holds."""


@pytest.fixture
def pipe(tmp_path: Path) -> DocumentPipe:
    file = tmp_path / "document.tex"
    os.mkfifo(file)
    return DocumentPipe(file)


def reader(pipe: DocumentPipe, program: str = "cat") -> subprocess.Popen[bytes]:
    return subprocess.Popen([program, pipe.file], stdout=subprocess.PIPE)


def test_who_reads_it_reads_all_parts_in_turn(pipe: DocumentPipe) -> None:
    pipe.give("before it is opened, ")
    process = reader(pipe)
    pipe.give(LONG)
    pipe.give("„last“")
    pipe.end()
    assert process.communicate(timeout=20)[0].decode() == f"before it is opened, {LONG}„last“"
    pipe.close()


@pytest.mark.parametrize("program", ["true", "head"], ids=["never opened", "not read to the end"])
def test_it_is_let_go_of_where_the_reader_has_ended(pipe: DocumentPipe, program: str) -> None:
    process = reader(pipe, program)
    pipe.give(LONG)
    process.communicate(timeout=20)
    pipe.close()
    assert not pipe.writer.is_alive()


def test_it_can_be_closed_twice_before_anybody_gets_anything(pipe: DocumentPipe) -> None:
    pipe.close()
    pipe.close()
    assert not pipe.writer.is_alive()
