"""The folder with the author agreements of an edition's papers."""

AGREEMENTS = "agreements"
"""The folder beside `edition.yaml` with the scan of a signed agreement for each paper, `ID.pdf`."""
FORM = "ceur-author-agreement-ccby-ntp.pdf"
"""CEUR-WS's form, as it is called there, which may lie beside the scans to be filled in."""
FORM_WITH_THIRD_PARTIES = "ceur-author-agreement-ccby-tp.pdf"
"""Its form for papers with material of third parties."""
