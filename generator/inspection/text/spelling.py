"""How a Vietnamese syllable is built: its letters, its tone, the two schools of placing it."""

from __future__ import annotations

import re

from generator.vietnamese import VOWELS

_ONSETS = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu i ia ich im in ing inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc "
    "oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt "
    "ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut "
    "uê uêch uênh uơ uơn uy uya uych uynh uyn uyt uyp uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưu "
    "ưt ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu"
)
_BARE = {toned: group[0] for group in VOWELS for toned in group[1:]}
_UNTONED = str.maketrans({**_BARE, **{k.upper(): v.upper() for k, v in _BARE.items()}})
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{'|'.join(_RHYMES.split())})|gi")
LETTERS = "a-zA-ZđĐ" + "".join(group + group.upper() for group in VOWELS)
TONED = frozenset("".join(_BARE) + "".join(_BARE).upper())


def untoned(text: str) -> str:
    """The text without its tones; ă, â, ê, ô, ơ, ư and đ stay.

    >>> untoned("Đảng ủy")
    'Đang uy'
    """
    return text.translate(_UNTONED)


def tones(word: str) -> int:
    """How many tone marks a word has; a syllable has one at most.

    >>> tones("đạị"), tones("ưu")
    (2, 0)
    """
    return sum(one in TONED for one in word)


def is_syllable(word: str) -> bool:
    """Whether a word in NFC can be a Vietnamese syllable.

    >>> [is_syllable(one) for one in ("Đảng", "nghiệp", "quyết", "gìn", "đạị", "file")]
    [True, True, True, True, False, False]
    """
    return tones(word) < 2 and bool(_SYLLABLE.fullmatch(untoned(word).lower()))  # noqa: PLR2004


# oa, oe, uy at the end of a syllable: one school marks the first letter, one the second.
# After q the u belongs to the consonant, so that only "quý" is right there.
FIRST_SCHOOL = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)$", re.IGNORECASE)
SECOND_SCHOOL = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$", re.IGNORECASE)
EITHER_SCHOOL = re.compile(
    rf"(?:[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![{LETTERS}])", re.IGNORECASE
)

_Y_TO_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")
_I_TO_Y = str.maketrans("iìỉĩíị", "yỳỷỹýỵ")
# syllables that are one word whether they end in i or y: kỹ and kĩ, lý and lí, quý and quí
_WITH_I = "hi hì hỉ ki kì kỉ kĩ kí kị li lì lí mĩ qui quì quỉ quĩ quí quị sĩ tỉ tị"
_EITHER = frozenset(_WITH_I.split())
# words of two syllables in which only i is right, so that they say nothing of a habit
_ALWAYS_I = (
    "tỉ mỉ|tỉ tê|kì cọ|kì kèo|kì cục|lí nhí|lí lắc|hi hữu|hi hi|lì lợm|lì xì|li ti|li bì|ki bo|"
    "mặn mì|tị nạnh|tị nạn|ghen tị|đố kị|kị sĩ|li kì|hì hục|quì gối|ti hí|vi ki"
)
_ONLY_I = frozenset(_ALWAYS_I.split("|"))


def other_spelling(word: str) -> str:
    """The same word written with y for i or i for y; "" where it is not the same word.

    >>> other_spelling("kĩ"), other_spelling("lý"), other_spelling("ty"), other_spelling("ủy")
    ('kỹ', 'lí', '', '')
    """
    with_i = word.translate(_Y_TO_I)
    if with_i not in _EITHER:
        return ""
    return word.translate(_I_TO_Y) if with_i == word else with_i


def keeps_its_i(before: str, word: str, after: str) -> bool:
    """Whether a syllable stands in a word that has no form with y.

    >>> keeps_its_i("rất", "tỉ", "mỉ")
    True
    """
    return f"{before} {word}" in _ONLY_I or f"{word} {after}" in _ONLY_I


# words of grammar that never follow themselves, as "ngày ngày" and "luôn luôn" may
NEVER_TWICE = (
    "của|và|các|những|đã|sẽ|đang|này|bởi|nhưng|hoặc|nếu|với|thì|mà|nhằm|khi|trong|về|cho|"
    "rằng|cũng|vẫn|do đó|đối với|trên cơ sở|bao gồm|căn cứ|đồng thời|theo quy định"
)
DOUBLED = re.compile(rf"(?<!\w)({NEVER_TWICE})\s{{1,3}}\1(?!\w)", re.IGNORECASE)
