"""PDFs as values: the one package that opens them, by PDFium and by pypdf."""

from proposal.pdf.pdf_value import Pdf
from proposal.pdf.readable import UnreadablePdfError

__all__ = ["Pdf", "UnreadablePdfError"]
