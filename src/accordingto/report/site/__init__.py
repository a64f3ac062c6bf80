"""Book -> Written*

The pages of a casebook, as a static site: overview, contests, voices, reports, what was rejected. Each page stands
alone: its style is in it, it fetches nothing, and it runs no script but the report's own page.
"""

from accordingto.report.site.book import Book, OnRecord, Written
from accordingto.report.site.pages import casebook_pages

__all__ = ["Book", "OnRecord", "Written", "casebook_pages"]
