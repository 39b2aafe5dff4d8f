"""`proposal bundle`: what publishers, archives and indexes get of a document or a volume."""

from __future__ import annotations

from itertools import product
from typing import Annotated

import typer

from proposal.bundling.bundle import BundleOrder, make_bundle
from proposal.bundling.contents import VARIANTS, Receiver
from proposal.bundling.volume_bundle import make_volume_bundle
from proposal.check.rules.config import without_suppressed
from proposal.cli.common_arguments import Editions
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.receiver_names import NAMES, receiver_named
from proposal.cli.session import Session
from proposal.diagnostics import has_errors
from proposal.model.loading.file_cache import FileCache
from proposal.project import load


def bundle(
    context: typer.Context,
    editions: Editions = None,
    receiver: Annotated[
        Receiver | None,
        typer.Option(
            "--for",
            parser=receiver_named,
            metavar=NAMES,
            help="Who gets it. ACM's production and arXiv, both if none, get a document's sources; "
            "all others get the volume of papers.",
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="NAME",
            help="The document: the camera-ready, or as long as there is none, the proposal.",
        ),
    ] = None,
) -> None:
    """Pack a document's sources, or the volume of papers, for those who publish or index them."""
    session: Session = context.obj
    edition_ids: list[str | None] = [*editions] if editions else [None]
    root, found = session.root(), []
    files = FileCache.of(root)
    receivers = [receiver] if receiver else list(VARIANTS)
    if document and receiver and receiver not in VARIANTS:
        message = f"--for {receiver} packs the volume of papers, which has no documents"
        raise typer.BadParameter(message, param_hint="--document")
    projects = {getter: load(root, VARIANTS.get(getter), files) for getter in receivers}
    files.keep()
    with BuildProgress(session.console) as progress:
        for edition_id, (getter, project) in product(edition_ids, projects.items()):
            if getter in VARIANTS:
                order = BundleOrder(project, edition_id, getter, document)
                found += make_bundle(order, progress.show)
                continue
            for chosen in project.chosen_ids([edition_id] if edition_id else []):
                watch = progress.of("stamping")
                found += make_volume_bundle(project, chosen, getter, progress.show, watch)
    remaining = without_suppressed(dict.fromkeys(found), projects[receivers[0]].data)
    print_diagnostics(remaining, session.console)
    if has_errors(found):
        raise typer.Exit(1)
