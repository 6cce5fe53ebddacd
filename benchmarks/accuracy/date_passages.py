"""Sentences in three languages for the benchmark of dates, and ways to write a date in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random


@dataclass(frozen=True)
class Tongue:
    """One language. In forms, {d} {m} {y} are day, month and year, {n} {nn} numbers of the
    month, {dd} the day in two digits, {a} a short month, {w} the weekday; a form brings its
    own preposition, sentences have none before a date.
    """

    code: str
    months: str
    months_alone: str
    short: str
    weekdays: str
    full: tuple[str, ...]
    written: tuple[str, ...]
    with_weekday: tuple[str, ...]
    with_weekday_no_year: tuple[str, ...]
    dateline_forms: tuple[str, ...]
    events: tuple[str, ...]
    announced: tuple[str, ...]
    after: tuple[str, ...]
    units: dict[str, tuple[str, str, str]]
    numbers_in_words: str
    directions: tuple[str, str]
    few: tuple[tuple[str, ...], tuple[str, ...]]
    lasted: tuple[str, ...]
    sieges: tuple[str, ...]
    lasted_years: tuple[str, ...]
    aged: tuple[str, ...]
    died: tuple[str, ...]
    two_ages: tuple[str, ...]
    anniversary: tuple[str, ...]
    short_ranges: tuple[str, ...]
    during: tuple[str, ...]
    from_to: tuple[str, ...]
    from_to_year: tuple[str, ...]
    datelines: tuple[str, ...]
    headlines: tuple[tuple[str, str], ...]
    twice: tuple[tuple[str, str], ...]
    fillers: tuple[str, ...]
    titles: tuple[str, ...]
    month_year: str = "{m} {y}"
    ordinals: dict[int, str] = field(default_factory=dict)

    def numbers(self, form: str, year: int, month: int, day: int, weekday: int = 0) -> str:
        return form.format(
            d=day,
            dd=f"{day:02d}",
            m=self.months.split()[month - 1],
            a=self.short.split()[month - 1],
            y=year,
            n=month,
            nn=f"{month:02d}",
            w=self.weekdays.split()[weekday],
            th=_th(day),
        )

    def date(self, form: str, day: date) -> str:
        return self.numbers(form, day.year, day.month, day.day, day.weekday())

    def weekday(self, form: str, day: date, weekday: int) -> str:
        return self.numbers(form, day.year, day.month, day.day, weekday)

    def month(self, year: int, month: int) -> str:
        return self.month_year.format(m=self.months_alone.split()[month - 1], y=year)

    def range(self, form: str, begin: date, end: date) -> str:
        return self.date(form.replace("{e}", str(end.day)), begin)

    def amount(self, count: int, unit: str) -> str:
        if count < 11 and count % 2:
            number = self.numbers_in_words.split()[count - 1]
            if self.code == "ru" and unit == "week":
                number = {"один": "одну"}.get(number, number)
            return f"{number} {self._unit(count, unit)}"
        return f"{count} {self._unit(count, unit)}"

    def years_old(self, count: int) -> str:
        return self.amount(count, "year") if self.code == "ru" else str(count)

    def apart(self, count: int, unit: str, sign: int, rng: Random) -> str:
        del rng
        words = f"{self.amount(count, unit)} {self.directions[sign > 0]}"
        return words[0].upper() + words[1:]

    def some(self, sign: int, rng: Random) -> str:
        return rng.choice(self.few[sign > 0])

    def nth(self, count: int) -> str:
        return f"{count}{_th(count)}" if self.code == "en" else str(count)

    def _unit(self, count: int, unit: str) -> str:
        one, few, many = self.units[unit]
        if self.code != "ru":
            return one if count == 1 else many
        if count % 10 == 1 and count % 100 != 11:
            return one
        return few if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else many


def _th(day: int) -> str:
    if 11 <= day % 100 <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


ENGLISH = Tongue(
    code="en",
    months="January February March April May June July August September October November December",
    months_alone=(
        "January February March April May June July August September October November December"
    ),
    short="Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.",
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    full=(
        "on {m} {d}, {y}",
        "on {d} {m} {y}",
        "on {a} {d}, {y}",
        "on {m} {d}{th}, {y}",
        "on the {d}{th} of {m} {y}",
        "on {y}-{nn}-{dd}",
    ),
    written=("{m} {d}, {y}", "{d} {m} {y}", "{a} {d}, {y}"),
    with_weekday=(
        "on {w}, {m} {d}, {y}",
        "on {w} {d} {m} {y}",
        "on {w}, {a} {d}, {y}",
        "on {w}, {d} {m} {y}",
        "on {w} ({m} {d}, {y})",
        "on {w} evening, {m} {d}, {y}",
        "on {w}, the {d}{th} of {m} {y}",
        "on {m} {d}, {y}, a {w}",
    ),
    with_weekday_no_year=("on {w}, {m} {d}", "on {w} {d} {m}", "on {w}, {a} {d}"),
    dateline_forms=("{m} {d}, {y}", "{d} {m} {y}", "{a} {d}, {y}"),
    events=(
        "Ilse Brandvold opened the new ferry pier {}.",
        "The court in Lindhagen sentenced two fishermen {}.",
        "Mayor Tomas Reke resigned {}.",
        "The council voted {} to close the old mill.",
        "Fire broke out {} in a paper warehouse near the harbour.",
        "The choir was founded {} by a group of teachers.",
        "Dana Okoye signed the lease {} after long talks.",
    ),
    announced=(
        "The bridge will open {}.",
        "The council is scheduled to vote on the plan {}.",
        "Voters will go to the polls {}, the commission said.",
        "The museum plans to reopen {}.",
        "The trial is due to begin {}.",
    ),
    after=(
        "{}, {}, the workers went home.",
        "{}, {}, a second pier was closed.",
        "{}, {}, her deputy left the town hall.",
    ),
    units={
        "day": ("day", "days", "days"),
        "week": ("week", "weeks", "weeks"),
        "month": ("month", "months", "months"),
        "year": ("year", "years", "years"),
    },
    numbers_in_words="one two three four five six seven eight nine ten",
    directions=("earlier", "later"),
    few=(
        ("Days earlier", "Just days earlier", "A few days earlier", "Several days earlier"),
        ("Days later", "Only days later", "A few days later", "Several days later"),
    ),
    lasted=(
        "The strike at the cannery lasted from {0} to {1}, a total of {2}.",
        "The ferry was out of service for {2}, from {0} to {1}.",
        "The exhibition ran for {2}, from {0} until {1}.",
    ),
    sieges=(
        "The siege began {0} and ended {1}, after {2}.",
        "The strike started {0} and was called off {1} after {2}.",
    ),
    lasted_years=(
        "Reke led the museum for {2}, from {0} to {1}.",
        "She ran the observatory from {0} to {1}, a total of {2}.",
        "The tram line was closed for {2}, between {0} and {1}.",
    ),
    aged=(
        "Born in {0}, Ilse Brandvold, {1}, still rows every morning.",
        "The {1}-year-old, who was born in {0}, declined to comment.",
        "Tomas Reke, who was born in {0}, is {1} years old.",
        "“I row,” said Dana Okoye, {1}, who was born in Lindhagen in {0}.",
    ),
    died=(
        "Tomas Reke was born in {0} and died in {1} at the age of {2}.",
        "Born in {0}, she died in {1} aged {2}.",
        "Dana Okoye, born in {0}, died in {1} at {2}.",
    ),
    two_ages=(
        "She was {0} in {1} and {2} in {3}.",
        "Reke, who was {0} years old in {1}, was {2} years old in {3}.",
    ),
    anniversary=(
        "The brewery, founded in {0}, celebrated its {1} anniversary in {2}.",
        "The society was founded in {0} and marked its {1} anniversary in {2}.",
    ),
    short_ranges=(
        "from {d} to {e} {m} {y}",
        "from {m} {d} to {e}, {y}",
        "{d}–{e} {m} {y}",
        "{m} {d}-{e}, {y}",
    ),
    during=(
        "The orchestra played in Lindhagen {}.",
        "The fair was held {} on the square.",
    ),
    from_to=(
        "The fair ran from {} to {}.",
        "The road was closed from {} until {}.",
        "The hall was rented out between {} and {}.",
    ),
    from_to_year=(
        "Reke led the museum from {} to {}.",
        "She chaired the board between {} and {}.",
        "The mill stood empty ({}–{}).",
    ),
    datelines=("LINDHAGEN, {} (Norrpress) —", "LINDHAGEN, {} —", "SOLVIK, {} -"),
    headlines=(
        ("New ferry pier to open {}", "The new ferry pier will open {}, Ilse Brandvold said."),
        ("Mayor Reke resigned {}", "Mayor Tomas Reke resigned {}, the town hall said."),
        ("Strike at cannery began {}", "The strike at the cannery began {}, workers said."),
    ),
    twice=(
        ("The ferry pier was opened {}.", "The ferry pier, which was opened {}, is made of oak."),
        ("Mayor Reke resigned {}.", "Reke resigned {} without giving a reason."),
        ("The old mill burned down {}.", "The mill burned down {}, the fire brigade said."),
        ("The choir was founded {}.", "The choir, founded {}, has forty members."),
    ),
    fillers=(
        "The harbour master said the work had cost 60 million crowns.",
        "Visitors come for the 620 miles of coast and for the smoked eel.",
        "“We may march on if nobody listens,” said Dana Okoye, a teacher.",
        "About 41 percent of the residents answered the letter.",
        "The Sunday Times first wrote about the plan, and 60 Minutes followed.",
        "Nobody at the town hall could be reached for comment.",
    ),
    titles=("News from the harbour", "Quiet days in Lindhagen", "What the council hides"),
)

INDONESIAN = Tongue(
    code="id",
    months="Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    months_alone=(
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ),
    short="Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des",
    weekdays="Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    full=(
        "pada {d} {m} {y}",
        "pada tanggal {d} {m} {y}",
        "pada {d}/{n}/{y}",
        "pada {dd}-{nn}-{y}",
        "pada {d} {a} {y}",
    ),
    written=("{d} {m} {y}", "{d}/{n}/{y}"),
    with_weekday=(
        "pada {w} ({d}/{n}/{y})",
        "pada {w}, {d} {m} {y}",
        "pada hari {w} tanggal {d} {m} {y}",
        "{w} malam, {d} {m} {y}",
        "pada {w} ({d} {m} {y})",
        "pada {w} pagi ({dd}/{nn}/{y})",
    ),
    with_weekday_no_year=("pada {w} ({d}/{n})", "pada {w}, {d} {m}", "{w} ({d}/{n})"),
    dateline_forms=("{d} {m} {y}", "{d}/{n}/{y}"),
    events=(
        "Wali Kota Rangga Suteja meresmikan dermaga baru {}.",
        "Pengadilan Tirtamulya menghukum dua nelayan {}.",
        "Dewan kota memutuskan menutup pabrik lama {}.",
        "Kebakaran terjadi {} di sebuah gudang kertas.",
        "Paduan suara itu didirikan {} oleh para guru.",
        "Ratna Wiluya menandatangani kontrak {}.",
    ),
    announced=(
        "Jembatan itu akan dibuka {}.",
        "Dewan kota dijadwalkan bersidang {}.",
        "Museum itu rencananya dibuka kembali {}.",
        "Sidang akan digelar {}, kata juru bicara.",
    ),
    after=(
        "{}, {}, para pekerja pulang.",
        "{}, {}, dermaga kedua ditutup.",
        "{}, {}, wakilnya meninggalkan balai kota.",
    ),
    units={
        "day": ("hari", "hari", "hari"),
        "week": ("pekan", "pekan", "pekan"),
        "month": ("bulan", "bulan", "bulan"),
        "year": ("tahun", "tahun", "tahun"),
    },
    numbers_in_words="satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    directions=("sebelumnya", "kemudian"),
    few=(
        ("Beberapa hari sebelumnya", "Hanya beberapa hari sebelumnya"),
        ("Beberapa hari kemudian", "Sejumlah hari kemudian"),
    ),
    lasted=(
        "Mogok kerja itu berlangsung dari {0} hingga {1}, atau selama {2}.",
        "Feri itu tidak beroperasi selama {2}, dari {0} sampai {1}.",
        "Pameran berlangsung selama {2}, sejak {0} hingga {1}.",
    ),
    sieges=("Pemogokan dimulai {0} dan berakhir {1}, setelah {2}.",),
    lasted_years=(
        "Suteja memimpin museum selama {2}, dari {0} hingga {1}.",
        "Ia memimpin observatorium dari tahun {0} sampai {1}, atau selama {2}.",
        "Jalur trem itu ditutup selama {2}, antara {0} dan {1}.",
    ),
    aged=(
        "Ratna Wiluya ({1}), yang lahir pada {0}, masih mendayung setiap pagi.",
        "Perempuan berusia {1} tahun yang lahir pada tahun {0} itu menolak berkomentar.",
        "Rangga Suteja, kelahiran {0}, kini berumur {1} tahun.",
    ),
    died=(
        "Rangga Suteja lahir pada {0} dan meninggal pada {1} dalam usia {2} tahun.",
        "Lahir pada tahun {0}, ia wafat pada tahun {1} pada usia {2} tahun.",
    ),
    two_ages=("Ia berusia {0} tahun pada {1} dan {2} tahun pada {3}.",),
    anniversary=(
        "Pabrik yang didirikan pada {0} itu merayakan ulang tahun ke-{1} pada {2}.",
        "Perkumpulan itu berdiri pada tahun {0} dan memperingati ulang tahun ke-{1} pada {2}.",
    ),
    short_ranges=(
        "pada {d}-{e} {m} {y}",
        "pada {d} hingga {e} {m} {y}",
        "dari {d} sampai {e} {m} {y}",
        "pada {d}–{e} {m} {y}",
    ),
    during=("Orkes itu bermain di Tirtamulya {}.", "Pasar malam digelar {} di alun-alun."),
    from_to=(
        "Pasar malam berlangsung dari {} hingga {}.",
        "Jalan itu ditutup sejak {} sampai {}.",
        "Aula itu disewakan antara {} dan {}.",
    ),
    from_to_year=(
        "Suteja memimpin museum dari {} hingga {}.",
        "Ia mengetuai dewan dari tahun {} sampai {}.",
        "Pabrik itu kosong ({}-{}).",
    ),
    datelines=("TIRTAMULYA, {} (Nusapress) —", "Tirtamulya, {} –", "TIRTAMULYA, {} -"),
    headlines=(
        ("Dermaga Baru Dibuka {}", "Dermaga baru itu akan dibuka {}, kata Rangga Suteja."),
        ("Wali Kota Suteja Mundur {}", "Wali Kota Rangga Suteja mundur {}, kata balai kota."),
    ),
    twice=(
        ("Dermaga itu diresmikan {}.", "Dermaga yang diresmikan {} itu terbuat dari kayu jati."),
        ("Wali Kota Suteja mundur {}.", "Suteja mundur {} tanpa memberi alasan."),
        ("Pabrik tua itu terbakar {}.", "Pabrik tersebut terbakar {}, kata petugas."),
    ),
    fillers=(
        "Kepala pelabuhan mengatakan pekerjaan itu menelan biaya 60 miliar rupiah.",
        "Sekitar 41 persen warga menjawab surat itu.",
        "“Kami akan terus menunggu,” kata Ratna Wiluya, seorang guru.",
        "Tidak seorang pun di balai kota dapat dihubungi.",
    ),
    titles=("Kabar dari Pelabuhan", "Hari yang Tenang di Tirtamulya"),
)

RUSSIAN = Tongue(
    code="ru",
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    months_alone=(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    short="янв. фев. марта апр. мая июня июля авг. сент. окт. нояб. дек.",
    weekdays="понедельник вторник среду четверг пятницу субботу воскресенье",
    full=(
        "{d} {m} {y} года",
        "{d} {m} {y} г.",
        "{dd}.{nn}.{y}",
        "{d} {m} {y}-го",
        "{d} {a} {y} года",
    ),
    written=("{d} {m} {y} года", "{dd}.{nn}.{y}"),
    with_weekday=(
        "в {w}, {d} {m} {y} года",
        "в {w} ({d} {m} {y} года)",
        "в {w} {dd}.{nn}.{y}",
        "в {w} вечером, {d} {m} {y} года",
        "в {w}, {d} {m} {y} г.",
    ),
    with_weekday_no_year=("в {w}, {d} {m}", "в {w} {d} {m}"),
    dateline_forms=("{d} {m} {y} года", "{d} {m} {y}", "{dd}.{nn}.{y}"),
    events=(
        "Ильзе Брандвольд открыла новый причал {}.",
        "Суд в Линдхагене осудил двух рыбаков {}.",
        "Мэр Томас Реке ушёл в отставку {}.",
        "Совет проголосовал за закрытие мельницы {}.",
        "Пожар произошёл {} на складе бумаги.",
        "Хор был основан {} группой учителей.",
    ),
    announced=(
        "Мост откроют {}.",
        "Заседание совета состоится {}.",
        "Выборы пройдут {}, сообщили в комиссии.",
        "Музей планируют открыть {}.",
        "Суд начнётся {}.",
    ),
    after=(
        "{}, {}, рабочие разошлись по домам.",
        "{}, {}, закрыли второй причал.",
        "{}, {}, её заместитель покинул мэрию.",
    ),
    units={
        "day": ("день", "дня", "дней"),
        "week": ("неделю", "недели", "недель"),
        "month": ("месяц", "месяца", "месяцев"),
        "year": ("год", "года", "лет"),
    },
    numbers_in_words="один два три четыре пять шесть семь восемь девять десять",
    directions=("ранее", "спустя"),
    few=(
        ("Несколькими днями ранее", "За несколько дней до этого"),
        ("Несколько дней спустя", "Через несколько дней", "Пару дней спустя"),
    ),
    lasted=(
        "Забастовка длилась с {0} по {1}, всего {2}.",
        "Паром не ходил {2}, с {0} до {1}.",
        "Выставка работала {2}: с {0} по {1}.",
    ),
    sieges=("Забастовка началась {0} и закончилась {1}, всего {2}.",),
    lasted_years=(
        "Реке руководил музеем {2}, с {0} по {1} год.",
        "Она возглавляла обсерваторию с {0} по {1} год, всего {2}.",
    ),
    aged=(
        "Томасу Реке, родившемуся в {0} году, {1}.",
        "Ильзе Брандвольд родилась в {0} году, сейчас ей {1}.",
        "Томас Реке родился в {0} году, ему {1}.",
    ),
    died=(
        "Томас Реке родился в {0} году и умер в {1} году в возрасте {2}.",
        "Она родилась в {0} году, скончалась в {1} году в возрасте {2}.",
    ),
    two_ages=("В {1} году ему было {0}, а в {3} году — {2}.",),
    anniversary=(
        "Основанная в {0} году пивоварня отметила {1}-летие в {2} году.",
        "Общество было основано в {0} году и отметило {1}-ю годовщину в {2} году.",
    ),
    short_ranges=(
        "с {d} по {e} {m} {y} года",
        "{d}–{e} {m} {y} года",
        "с {d} до {e} {m} {y} г.",
    ),
    during=("Оркестр играл в Линдхагене {}.", "Ярмарка прошла {} на площади."),
    from_to=(
        "Ярмарка шла с {} по {}.",
        "Дорога была закрыта с {} до {}.",
    ),
    from_to_year=(
        "Реке руководил музеем с {} по {} год.",
        "Мельница пустовала ({}–{} годы).",
        "Она возглавляла совет в {}–{} годах.",
    ),
    datelines=("ЛИНДХАГЕН, {} (Норрпресс) —", "ЛИНДХАГЕН, {} —", "СОЛЬВИК, {} —"),
    headlines=(
        ("Новый причал откроют {}", "Новый причал откроют {}, сообщила Ильзе Брандвольд."),
        ("Мэр Реке ушёл в отставку {}", "Мэр Томас Реке ушёл в отставку {}, сообщили в мэрии."),
    ),
    twice=(
        ("Причал открыли {}.", "Причал, который открыли {}, построен из дуба."),
        ("Мэр Реке ушёл в отставку {}.", "Реке ушёл в отставку {} без объяснения причин."),
        ("Старая мельница сгорела {}.", "Мельница сгорела {}, сообщили пожарные."),
    ),
    fillers=(
        "По словам начальника порта, работы обошлись в 60 миллионов крон.",
        "На письмо ответили около 41 процента жителей.",
        "«Мы подождём», — сказала Дана Окойе, учительница.",
        "В мэрии на звонки не ответили.",
    ),
    titles=("Новости порта", "Тихие дни в Линдхагене"),
)

TONGUES = (ENGLISH, INDONESIAN, RUSSIAN)
