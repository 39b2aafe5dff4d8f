"""Says how an edition is begun that an import could only complete."""

from __future__ import annotations

from proposal.model.loading.folder import Folder


def how_to_begin(folder: Folder, edition_id: str) -> str:
    """What to type for an edition that is not there: `import its website, paper or …`.

    Args:
        folder: the data that exist; the next edition is started from the last one.
        edition_id: the edition that is not there.
    """
    imports = "import its website, paper or Word document"
    if not folder.editions:
        return imports
    return (
        f"{imports}, or type `proposal new {edition_id} --from {max(folder.editions)} --venue NAME`"
    )
