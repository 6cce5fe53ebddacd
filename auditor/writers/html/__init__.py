"""The audit as pages: one an article and an index. A rendering of the JSON, nothing else."""

from auditor.writers.html.article import article_page
from auditor.writers.html.index import index_page, index_row, page_name

__all__ = ["article_page", "index_page", "index_row", "page_name"]
