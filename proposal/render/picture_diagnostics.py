"""What is said of pictures in texts, the same for PDFs and for pages."""

from __future__ import annotations

from proposal.diagnostics import Diagnostic, Span, error, warning


def undescribed_picture(name: str, place: Span | None, *, for_print: bool) -> Diagnostic:
    """Say that nobody can know a picture who does not see it."""
    report = error if for_print else warning
    message = f"the picture {name} is not described"
    hint = f"say in the brackets what it shows: ![A curve that rises]({name})"
    return report("undescribed-picture", message, place, hint)


def unknown_width(written: object, place: Span | None) -> Diagnostic:
    """Say that a picture's width is none: `{width=wide}`."""
    message = f"`{written}` is no width of a picture"
    return error("not-a-width", message, place, "write {width=60%}, or {width=page}")
