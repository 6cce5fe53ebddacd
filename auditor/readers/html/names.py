"""Names of elements, roles and classes that tell the parts of a page. All small letters."""

from __future__ import annotations


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


VOID = _names(
    "area base br col embed hr img input link meta param source track wbr keygen frame",
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = _names(
    "address article aside blockquote button caption center dd details dialog dir div dl dt",
    "fieldset figcaption figure footer form header hgroup hr li main menu nav ol option p pre",
    "search section select summary table tbody td template tfoot th thead tr ul",
    *HEADINGS,
)
SCOPES = _names("table td th caption template object button")
"""Elements that no end tag of another inside them can close."""
CELLS = _names("td th")
ROWS = CELLS | {"tr"}
TABLE_PARTS = ROWS | {"tbody", "thead", "tfoot", "caption"}
LISTS = _names("ul ol menu dir dl")
ROOTS = _names("html head body")

RAW = _names("script style textarea title noscript iframe noembed noframes xmp")
"""Elements whose content is no markup."""
SILENT = _names(
    "template svg math canvas object audio video select button datalist dialog map applet",
)
"""Elements whose text is none of the page's prose."""
UNSEEN_CLASSES = _names(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only",
)

BYLINES = _names(
    "byline by-line byline-name article-byline article__byline author author-name",
    "article-author article__author post-author entry-author story-byline penulis",
)
"""Classes of whole bylines; part of a class may mean anything."""

BODIES = _names(
    "articlebody article-body article__body article_body articlebodytext article-content",
    "article__content article-text story-body story-content entry-content post-content",
    "post-body post__content news-content detail__body-text detail-text read__content isi-berita",
)
"""Classes, ids and names of the article's body in common systems."""

FURNITURE = _names("nav footer menu dialog")
FURNITURE_ROLES = _names("navigation banner contentinfo search dialog alert toolbar menu")
COMMENTS = _names(
    "comments comment-list commentlist comments-area comment-section comments-section comment",
    "comments-container comment-thread disqus_thread respond komentar",
)
"""Classes and ids of readers' comments, which may be longer than the article."""

DOUBTFUL = _names("aside form")
HINTED = _names("div section ul ol article table figure")
"""Elements whose classes are looked at for hints."""
HINTS = _names(
    "newsletter related share sharing sharebar sosmed social sidebar breadcrumb breadcrumbs",
    "ad ads advert advertisement adv promo sponsored cookie cookies pagination outbrain taboola",
    "recirc recommended recommendations recommendation trending popular subscribe subscription",
    "toolbar terkait rekomendasi iklan",
)
"""Parts of classes and ids of furniture."""
