"""Text -> Quotations, and the word lists of each language (`en`)."""
