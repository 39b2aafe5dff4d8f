"""A folder of generated files holds just what belongs there, and what is there is left alone."""

from __future__ import annotations

from pathlib import Path

from proposal.build.output_tree import DeliveredTree, deliver_tree, read_listing
from proposal.caching import digest


def test_files_that_were_found_in_their_places_are_listed_and_not_written_again(
    tmp_path: Path,
) -> None:
    folder, listing = tmp_path / "site", tmp_path / ".site"
    first = {"2025/index.html": b"kept", "2026/index.html": b"old", "gone.html": b"gone"}
    assert deliver_tree(folder, first, listing) == DeliveredTree(3, 3)
    assert deliver_tree(folder, first, listing) == DeliveredTree(3, 0)
    (folder / "mine.txt").write_bytes(b"mine")
    kept = folder / "2025/index.html"
    before = kept.stat()
    files = {"2025/index.html": b"kept", "2026/index.html": b"new"}
    known = {"2025/index.html": digest(b"kept")}
    assert deliver_tree(folder, files, listing, known) == DeliveredTree(2, 2)
    assert {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    } == {"2025/index.html": b"kept", "2026/index.html": b"new", "mine.txt": b"mine"}
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert read_listing(listing) == {name: digest(content) for name, content in files.items()}
