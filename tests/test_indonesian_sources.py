"""Sources in Indonesian: who is named, who is not, and who is who."""

from __future__ import annotations

import pytest

from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read


def told(pack: Pack, text: str) -> list[Source]:
    article = read(
        text.encode(),
        path="x.txt",
        identify=lambda _: None,
        language="id",
        max_bytes=10**6,
    )
    return list(LazyAnalysis(article, pack.lexicon).layer("sources"))


@pytest.mark.parametrize(
    ("text", "kind", "people", "mentions"),
    [
        # Only people are counted with “seorang”, whatever the noun.
        (
            "Pasirnya dikeruk malam hari, kata seorang juru selam.\n\n"
            "“Airnya jadi keruh,” ujar juru selam itu.",
            "unnamed_individual",
            "one",
            2,
        ),
        ("Menurut bekas manajer pabrik itu, upah dipotong.", "unnamed_individual", "one", 1),
        # Whoever asks not to be named is a mention of the source.
        (
            "Kontraknya batal, kata seorang auditor. Auditor itu minta namanya tidak ditulis.",
            "explicit_anonymity",
            "one",
            2,
        ),
        (
            "Dua kurir mengatakan paketnya kosong. Menurut salah seorang dari mereka, itu biasa.",
            "vague_collective",
            "several",
            2,
        ),
        (
            "Beberapa diplomat mengatakan naskahnya siap. “Saya ragu,” ujar diplomat itu.",
            "vague_collective",
            "contradictory",
            2,
        ),
        # A pseudonym and initials name nobody.
        (
            "“Upah saya ditahan,” kata Kenanga, bukan nama sebenarnya.",
            "explicit_anonymity",
            "one",
            1,
        ),
        (
            "Seorang saksi berinisial RW mengaku mengantar koper. Isinya, kata RW, tidak ia lihat.",
            "unnamed_individual",
            "one",
            2,
        ),
        # Papers tell, also by a passive.
        (
            "Surel internal menunjukkan direksi tahu soal itu sejak Maret.",
            "unnamed_document",
            "body",
            1,
        ),
        (
            "Dalam notulen rapat itu, direktur disebut memerintahkan pembelian.",
            "unnamed_document",
            "body",
            1,
        ),
    ],
)
def test_one_unnamed_source(pack: Pack, text: str, kind: str, people: str, mentions: int) -> None:
    [source] = [s for s in told(pack, text) if not s.named]
    assert (source.kind, source.people, len(source.mentions)) == (kind, people, mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menurut laporan tahunan Ombudsman Pusat, antrean makin panjang.", "Ombudsman Pusat"),
        ("BPBD Kabupaten Rawasari menaksir kerugian Rp 2 miliar.", "BPBD Kabupaten Rawasari"),
        (
            "Badan Pengawas Obat dan Makanan menyatakan obat itu aman.",
            "Badan Pengawas Obat dan Makanan",
        ),
        ("Camat Rawa Dengklok Dedi Sunandar mengatakan air surut.", "Dedi Sunandar"),
        (
            "Seorang tetangga, yang memperkenalkan diri sebagai Yanti, mengatakan rumahnya kosong.",
            "Yanti",
        ),
        (
            "Seorang korban bercerita, perahunya oleng. Namanya Arsad Daeng Liong, 44 tahun.",
            "Arsad Daeng Liong",
        ),
    ],
)
def test_it_is_named(pack: Pack, text: str, name: str) -> None:
    [source] = told(pack, text)
    assert source.named
    assert source.name is not None
    assert source.name.endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "Sumber pendapatan desa itu naik, dan sumber airnya melimpah.",
        "Pejabat Kementerian Pertahanan yang dihubungi menolak berkomentar soal kontrak itu.",
        "Penduduk menyebut danau itu Telaga Biru karena airnya jernih.",
        "Dalam film itu, seorang warga berbisik. “Kita semua tahu,” kata seorang warga.",
        "Menurut rencana, kapal itu bersandar selama empat hari.",
    ],
)
def test_nobody_is_a_source(pack: Pack, text: str) -> None:
    assert not told(pack, text)


@pytest.mark.parametrize(
    "clause",
    [
        "tidak mau namanya dikutip karena keputusan belum diumumkan",
        "menolak disebut namanya karena keputusan belum diumumkan",
        "meminta identitasnya dirahasiakan karena keputusan belum diumumkan",
        "berbicara dengan syarat anonim karena keputusan belum diumumkan",
        "emoh jati dirinya dibuka karena keputusan belum diumumkan",
    ],
)
def test_why_the_name_is_withheld(pack: Pack, clause: str) -> None:
    text = f"Tarif akan naik, kata seorang pejabat yang hadir dalam rapat itu. Ia {clause}."
    [source] = told(pack, text)
    assert source.kind == "explicit_anonymity"
    assert source.reason == "karena keputusan belum diumumkan"
    assert source.knowledge_basis == "yang hadir dalam rapat itu"
