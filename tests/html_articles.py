"""The articles that the tests of pages show: one of every trouble, and one that attacks."""

from __future__ import annotations

from typing import Any

from html_fixture import Builder, Record


def harbour() -> Record:
    """A realistic audit: findings of every category, overlapping ones among them."""
    b = Builder()
    b.find("boilerplate/urgency", "Breaking:", 1, "note")
    first = b.find(
        "anonymous-sourcing/no-reason",
        "a city official said on condition of anonymity",
        8,
        "blocking",
        "“a city official” is granted anonymity, and the text does not say why.",
    )
    first["related"] = [
        {**b.span("the official said"), "path": None, "message": "the same source again"}
    ]
    b.find(
        "anonymous-sourcing/sole-for-lead",
        "after cracks were found in two of its piers, a city official said",
        8,
        "warning",
    )
    b.find("dates/weekday", "Wednesday, 14 May 2025", 4, "note", confidence=0.97)
    b.find("anonymous-sourcing/vague-collective", "Analysts warned", 3)
    b.find("anonymous-sourcing/vague-collective", "Engineers are believed", 3)
    b.find("dates/relative", "last week", 3)
    b.find("quotations/loaded-verb", "insisted", 1, "note", confidence=0.74)
    b.find("wires/state-agency-alone", "Norvest", 3)
    b.find("quotations/no-speaker", "Everyone knew it was coming.", 4)
    b.find(
        "boilerplate/share-prompt", "Share this story with your friends and follow us", 2, "note"
    )
    b.find("dates/no-publication", None, 4)
    b.find("wires/no-credit", None, 2, "note")
    aside = b.find("quotations/loaded-verb", "refused", 1, "note")
    aside["decision"] = {"kind": "dismissed", "reason": "he did refuse, twice", "until": None}

    official = b.add("sources", "a city official", kind="explicit_anonymity", named=False)
    official |= {"name": None, "reason": None, "sole_for": ["lead"]}
    official["knowledge_basis"] = "briefed on the inspection"
    official["mentions"] = [b.span("a city official"), b.span("the official")]
    for words, kind in (
        ("Ilse Marrant", "named_person"),
        ("Analysts", "vague_collective"),
        ("Piet Orlan", "named_person"),
        ("Norvest", "wire"),
    ):
        named = kind in ("named_person", "wire")
        source = b.add("sources", words, kind=kind, named=named, name=words if named else None)
        source |= {"reason": None, "sole_for": [], "mentions": [b.span(words)]}
    for words, source, cue in (
        ("a city official said", "s1", "said"),
        ("said Ilse Marrant", "s2", "said"),
        ("Analysts warned", "s3", "warned"),
        ("insisted Piet Orlan", "s4", "insisted"),
        ("Norvest reported", "s5", "reported"),
    ):
        b.add("statements", words, form="quotation", cue=cue, source=source, quotes=[])
    for words, speaker in (
        ("until the first frost", ("s1", "the official", "a city official", "explicit_anonymity")),
        (
            "We saw dust falling and then we heard a long groan from below,",
            ("s2", "Ilse Marrant", "Ilse Marrant", "named_person"),
        ),
        (
            "Nobody told us anything for an hour.",
            ("s2", "Ilse Marrant", "Ilse Marrant", "named_person"),
        ),
        (
            "There is no danger to the public,",
            ("s4", "Piet Orlan", "Piet Orlan", "named_person"),
        ),
        ("Everyone knew it was coming.", None),
    ):
        quote = b.add("quotes", words, kind="direct", closure="closed", statement=None)
        quote["kind"] = "partial" if len(words) < 25 else "direct"
        quote["speaker"] = speaker and {
            "source": speaker[0],
            **b.span(speaker[1]),
            "name": speaker[2],
            "kind": speaker[3],
            "reasons": ["same sentence", "reporting verb between them"],
        }
        quote["confidence"] = 0.97 if speaker else 0.62
    for words, value, precision in (
        ("Wednesday, 14 May 2025", "2025-05-14", "day"),
        ("last week", None, "vague"),
        ("1971", "1971", "year"),
        ("2016", "2016", "year"),
        ("2021", "2021", "year"),
    ):
        date = b.add("dates", words, value=value, precision=precision, anchor=None, checks=[])
        if precision == "day":
            date["checks"] = ["exists", "weekday"]
    b.add("date_conflicts", "2021", kind="order", first="d4", second="d5", computed="5 years")
    b.add(
        "wires",
        "Norvest",
        agency="Norvest",
        role="source",
        control="state_controlled",
        country="NV",
        basis="its director is appointed by the government",
        verified=False,
        linked=False,
    )
    b.add(
        "passages",
        "Share this story with your friends and follow us for more.",
        kind="boilerplate",
        sort="share_prompt",
        origin=None,
        agency=None,
        overlap=None,
    )
    b.more["readability"] = {
        "ari": 9.1,
        "coleman_liau": 10.3,
        "lix": 41.0,
        "rix": 4.1,
        "grade": 9.7,
    }
    return b.build()


HOSTILE = (
    "<script>alert(1)</script> {{7*7}} {% raw %} <b style=color:red onclick=x()>bold</b>\n\n"
    "\u202egnp.exe</script><!-- <img src=x onerror=alert(1)> \u2028 &lt; &amp; javascript:alert(1)"
)


def hostile() -> dict[str, Any]:
    b = Builder(HOSTILE, path="<i>a</i>/\"'.txt")
    b.find("dates/weekday", "<script>alert(1)</script>", 4, message=HOSTILE)
    b.find("quotations/no-speaker", "</script><!--", 4)
    name = {"name": HOSTILE, "mentions": [], "reason": HOSTILE, "sole_for": []}
    b.add("sources", "{{7*7}}", kind="named_person", named=True, **name)
    return b.build() | {"title": HOSTILE, "author": HOSTILE, "language": '"><script>'}
