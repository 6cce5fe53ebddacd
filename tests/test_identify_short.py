"""Articles of twenty to forty words, which names and quotations could lead astray."""

from __future__ import annotations

import pytest

from auditor.load.identify import identifier
from auditor.readers import read

SHORT = [
    (
        "id",
        "Pabrik tahu di Kediri terbakar Rabu dini hari. Pemilik, Haji Slamet Riyadi, merugi "
        "ratusan "
        "juta rupiah. Penyebab kebakaran masih diselidiki Polsek Mojoroto bersama Tim Inafis.",
    ),
    (
        "id",
        "CEO Tokopedia William Tanuwijaya hadir di Google for Indonesia. Ia memamerkan fitur AI. "
        "Sundar Pichai mengirim pesan video. Saham GOTO ditutup menguat 2,1 persen.",
    ),
    (
        "id",
        "Marc Marquez juara MotoGP Mandalika. Francesco Bagnaia jatuh di lap ketiga, Jorge Martin "
        "finis kedua. Penonton memadati Bukit Seger sejak subuh. Lalu lintas Kuta macet total.",
    ),
    (
        "id",
        "Kantor Imigrasi Ngurah Rai deportasi turis Rusia. Pria bernama Sergei Volkov melanggar "
        "izin "
        "tinggal dan bekerja sebagai fotografer di Canggu tanpa visa kerja selama delapan bulan.",
    ),
    (
        "id",
        "“We are very happy with the result and want to thank the fans,” kata pelatih John Herdman "
        "usai laga di Gelora Bung Tomo. Skuadnya menang tiga gol tanpa balas atas Filipina.",
    ),
    (
        "en",
        "Surabaya, Indonesia. Fire crews from Gubeng and Wonokromo fought flames at Pasar Turi. "
        "Owner "
        "Slamet Riyadi lost everything. Nobody died. Investigators blame faulty wiring.",
    ),
    (
        "en",
        "“Pompa itu rusak dan kami tidak punya air bersih sejak hari Senin,” complained Rina "
        "Kusuma, "
        "who runs a food stall near Manggarai station and fetches water by cart.",
    ),
    (
        "en",
        "Real Madrid beat Getafe. Vinícius scored twice, Bellingham once. Coach Carlo Ancelotti "
        "praised Luka Modrić. Next: Atlético at Estadio Metropolitano, Sunday, kickoff nine "
        "o'clock.",
    ),
    (
        "en",
        "Dmitry Peskov dismissed reports. Kremlin aides Yuri Ushakov, Kirill Dmitriev flew home. "
        "Tatarstan leader Rustam Minnikhanov stayed. Talks resume Tuesday in Istanbul, officials "
        "say.",
    ),
    (
        "ru",
        "Трамвай № 7 сошёл с рельсов у Финляндского вокзала. Движение закрыто. Водитель Мария "
        "Ковтун не пострадала. Пассажиров пересадили в автобусы, ремонт обещают завершить к "
        "вечеру.",
    ),
    (
        "ru",
        "Apple и Samsung вернули Apple Pay и Samsung Pay для карт «Мир»? Банки слухи опровергают. "
        "Сбербанк, ВТБ советуют не вводить коды. Эксперт Kaspersky Lab назвал письма поддельными.",
    ),
    (
        "es",
        "Un camión cargado de naranjas volcó esta madrugada en la A-7, cerca de Sagunto. El "
        "conductor, Vicent Ferrer, resultó ileso. Tráfico cortó dos carriles hasta las nueve.",
    ),
    (
        "es",
        "Shakira canta en Medellín. Karol G invitada. Entradas agotadas. La Alcaldía refuerza "
        "buses, "
        "Metro abre toda la noche. Vecinos de Laureles piden silencio después de medianoche.",
    ),
    (
        "es",
        "«We will rebuild the harbour before the winter storms arrive», prometió el ministro John "
        "Carver. Los pescadores de Burela dudan: llevan cuatro inviernos escuchando promesas.",
    ),
]


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_twenty_words_are_enough(code: str, text: str) -> None:
    found = identifier()(text)
    assert found is not None
    assert (found[0], found[1] >= 0.5) == (code, True)


@pytest.mark.parametrize(
    "text",
    [
        # Malay
        "Kilang roti di Ipoh terbakar awal pagi Rabu. Pemiliknya, Encik Razak, kerugian ratusan "
        "ribu ringgit. Punca kebakaran masih disiasat bomba, kata jurucakap balai Meru Raya.",
        # Portuguese
        "Um caminhão carregado de laranjas tombou nesta madrugada na BR-101, perto de Torres. O "
        "motorista, Vicente Ferreira, saiu ileso. A polícia fechou duas faixas até as nove.",
        # Ukrainian
        "Трамвай № 7 зійшов з рейок біля вокзалу. Рух закрито. Водійка Марія Ковтун не "
        "постраждала. "
        "Пасажирів пересадили в автобуси, ремонт обіцяють завершити до вечора.",
        # French
        "Le conseil du port a fermé le quai samedi. Les pêcheurs de Concarneau, en colère, ont "
        "écrit à la ministre. La réponse est venue par un message de trois lignes, dit Yann Goff.",
        # Italian
        "Il consiglio del porto ha chiuso il molo sabato. I pescatori di Chioggia hanno scritto al "
        "ministro. La risposta: un messaggio di tre righe, racconta Paolo Boscolo ai cronisti.",
        # Dutch
        "Een vrachtwagen vol sinaasappels kantelde vannacht op de A7 bij Drachten. De chauffeur, "
        "Willem de Boer, bleef ongedeerd. Twee rijstroken waren tot negen uur dicht.",
    ],
)
def test_a_near_language_is_not_taken_for_one_of_ours(text: str) -> None:
    found = identifier()(text)
    assert found is None or found[0] not in ("en", "es", "id", "ru")


@pytest.mark.parametrize("text", ["Zork blib grum plof drat venk solp mirt.", "Rina Kusuma, Ubud"])
def test_what_cannot_be_told_stays_unknown(text: str) -> None:
    article = read(text.encode(), path="a.txt", identify=identifier(), max_bytes=1000)
    assert (article.language, article.language_basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Lorry sheds its load of oranges on the coast road"),
        ("id", "Truk jeruk terguling, jalan ke Sagara ditutup"),
        ("ru", "Грузовик с апельсинами перевернулся на трассе"),
        ("es", "Un camión de naranjas vuelca cerca del puerto"),
    ],
)
def test_a_headline_is_told_or_stays_unknown(code: str, text: str) -> None:
    article = read(text.encode(), path="a.txt", identify=identifier(), max_bytes=1000)
    assert article.language in (code, None)
