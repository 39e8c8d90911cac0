"""What can be wrong with one printed text, asked so often that it must cost next to nothing."""

from __future__ import annotations

import re

# tags, letters that are not Vietnamese or not seen at all, a mark typed after its letter;
# a day or a month with a zero too many or too few
_DOUBTFUL = re.compile(
    r"\{[{%#]|[%#}]\}|«\w"
    "|[\x80-\x9f\xad\xd0\xf0\u0189\u01cd\u01ce\u0256\u0300-\u03ff\u0400-\u052f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufffd]"
    r"|(?<![\d/])[1-9]/\d{1,2}/\d|\d/(?:0[3-9]|[12])/\d|tháng\s(?:0[3-9]|[12])(?!\d)"
)


def looks_doubtful(text: str) -> bool:
    """Whether a text may have something that an inspection would find: worth one.

    >>> [looks_doubtful(one) for one in ("ngày 05/3/2026", "ngày 5/3/2026", "xã {{ name }}")]
    [False, True, True]
    """
    return _DOUBTFUL.search(text) is not None
