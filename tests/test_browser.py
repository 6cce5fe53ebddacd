"""The pages in Chromium: with scripts, without, and under attack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from html_articles import harbour
from html_fixture import Builder, run, summary

from auditor.load.look import load_look
from auditor.writers.html import article_page, index_page, index_row, page_name

CHROMIUM = Path("/usr/bin/chromium")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed"),
]

LOOK = load_look(Path(__file__).parents[1] / "reports")
HOSTILE = (
    "<script>document.title='hit'</script> {{7*7}} <img src=x onerror=\"document.title='hit'\">\n\n"
    "\u202egnp.exe </script><script>document.title='hit'</script> \u2028 "
    "<a href=\"javascript:document.title='hit'\">x</a> <b style='color:red'>b</b>"
)

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file; `page.faults` and `page.requests_seen` tell what happened."""
    contexts = []

    def opened(html: str, name: str = "page.html", **options: Any) -> Any:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.faults, page.requests_seen = [], []
        page.on("pageerror", lambda e: page.faults.append(str(e)))
        page.on("console", lambda m: m.type == "error" and page.faults.append(m.text))
        page.on("request", lambda r: page.requests_seen.append(r.url))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def html(article: dict[str, Any] | None = None) -> str:
    return article_page(run(), article or harbour(), LOOK)


def hostile() -> dict[str, Any]:
    b = Builder(HOSTILE)
    b.find("dates/weekday", "<script>document.title='hit'</script>", 4, message=HOSTILE)
    b.find("quotations/no-speaker", "</script><script>", 4)
    b.add(
        "sources",
        "{{7*7}}",
        kind="named_person",
        named=True,
        name=HOSTILE,
        mentions=[],
        reason=HOSTILE,
        sole_for=[],
    )
    return b.build() | {"title": HOSTILE}


def index_html(count: int = 230) -> str:
    articles = []
    for number in range(count):
        b = Builder(path=f"news/{number:03}.txt")
        for _ in range(number % 6):
            b.find("wires/no-credit", None, 4)
            b.find("dates/relative", "last week", 5)
        articles.append(
            b.build() | {"title": f"Story {number} {'alpha' if number % 2 else 'beta'}"}
        )
    rows = [index_row(a, page_name(a["path"])) for a in articles]
    head = run(summary=summary(articles), gate=None, links=[], errors=[])
    return index_page(head, rows, LOOK)


def position(page: Any) -> str:
    return str(page.locator("#position").inner_text())


def test_the_only_request_is_the_file_itself(show: Open) -> None:
    page = show(html())
    page.wait_for_timeout(200)
    assert page.requests_seen == [page.url] and page.faults == []


def test_hostile_words_are_shown_and_nothing_runs(show: Open) -> None:
    page = show(html(hostile()))
    page.wait_for_timeout(200)
    assert page.title() != "hit" and page.faults == []
    assert page.requests_seen == [page.url]
    shown = page.eval_on_selector_all(
        "#text p[id]",
        "ps => ps.map(p => { const c = p.cloneNode(true);"
        " c.querySelectorAll('.ref').forEach(r => r.remove()); return c.textContent }).join(' ')",
    )
    assert " ".join(shown.split()) == " ".join(HOSTILE.split())
    assert page.locator("main script, main img, main b[style], a[href^='javascript']").count() == 0


def test_the_policy_refuses_what_is_injected(show: Open) -> None:
    attack = (
        "<p id=probe style='color:rgb(1,2,3)' onclick=\"document.title='hit'\">x</p>"
        "<script>document.title='hit'</script><style>#probe{margin-left:77px}</style>"
    )
    page = show(html().replace("<main id=", attack + "<main id="))
    page.locator("#probe").click()
    style = page.eval_on_selector("#probe", "e => [getComputedStyle(e).color, e.offsetLeft]")
    assert page.title() != "hit"
    assert style[0] != "rgb(1, 2, 3)" and style[1] < 77
    refused = " ".join(page.faults)
    assert "inline script" in refused and "inline style" in refused and "event handler" in refused


def test_j_and_k_step_through_the_findings(show: Open) -> None:
    page = show(html())
    assert position(page) == "13 findings"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert position(page) == "2 of 13"
    assert page.locator(".f.on .t").inner_text() == "No byline and no credit"
    assert page.locator(".f.on details").evaluate("d => d.open")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert position(page) == "13 of 13"
    assert (
        page.locator("mark.on").inner_text() == "Share this story with your friends and follow us"
    )
    assert page.locator(".f details[open]").count() == 2  # the blocking one and the selected


def test_keys_can_be_switched_off_and_leave_fields_alone(show: Open) -> None:
    page = show(html())
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("j")
    assert page.locator(".f.on").count() == 0


def test_filters_hide_notes_and_give_marks_to_what_is_left(show: Open) -> None:
    page = show(html())
    both = page.locator("mark", has_text="a city official said")
    assert "blocking" in both.get_attribute("class")
    page.locator("#s-blocking").uncheck()
    assert position(page) == "12 findings"
    assert page.locator(".f.blocking").is_hidden()
    assert "warning" in both.get_attribute("class")
    page.locator("#c1").uncheck()
    assert both.get_attribute("class") is None
    assert page.locator(".f.c1:visible, .ref.c1:visible").count() == 0
    page.locator("#c1").check()
    page.locator("#s-blocking").check()
    assert position(page) == "13 findings"
    assert "blocking" in both.get_attribute("class")


def test_a_highlight_and_a_badge_lead_to_their_note(show: Open) -> None:
    page = show(html())
    page.locator("mark", has_text="Norvest").click()
    assert page.locator(".f.on .t").inner_text() == "State-controlled agency as the only source"
    page.locator("#text .ref a", has_text="9").click()
    assert page.locator(".f.on .t").inner_text() == "Relative day without a date"
    assert re.search(r"#f-[0-9a-f]{12}$", page.url)


def test_a_deep_link_opens_its_finding(show: Open) -> None:
    page = show(html())
    finding = harbour()["findings"][6]
    page.goto(page.url + f"#f-{finding['id']}")
    assert page.locator(f"#f-{finding['id']} .msg").is_visible()


def test_a_note_is_copied_as_plain_text(show: Open) -> None:
    page = show(html(), permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    for _ in range(5):
        page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("#toast.show").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines() == [
        "[Blocking] Anonymity without a reason (anonymous-sourcing/no-reason, paragraph 1, −8)",
        "“a city official said on condition of anonymity”",
        "“a city official” is granted anonymity, and the text does not say why.",
        "What to do: Say why the name is withheld, or find a source on the record.",
        "Why it matters: Readers cannot judge a claim whose source hides and is not asked why.",
    ]


def test_copied_text_carries_no_badges_and_no_notes(show: Open) -> None:
    page = show(html(), permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text'))")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == " ".join(harbour()["text"].split())


GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_button_changes_the_theme_and_keeps_it(show: Open, system: str) -> None:
    page = show(html(), color_scheme=system)
    before = page.evaluate(GROUND)
    page.locator("#theme").click()
    after = page.evaluate(GROUND)
    assert before != after
    page.reload()
    page.wait_for_function(f"{GROUND} === '{after}'")
    other = show(html(), color_scheme="dark" if system == "light" else "light")
    other.wait_for_function(f"{GROUND} === '{after}'")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_paper_is_light_whatever_the_screen_is(show: Open, system: str) -> None:
    page = show(html(), color_scheme=system)
    for _ in range(2):
        page.emulate_media(media="print")
        assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 26, 21)"
        page.emulate_media(media="screen")
        page.locator("#theme").click()


def test_without_scripts_everything_is_there_and_filters_work(show: Open) -> None:
    page = show(html(), java_script_enabled=False)
    assert page.locator(".scripted:visible").count() == 0
    assert page.locator(".f").count() == 13
    page.locator(".f", has_text="Relative day").locator("summary").click()
    assert page.locator(".f", has_text="Relative day").locator(".msg").is_visible()
    page.locator("#c4").uncheck()
    assert page.locator(".f.c4:visible").count() == 0
    assert page.locator(".f:visible").count() == 11


WIDTHS = [1280, 800, 390, 320]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", [html, index_html])
def test_nothing_is_wider_than_the_screen(show: Open, make: Any, width: int) -> None:
    page = show(make(), viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.checkVisibility()"
        " && !e.closest('.vh,thead,svg') && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert cut == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_is_speaking_is_told_on_every_screen(show: Open, width: int, scheme: str) -> None:
    page = show(html(), viewport={"width": width, "height": 900}, color_scheme=scheme)
    rows = page.locator("#speaking tbody tr")
    told = rows.filter(has_text="a city official").inner_text()
    for words in (
        "Anonymous by agreement",
        "No reason given",
        "How it knows: briefed on the inspection",
        "Only source for the lead",
        "Counted once, 2 mentions",
        "11%",
    ):
        assert words in told
    narrow = width < 800
    labels = page.eval_on_selector_all(
        "#speaking tbody td.num",
        "ds => ds.filter(d => d.checkVisibility())"
        ".map(d => getComputedStyle(d, '::before').content)",
    )
    assert all(("attr" in label or ":" in label) == narrow for label in labels)
    assert ("—" in rows.filter(has_text="Analysts").inner_text()) == (not narrow)


@pytest.mark.parametrize("width", [1280, 390])
def test_targets_are_large_enough(show: Open, width: int) -> None:
    page = show(html(), viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    small = page.evaluate(
        "[...document.querySelectorAll('button,summary,.chip,nav a,.acts a,.to,.brand')]"
        ".filter(e => e.checkVisibility() && !e.closest('.paras')).filter(e => {"
        " const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 23.5 })"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert small == []


CONTRAST = """
() => {
  const rgb = s => s.match(/[\\d.]+/g).map(Number);
  const lum = c => { const [r,g,b] = c.map(v => { v/=255;
    return v <= .03928 ? v/12.92 : ((v+.055)/1.055)**2.4 }); return .2126*r+.7152*g+.0722*b };
  const ratio = (a,b) => { const [x,y] = [lum(a),lum(b)].sort((p,q)=>q-p); return (x+.05)/(y+.05) };
  const css = (e, p) => getComputedStyle(e).getPropertyValue(p).trim();
  const named = (e, p) => { const probe = e.appendChild(document.createElement('i'));
    probe.style.color = `var(${p})`; const c = rgb(css(probe,'color')); probe.remove(); return c };
  const found = [];
  for (const e of document.querySelectorAll('main *, .bar *, .foot *')) {
    if (!e.checkVisibility() || e.closest('.vh,svg')) continue;
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    let back = e;
    while (back && /rgba\\(0, 0, 0, 0\\)|transparent/.test(css(back,'background-color')))
      back = back.parentElement;
    const paper = named(document.body,'--paper');
    const ground = back ? rgb(css(back,'background-color')) : paper;
    const r = ratio(rgb(css(e,'color')), ground);
    if (r < 4.5) found.push([r.toFixed(2), e.className, e.textContent.slice(0,30)]);
    if (e.tagName === 'MARK') {
      const tint = named(e,'--w');
      if (ratio(rgb(css(e,'color')), tint) < 4.5) found.push(['tint', e.className]);
      if (ratio(named(e,'--c'), tint) < 3) found.push(['underline', e.className]);
    }
  }
  return found;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [html, index_html])
def test_contrast_holds_in_both_themes(show: Open, make: Any, scheme: str) -> None:
    page = show(make(), color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(100)
    assert page.evaluate(CONTRAST) == []


def test_headings_descend_and_tables_name_their_columns(show: Open) -> None:
    page = show(html())
    levels = page.eval_on_selector_all("main :is(h1,h2,h3)", "hs => hs.map(h => +h.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.locator("th:not([scope])").count() == 0
    assert page.locator("header nav, main, footer").count() == 3


def test_on_paper_every_note_is_open_and_controls_are_gone(show: Open) -> None:
    page = show(html())
    page.emulate_media(media="print")
    assert page.locator(".filters:visible, .acts:visible, .bar:visible").count() == 0
    assert page.locator(".msg").first.bounding_box()["height"] > 5
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8


# The index


def cells(page: Any, column: int) -> list[str]:
    found = page.eval_on_selector_all(
        f"#list tbody td:nth-child({column})", "tds => tds.map(t => t.innerText.split('\\n')[0])"
    )
    return list(found)


def test_the_index_sorts_pages_and_finds(show: Open) -> None:
    page = show(index_html())
    assert page.faults == []
    first = cells(page, 1)
    assert len(first) == 100 and first == sorted(first, key=float)
    assert page.locator("#shown").inner_text() == "1 to 100 of 230"
    page.locator("th[data-by='3'] button").click()
    assert cells(page, 1)[0] == "100"
    assert page.locator("th[data-by='3']").get_attribute("aria-sort") == "descending"
    page.locator("#older").click()
    page.locator("#older").click()
    assert len(cells(page, 1)) == 30 and page.locator("#older").is_disabled()
    page.locator("#search").fill("BETA")
    assert page.locator("#shown").inner_text() == "1 to 100 of 115"
    assert all("beta" in title for title in cells(page, 2))
    page.locator("#search").fill("no such story")
    assert page.locator("#none").is_visible()


def test_drawn_rows_look_like_those_of_the_server(show: Open) -> None:
    page = show(index_html(5))
    drawn = page.locator("#list tbody").inner_text()
    plain = show(index_html(5), java_script_enabled=False)
    assert plain.locator("#list tbody").inner_text() == drawn
    assert plain.locator(".scripted:visible").count() == 0
    assert plain.locator("#list a").count() == 5


def test_hostile_titles_in_the_index_do_nothing(show: Open) -> None:
    article = hostile()
    row = index_row(article, page_name(article["path"]))
    head = run(summary=summary([article]), gate=None, links=[], errors=[])
    page = show(index_page(head, [row], LOOK))
    page.wait_for_timeout(100)
    assert page.title() != "hit" and page.requests_seen == [page.url] and page.faults == []
    assert page.locator("#list img, #list script").count() == 0
