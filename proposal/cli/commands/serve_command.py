"""`proposal serve`: a live preview in the browser."""

from __future__ import annotations

import contextlib
import signal
import threading
import webbrowser
from typing import Annotated

import typer

from proposal.cli.session import Session
from proposal.preview.http_server import DEFAULT_PORT
from proposal.preview.preview import run_preview
from proposal.preview.preview_state import Phase, Preview


def serve(
    context: typer.Context,
    edition: Annotated[
        str | None,
        typer.Argument(
            metavar="[EDITION]", help="The edition to begin with; the current one if none."
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=65535, help="Where to serve; the next free one if it is taken."
        ),
    ] = DEFAULT_PORT,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Show it in the browser at once.")
    ] = False,
) -> None:
    """Show website and PDFs in the browser, made anew whenever a file is saved."""
    session: Session = context.obj
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # End as on Ctrl-C, which is how a preview ends; but behind `nohup`, go on.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)

    def on_start(found: int, preview: Preview) -> None:
        address = f"http://127.0.0.1:{found}/"
        typer.echo(address)
        if port not in {0, found}:
            typer.echo(f"Port {port} is taken, so this is {found}.")
        typer.echo("Save a file under data/ or templates/ and look. Ctrl-C ends.")
        threading.Thread(target=_print_rounds, args=(preview,), daemon=True).start()
        if open_browser:
            webbrowser.open(address)

    with contextlib.suppress(KeyboardInterrupt):
        run_preview(session.root(), edition, port, on_start)


def _print_rounds(preview: Preview) -> None:
    """Print a line for each time that all is up to date, or that something is wrong."""
    number, last = 0, ""
    while (news := preview.after(number, 60)) is not None:
        number, shown = news
        if shown.phase is Phase.BUILDING:
            continue
        wrong = sum(problem.is_error for problem in (*shown.of_data, *shown.of_documents))
        if wrong:
            line = f"{wrong} error{'s' if wrong > 1 else ''}; the page shows where"
        elif shown.finished:
            line = f"up to date {shown.finished:%H:%M:%S}, {shown.seconds:.1f} s"
        else:
            continue
        if line != last:
            typer.echo(line)
        last = line
