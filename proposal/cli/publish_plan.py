"""Shows what publishing will do at a target."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from proposal.cli.printing import printable_name
from proposal.publishing.publishing_plan import PublishPlan

_NAMED = 12
"""How many files of a kind are named before the rest is counted."""


def print_plan(plan: PublishPlan, target: str, console: Console, *, is_whole: bool) -> None:
    """Show what is new, changed, deleted, or in the way.

    Args:
        plan: what will be done.
        target: what the target is called.
        console: where it is shown.
        is_whole: whether all files are named.
    """
    console.print(Text.assemble("To ", (target, "bold"), ":"))
    for word, style, names in (
        ("new", "green", plan.added),
        ("changed", "yellow", plan.changed),
        ("deleted", "red", plan.deleted),
        ("overwritten, though this program did not write it", "bold red", plan.foreign),
        ("kept, since somebody has changed it there", "cyan", plan.kept),
        ("in the way: a folder or a link, where a file is to stand", "bold red", plan.blocked),
    ):
        _print_files(word, style, names, console, is_whole=is_whole)
    if plan.unchanged:
        console.print(f"{_files(len(plan.unchanged))} there already, the same")
    if not plan.sent and not plan.deleted and not plan.blocked:
        console.print("only the list of what was published")


def _print_files(
    word: str, style: str, names: Sequence[str], console: Console, *, is_whole: bool
) -> None:
    if not names:
        return
    console.print(Text.assemble((f"{word}: ", style), _files(len(names))))
    shown = names if is_whole or len(names) <= _NAMED + 1 else names[:_NAMED]
    for name in shown:
        console.print(f"    {printable_name(name)}", markup=False)
    if len(shown) < len(names):
        console.print(f"    and {len(names) - len(shown)} more; --dry-run names all of them")


def counted_plan(plan: PublishPlan) -> str:
    """How many files are new, changed and deleted: "36 new, 2 changed"."""
    counts = {
        "new": len(plan.added),
        "changed": len(plan.changed) + len(plan.foreign),
        "deleted": len(plan.deleted),
        "kept": len(plan.kept),
    }
    said = [f"{count} {word}" for word, count in counts.items() if count]
    return ", ".join(said) or "its list is complete"


def _files(count: int) -> str:
    return f"{count} file{'s' if count != 1 else ''}"
