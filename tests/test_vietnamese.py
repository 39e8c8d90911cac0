"""Names in the order in which Vietnamese lists have them."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese import ALPHABET, LETTERS_IN_ORDER, TONES, VOWELS, name_key, word_key

# as a dictionary has them: letters first, tones only between words of the same letters
WORDS = [
    *("a", "à", "ả", "ã", "á", "ạ", "ai", "am", "an", "An", "án", "anh", "Ánh", "ao"),
    *("ăn", "ẵng", "âm", "ấm", "ba", "bà", "Bảo", "Bắc", "Bình", "Cao", "Chi", "Cường"),
    *("Dung", "Dũng", "Dương", "Đan", "Đào", "Đạt", "Đăng", "Đức", "Em", "Êban", "Gấm"),
    *("Hạnh", "Hoa", "Hòa", "Hoàng", "Hồng", "Hùng", "Hương", "Khanh", "Khánh", "Lâm"),
    *("Long", "Lộc", "Lợi", "Mai", "Mẫu", "Nga", "Ngà", "Nhi", "Oanh", "Ổn", "Ơn", "Phúc"),
    *("Quân", "Quý", "Sơn", "Tâm", "Thảo", "Thử", "Tí", "Trang", "Tuấn", "Uyên", "Ước"),
    *("Vân", "Vinh", "Xuân", "Y", "Ý", "Yên", "Yến"),
]
HOOKED = "àÀạẠăĂằẰâÂđĐêÊềỀôÔơƠưƯỹỸ"


def shuffled(words: list[str], seed: int) -> list[str]:
    return random.Random(seed).sample(words, len(words))  # noqa: S311 - only another order


@pytest.mark.parametrize("seed", range(5))
def test_words_stand_as_in_a_dictionary(seed: int) -> None:
    assert [w.lower() for w in sorted(shuffled(WORDS, seed), key=word_key)] == [
        word.lower() for word in WORDS
    ]


@pytest.mark.parametrize("seed", range(5))
def test_names_stand_by_given_name_then_family_then_middle(seed: int) -> None:
    wanted = [
        *("Đặng Văn An", "Nguyễn An", "Nguyễn Thị An", "Nguyễn Văn An", "Trần An"),
        *("Y Bhăm Niê An", "Lê Ánh", "Phạm Văn Ân", "Lê Văn Bình", "Nguyễn Thị Thu"),
        *("Lê Văn Thử", "Nguyễn Văn Thử", "Võ Thử"),
    ]
    assert sorted(shuffled(wanted, seed), key=name_key) == wanted


def test_the_alphabet_has_29_letters_and_four_foreign_ones() -> None:
    assert len(LETTERS_IN_ORDER) == 33
    assert set("fjwz") < set(LETTERS_IN_ORDER)
    assert len(set(LETTERS_IN_ORDER)) == 33
    assert len(ALPHABET) == 33 * TONES
    for group in VOWELS:
        bare = {unicodedata.normalize("NFD", letter)[0] for letter in group}
        assert len(group) == len(set(group)) == TONES
        assert len(bare) == 1


def test_capitals_and_composition_do_not_matter() -> None:
    for letter in HOOKED:
        decomposed = unicodedata.normalize("NFD", letter)
        assert word_key(decomposed) == word_key(letter) == word_key(letter.lower())


@pytest.mark.parametrize("name", ["", " ", "An", "An ", "  Lê   Văn  An "])
def test_a_name_of_any_shape_has_a_key(name: str) -> None:
    tidy = " ".join(name.split())
    assert name_key(name) == name_key(tidy)


def plain_key(word: str) -> tuple[list[int], list[int]]:
    """The same order said another way: letters by the alphabet, tones by their marks."""
    marks = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters, tones = [], []
    for letter in word.lower():
        parts = unicodedata.normalize("NFD", letter)
        tone = next((m for m in marks[1:] if m in parts), "")
        bare = unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts)
        letters.append("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".index(bare))
        tones.append(marks.index(tone))
    return letters, tones


SPELT = st.text("".join(VOWELS) + "bcdđghklmnpqrstvxzwjf", max_size=8)


@given(words=st.lists(SPELT, max_size=12))
def test_any_words_are_sorted_as_the_alphabet_says(words: list[str]) -> None:
    assert sorted(words, key=word_key) == sorted(words, key=plain_key)


@given(first=SPELT, second=SPELT)
def test_only_the_same_letters_and_tones_are_equal(first: str, second: str) -> None:
    assert (word_key(first) == word_key(second)) is (first == second)


@given(name=st.text(max_size=30))
def test_whatever_stands_for_a_name_has_its_place(name: str) -> None:
    assert sorted([name, "Lê Văn Thử"], key=name_key)


def test_a_letter_that_is_not_vietnamese_comes_before_all() -> None:
    assert sorted(["An", "\u00d0an", "Đan", "1"], key=word_key)[2:] == ["An", "Đan"]
