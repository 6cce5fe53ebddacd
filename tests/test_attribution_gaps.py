"""Who speaks where only a noun, a case ending or the other side of an exchange tells it."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.attribution.cues import cues


def speakers(pack: Pack, language: str, text: str) -> list[str | None]:
    """The speaker's name of each quotation that is no irony or title."""
    quotes = LazyAnalysis(Article(text=text, language=language), pack.lexicon).layer("quotes")
    said = [q for q in quotes if q.kind in ("direct", "partial")]
    return [q.speaker.name if q.speaker else None for q in said]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Kin, trade and title tell whether a name is hers or his.
        (
            "Tomi Reed ran the shop with Sacha Lind. His wife, Sacha Lind, kept the books. "
            "“We never closed in all those years,” she said. “Not once in a year,” he said.",
            ["Sacha Lind", "Tomi Reed"],
        ),
        (
            "The actress Robin Vale and her lawyer, Kit Marsh, came to court. “I did nothing "
            "wrong at all,” she said outside.",
            ["Robin Vale"],
        ),
        (
            "Robin Vale, the mother of two boys, met Kit Marsh, the director. “I did nothing "
            "wrong at all,” she said.",
            ["Robin Vale"],
        ),
        (
            "Ms. Vale and Mr. Marsh came to court early. “I did nothing wrong at all,” she said. "
            "“It will be over soon,” he said.",
            ["Vale", "Marsh"],
        ),
        # Of two men, the one the text goes on about.
        (
            "Paul Grant met Tom Wells at the pier. Grant runs the ferry and has two boats. "
            "“I would not sell them,” he said.",
            ["Paul Grant"],
        ),
        # Question and answer.
        (
            "Daniel Lee took the stand on Monday. “Did you see the boat that night?” the "
            "prosecutor asked. “No,” Lee said. “Were you at home then?” the prosecutor asked. "
            "“I was asleep by then,” he answered.",
            ["the prosecutor", "Daniel Lee", "the prosecutor", "Daniel Lee"],
        ),
        (
            "Asked by the prosecutor whether he saw the boat, Daniel Lee replied: “No.”",
            ["Daniel Lee"],
        ),
        # A name behind what the person is to somebody.
        (
            "Mark Hale leads the poll. “The count was far too slow,” his rival, Dora Lane of the "
            "Greens, said.",
            ["Dora Lane"],
        ),
        (
            "Nina Hart won the race. Her friend Kim Park said “she never gave up on it.”",
            ["Kim Park"],
        ),
        # Somebody else.
        (
            "“I saw the boat go down,” Mary Hill said. “It was far too dark,” another said.",
            ["Mary Hill", "another"],
        ),
        (
            "“The road is closed now,” said Jean-Claude Roy-Martin. “It will open soon enough,” "
            "Robert Hale Jr. said.",
            ["Jean-Claude Roy-Martin", "Robert Hale Jr."],
        ),
        (
            "General Roth denies the raid\n\nThe ministry published a film. “There was no raid on "
            "the town,” the general said on Monday.",
            ["Roth"],
        ),
        # Given names that are common words; particles; nicknames.
        (
            "“It was cold on the pier,” April Summers said. “It rained all day,” said June Park. "
            "The mayor, Will Reed, agreed. “It was very dark,” said Will Reed.",
            ["April Summers", "June Park", "Will Reed"],
        ),
        (
            "Its head, Ursula von der Leyen, looked tired. “It is too late,” von der Leyen said.",
            ["Ursula von der Leyen"],
        ),
        (
            "“I always fish here,” said Bob “Sparky” Lane. “I was nervous today,” Lane said.",
            ["Bob “Sparky” Lane", "Bob “Sparky” Lane"],
        ),
        # An Arabic article belongs to the name; “she” is not Sir Patrick.
        (
            "“I am tired of it all,” wrote Sir Patrick O’Dea. His deputy, Zainab al-Amin, will "
            "replace him. “He has earned his rest,” she said.",
            ["Patrick O’Dea", "Zainab al-Amin"],
        ),
        ("The rebels left the town. “It is over now,” al-Amin said.", ["al-Amin"]),
        # A time of two words between whoever speaks and the verb.
        (
            "The deputy clerk, Ms. Dee Farrow, on Tuesday night told a packed hall “nobody here "
            "asked for this at all.”",
            ["Dee Farrow"],
        ),
        # Her neighbour is not she; “he” is the spokesman who spoke.
        (
            "Jean Pruitt, who lost her roof, said: “I prayed all night.” Her neighbor said: “I "
            "just ran for it.”",
            ["Jean Pruitt", "Her neighbor"],
        ),
        (
            "Dr. Martin Obi urged people to boil water. A spokesman for the city said the water "
            "was safe. “It is quite safe to drink,” he said.",
            ["A spokesman for the city"],
        ),
        (
            "Kim Jong Un visited the farm. “The harvest is good,” Kim said. Xi Jinping sent a "
            "letter. “We will work together,” Xi said.",
            ["Kim Jong Un", "Xi Jinping"],
        ),
    ],
)
def test_english(pack: Pack, text: str, names: list[str]) -> None:
    assert speakers(pack, "en", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "“Stok beras kita aman,” kata Menteri Pertanian Amran Sulaiman, Senin. “Petani tidak "
            "perlu cemas,” kata Amran.",
            ["Amran Sulaiman", "Amran Sulaiman"],
        ),
        ("“Rapat itu ditunda dulu,” kata Ketua DPR Puan Maharani.", ["Puan Maharani"]),
        (
            "“Pabrik ini tetap buka,” kata Direktur Utama PT Maju Jaya Andi Saputra.",
            ["Andi Saputra"],
        ),
        (
            "“Anggaran sudah kami siapkan,” kata Drs. Bambang Susilo, M.Si. “Perkara ini kami "
            "kawal terus,” ujar Rudi Hartono, S.H., M.H. “Pelaku sudah kami tangkap,” kata Kombes "
            "Pol Hendra Wijaya. “Santri harus rajin belajar,” kata KH Ahmad Mustofa. “Kami dukung "
            "rencana itu,” ujar Hj Siti Aminah. “Jalan ini lama rusak,” kata Bapak Sutrisno.",
            [
                "Bambang Susilo",
                "Rudi Hartono",
                "Hendra Wijaya",
                "Ahmad Mustofa",
                "Siti Aminah",
                "Sutrisno",
            ],
        ),
        ("“Rumah kami bergoyang keras,” cerita Wayan, warga Karangasem.", ["Wayan"]),
        (
            "Hendra Wijaya duduk di kursi saksi. “Apakah Saudara di rumah malam itu?” tanya jaksa. "
            "“Saya sudah tidur malam itu,” jawab Hendra.",
            ["jaksa", "Hendra Wijaya"],
        ),
    ],
)
def test_indonesian(pack: Pack, text: str, names: list[str]) -> None:
    assert speakers(pack, "id", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Whoever is told stands in the dative.
        (
            "Виктор Сидоров и Мария Белова вышли из суда. «Мы подадим жалобу в суд», — сказал "
            "Сидоров Беловой.",
            ["Виктор Сидоров"],
        ),
        ("«Мы подадим жалобу в суд», — сказала Анна Белова Петру Сидорову.", ["Анна Белова"]),
        ("«Мост закрыт до самой весны», — сказали Марии Сомовой в мэрии.", [None]),
        ("«Мост закрыт до самой весны», — сказал Лев Толстой.", ["Лев Толстой"]),
        ("«Ремонт продлится до весны», — сообщил ТАСС источник в мэрии.", ["источник в мэрии"]),
        (
            "«Мост откроют в мае», — сказал И. И. Иванов. «Не раньше конца июня», — возразила "
            "П. А. Сомова.",
            ["И. И. Иванов", "П. А. Сомова"],
        ),
        (
            "«Мы ждали помощи всю ночь», — сказала Анна Шевченко. «Дороги там не было», — добавил "
            "Гиви Чхеидзе. «Мы построим им школу», — отметил Арам Саркисян.",
            ["Анна Шевченко", "Гиви Чхеидзе", "Арам Саркисян"],
        ),
        (
            "Директору Павлу Ильину вручили иск. «Мы этот иск не признаём», — ответил Ильин.",
            ["Павел Ильин"],
        ),
        (
            "«Пожар тушили шесть часов», — рассказал Сергей Ким. Хозяйка дома Марина Лис винит "
            "проводку. «Сто раз просила починить», — плачет женщина.",
            ["Сергей Ким", "Марина Лис"],
        ),
        # Whoever asks is not whoever has just answered.
        (
            "Прокурор спросил, видел ли он лодку. «Нет, не видел», — ответил Даниил Лис. «Вы были "
            "дома той ночью?» — спросил прокурор. «Я спал у себя дома», — сказал Лис.",
            ["Даниил Лис", "прокурор", "Даниил Лис"],
        ),
    ],
)
def test_russian(pack: Pack, text: str, names: list[str | None]) -> None:
    assert speakers(pack, "ru", text) == names


def told(pack: Pack, text: str) -> list[tuple[str | None, str | None]]:
    """Of each statement without quotation marks its source's name or role, and its cue."""
    analysis = LazyAnalysis(Article(text=text, language="en"), pack.lexicon)
    sources = {s.number: s.name or s.role for s in analysis.layer("sources")}
    found = [s for s in analysis.layer("statements") if s.form == "paraphrase"]
    return [(sources.get(s.source), s.cue) for s in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Keron Blair called for more money for the ferry.", [("Keron Blair", "called for")]),
        ("Mary Reed called on the mayor to resign.", [("Mary Reed", "called on")]),
        ("It will rain all week, forecasters believe.", [("forecasters", "believe")]),
        ("Lawyers for the family said the film was cut.", [("Lawyers", "said")]),
        ("The bank just this month announced it would close.", [("bank", "announced")]),
        ("The paper looked at Mary Reed’s claim that the pier was safe.", [("Mary Reed", "claim")]),
        ("Later Mary Hill said the pier was safe.", [("Mary Hill", "said")]),
        ("Reed plans to sue the ferry. She wants a new boat.", []),
        ("The recipe calls for two eggs and a little milk.", []),
    ],
)
def test_statements_without_marks(pack: Pack, text: str, said: list[tuple[str, str]]) -> None:
    assert told(pack, text) == said


def test_a_title_is_no_speech_for_the_comma_in_its_marks(pack: Pack) -> None:
    text = "She sang the old anthem “The River Runs On,” and Mary Hill said it was her last."
    quotes = LazyAnalysis(Article(text=text, language="en"), pack.lexicon).layer("quotes")
    assert [(q.kind, q.speaker) for q in quotes] == [("title", None)]


def test_the_clause_behind_after_has_its_own_subject(pack: Pack) -> None:
    text = (
        "Paul Grant called Mary Hill a disgrace after she attacked the council and blamed the "
        "flood on “plain old greed” at the town hall."
    )
    found = LazyAnalysis(Article(text=text, language="en"), pack.lexicon).use(cues)
    whose = {text[c.start : c.end]: text[slice(*c.source)] for c in found}
    assert whose["blamed"] == "she"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "While in Brandt, Ann Reed met Governor Otto Lind.\n\n“It will last,” Reed said.\n\n"
            "Reed also backed a museum for what Lind called “the heroism of the town’s residents.”",
            "Lind",
        ),
        (
            "Earlier reports indicated that a mill had burnt, an event that local residents "
            "described as “a terrifying experience.” “We saw it,” said Maria Sol, a baker.",
            "local residents",
        ),
    ],
)
def test_a_naming_verb_right_before_the_words_tells_whose_they_are(
    pack: Pack, text: str, who: str
) -> None:
    assert who in speakers(pack, "en", text)
