"""The folder with the author agreements of an edition's papers."""

AGREEMENTS = "agreements"
"""The folder beside `edition.yaml` with the scan of a signed agreement for each paper, `ID.pdf`."""
