"""Spanish, a language that is nothing but word lists: who says what, when, through whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor.article import Article
from auditor.auditing import audit
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.layers.analysis import LazyAnalysis
from auditor.load.identify import identifier
from auditor.readers import read

SAMPLES = Path(__file__).parent / "articles" / "samples_es"


def analysis(pack: Pack, text: str, published: date | None = None) -> LazyAnalysis:
    return LazyAnalysis(Article(text=text, language="es", published=published), pack.lexicon)


def speakers(of: LazyAnalysis) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in of.layer("quotes")]


def sources(of: LazyAnalysis) -> dict[str, str]:
    return {of.text[s.start : s.end]: s.kind for s in of.layer("sources")}


def sample(name: str) -> Article:
    data = (SAMPLES / name).read_bytes()
    return read(data, path=name, identify=identifier(), max_bytes=100_000)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "«No vamos a ceder», dijo el alcalde de Cádiz, Pedro Ruiz, en una entrevista.",
            "Pedro Ruiz",
        ),
        ("“El puente se cierra en marzo”, afirmó la ministra Elena Vidal.", "Elena Vidal"),
        ('"Faltan médicos", según Inés Lago, enfermera del hospital.', "Inés Lago"),
        ("La portavoz, Inés Lago, pidió calma: «El agua es potable».", "Inés Lago"),
        ("«No hay peligro», dijo el lunes a los periodistas el director, Luis Soto.", "Luis Soto"),
        ("Marta Gil recordó que fue «una noche terrible».", "Marta Gil"),
        ("«Lo perdimos todo», ha contado a este diario Juan Pérez.", "Juan Pérez"),
        ("La ministra Ana Torres calificó la medida de «farsa».", "Ana Torres"),
        ("Domingo Ferrer, dueño de un bar, teme por su negocio: «Vivo del mar».", "Domingo Ferrer"),
        ("«Volveremos», prometió Fernando Ruiz. «Y será pronto», añadió.", "Fernando Ruiz"),
    ],
)
def test_who_is_quoted(pack: Pack, text: str, speaker: str) -> None:
    assert set(speakers(analysis(pack, text))) == {speaker}


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        (
            "El portavoz del Ministerio de Defensa aseguró que el buque zarpa hoy.",
            "El portavoz del Ministerio de Defensa",
            "named_organisation",
        ),
        (
            "Según informó este lunes la Policía Nacional, el fuego empezó en la cocina.",
            "la Policía Nacional",
            "named_organisation",
        ),
        (
            "Varios funcionarios dijeron que fracasó.",
            "Varios funcionarios",
            "vague_collective",
        ),
        ("Según el informe, la presa tenía grietas.", "el informe", "unnamed_document"),
        ("La presa tenía grietas, según un vecino.", "un vecino", "unnamed_individual"),
        ("La ley llega tarde, según la agencia Reuters.", "la agencia Reuters", "wire"),
        (
            "El plan fracasó, según un estudio de la Universidad de Granada.",
            "un estudio de la Universidad de Granada",
            "named_organisation",
        ),
        ("—No hemos visto el documento —dijo la alcaldesa—.", "la alcaldesa", "named_person"),
        ("Así lo aseguró el ministro Pablo Vera.", "el ministro Pablo Vera", "named_person"),
    ],
)
def test_whose_word_it_is(pack: Pack, text: str, source: str, kind: str) -> None:
    assert sources(analysis(pack, text)) == {source: kind}


@pytest.mark.parametrize(
    "text",
    [
        "La fuente de la plaza se apagó, y el informe quedó en la mesa.",
        "El alcalde visitó la presa con un vecino y un funcionario.",
        "La cuenta del agua sube, y la muestra cierra en marzo.",
    ],
)
def test_nobody_is_a_source_who_says_nothing(pack: Pack, text: str) -> None:
    assert sources(analysis(pack, text)) == {}


def test_anonymity_its_reason_and_its_lack(pack: Pack) -> None:
    with_reason = (
        "«Fracasó», dijo un alto funcionario que pidió el anonimato por temor a represalias."
    )
    (source,) = analysis(pack, with_reason).layer("sources")
    assert source.kind == "explicit_anonymity"
    assert source.reason == "por temor a represalias"
    (source,) = analysis(pack, "«Fracasó», dijo un juez que pidió no ser identificado.").layer(
        "sources"
    )
    assert source.kind == "explicit_anonymity"
    assert source.reason is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Se rumorea que el puerto está en venta.", "passive"),
        ("El alcalde habría cobrado comisiones.", "passive"),
        ("El discurso fue interpretado como una amenaza.", "passive"),
        ("La empresa declinó hacer comentarios.", "declined"),
        ("El ministro no respondió a las preguntas de este diario.", "declined"),
    ],
)
def test_what_hides_who_says_it_and_who_declined(pack: Pack, text: str, form: str) -> None:
    (statement,) = analysis(pack, text).layer("statements")
    assert (statement.form, statement.source) == (form, None)


def test_a_passive_with_its_agent_hides_nobody(pack: Pack) -> None:
    of = analysis(pack, "El plan fue visto por la ministra Ana Torres como una amenaza.")
    assert all(s.source for s in of.layer("statements"))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Abrió el 3 de octubre de 2025.", "3 de octubre de 2025", "2025-10-03"),
        ("Abrió el sábado, 4 de octubre de 2025.", "sábado, 4 de octubre de 2025", "2025-10-04"),
        ("Abrió el 4/10/2025.", "4/10/2025", "2025-10-04"),
        ("Abrió a finales de 2023.", "a finales de 2023", "2023-12"),
        ("Abrió ayer.", "ayer", "2025-10-05"),
        ("Abrió anteayer.", "anteayer", "2025-10-04"),
        ("Abrió hace dos días.", "hace dos días", "2025-10-04"),
        ("Abrirá mañana por la mañana.", "mañana", "2025-10-07"),
        ("Abrió el jueves.", "jueves", "2025-10-02"),
        ("Abrió el mes pasado.", "el mes pasado", "2025-09"),
        ("Abrió el año pasado.", "el año pasado", "2024"),
    ],
)
def test_dates(pack: Pack, text: str, words: str, value: str) -> None:
    of = analysis(pack, text, date(2025, 10, 6))  # a Monday
    found = {text[d.start : d.end]: str(d.value) for d in of.layer("dates")}
    assert found == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "Cantó Plácido Domingo en la Plaza de Mayo.",
        "Julio Iglesias y Abril Zamora leyeron por la mañana.",
        "El barco se hundió en el mar con más de 2000 personas.",
    ],
)
def test_names_and_numbers_that_are_no_dates(pack: Pack, text: str) -> None:
    assert analysis(pack, text).layer("dates") == ()


def test_dates_that_cannot_be(pack: Pack) -> None:
    text = "Se firmó el viernes, 21 de mayo de 2025, y vence el 31 de junio de 2025."
    kinds = {c.kind for c in analysis(pack, text).layer("date_conflicts")}
    assert kinds == {"weekday", "impossible"}


def test_agencies_in_dateline_and_text(pack: Pack) -> None:
    of = analysis(pack, "MADRID, 5 nov (EFE).- El faro abrirá en marzo, dijo Ana Torres a Reuters.")
    assert {w.agency: w.role for w in of.layer("wires")} == {
        "Agencia EFE": "dateline",
        "Reuters": "source",
    }


def audited(pack: Pack, name: str) -> Audit:
    return audit(sample(name), pack)


def test_the_good_sample(pack: Pack) -> None:
    article = sample("faro-reabre.md")
    of = LazyAnalysis(article, pack.lexicon)
    named = {s.name for s in of.layer("sources") if s.kind == "named_person"}
    assert named == {"Marta Solís", "Andrés Vilar", "Benito Cano", "Rosa Quintela"}
    assert speakers(of) == ["Marta Solís", "Marta Solís", "Andrés Vilar"]
    assert {str(d.value) for d in of.layer("dates")} >= {"2025-10-04", "2025-09-12", "2026-03"}
    assert of.layer("passages") == ()
    result = audited(pack, "faro-reabre.md")
    assert (result.verdict, result.findings) == ("publish", ())


def test_the_bad_sample(pack: Pack) -> None:
    article = sample("puerto-venta.txt")
    assert (article.language, article.language_basis) == ("es", "identified")
    of = LazyAnalysis(article, pack.lexicon)
    assert speakers(of)[1] == "Tomás Ferro"
    assert [p.sort for p in of.layer("passages")] == ["read_more", "share_prompt", "copyright"]
    result = audited(pack, "puerto-venta.txt")
    assert result.verdict == "revise"
    assert {f.rule for f in result.findings} >= {
        "anonymous-sourcing/no-reason-given",
        "anonymous-sourcing/vague-collective",
        "anonymous-sourcing/hidden-source",
        "dates/weekday-mismatch",
        "dates/impossible-date",
        "boilerplate/filler",
        "boilerplate/urgency-label",
        "boilerplate/read-more",
        "boilerplate/copyright-notice",
    }


def test_parties_that_name_themselves_hide_nobody(pack: Pack) -> None:
    text = "Los socialistas celebraron el acuerdo. Los populares criticaron el coste de la obra."
    assert sources(analysis(pack, text)) == {}


def test_two_layers_of_word_are_told_apart(pack: Pack) -> None:
    of = analysis(pack, "La empresa niega los hechos, y Ana Soto, su abogada, dijo que recurrirá.")
    found: list[Any] = list(of.layer("statements"))
    assert [s.form for s in found] == ["paraphrase", "paraphrase"]
    assert found[0].source != found[1].source


@pytest.mark.parametrize("dash", [" —", "—"])
def test_a_raya_needs_no_space_before_the_verb(pack: Pack, dash: str) -> None:
    text = f"Ana Ruiz salió.\n\n—No lo sé{dash}dijo Ana Ruiz—. Mañana lo veremos.\n"
    (quote,) = analysis(pack, text).layer("quotes")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ana Ruiz"
    (aside,) = quote.asides
    assert "dijo Ana Ruiz" in text[aside.start : aside.end]
