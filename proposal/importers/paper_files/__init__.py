"""Brings the PDFs of papers that a review system hands over to their papers."""
