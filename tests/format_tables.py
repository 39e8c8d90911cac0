"""The tables of docs/the-thuc.md, made from the profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.paper_format import Component, Profile, Range, Source

Row = tuple[str, str, "Source"]
COMPONENTS = "| thành phần | cỡ (pt) | kiểu | dựa vào | chắc đến đâu |\n|---|---|---|---|---|"
RULES = "| điều | thế nào | dựa vào | chắc đến đâu |\n|---|---|---|---|"
_OPEN = 2  # a range that reaches so much higher has no upper end


def page_of(profile: Profile) -> str:
    """What the page says of a profile."""
    return "\n".join(
        (
            f"## {profile.title}\n",
            f"Căn cứ: {'; '.join(profile.basis)}.\n",
            COMPONENTS,
            *components(profile),
            "",
            RULES,
            *rules(profile),
            "",
        )
    )


def components(profile: Profile) -> Iterator[str]:
    """A line for each component."""
    for one in profile.components.values():
        source = one.source
        yield (
            f"| {one.title} | {size(one.size_pt)} | {look(one)} | {source.text} "
            f"| {source.confidence} |"
        )


def size(limits: Range) -> str:
    fixed = limits.low == limits.high
    return (
        f"{limits.low:g}"
        if fixed
        else f"{limits.low:g}-{limits.high:g} (in {limits.preferred:g})"
    )


def look(component: Component) -> str:
    looks = {
        "đậm": component.bold,
        "nghiêng": component.italic,
        "gạch chân": component.underline,
        "chữ hoa": component.caps,
    }
    return ", ".join(word for word, wanted in looks.items() if wanted) or "thường"


def rules(profile: Profile) -> Iterator[str]:
    """A line for each rule that is not a size."""
    for what, how, source in (
        *_page(profile),
        *_head(profile),
        *_wording(profile),
        *_closing(profile),
        *_numbering(profile),
    ):
        yield f"| {what} | {how} | {source.text} | {source.confidence} |"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _limits(limits: Range) -> str:
    low, high = _number(limits.low), _number(limits.high)
    if limits.high > _OPEN * limits.low:
        return f"từ {low}"
    return low if low == high else f"{low}-{high}"


def _page(profile: Profile) -> Iterator[Row]:
    page, number, body = profile.page, profile.page_number, profile.body
    sides = (
        ("trên", page.top_mm),
        ("dưới", page.bottom_mm),
        ("trái", page.left_mm),
        ("phải", page.right_mm),
    )
    margins = ", ".join(f"{side} {_limits(limits)}" for side, limits in sides)
    yield (
        "Khổ giấy, lề",
        (
            f"{page.width_mm:g} × {page.height_mm:g} mm; {margins} mm; lệch không quá "
            f"{_number(page.tolerance_mm)} mm"
        ),
        page.source,
    )
    yield "Phông chữ, màu chữ", f"{profile.font}, màu đen", profile.font_source
    yield (
        "Số trang",
        f"chữ số Ả Rập, {_limits(number.size_pt)} pt, đứng, giữa, không hiện ở trang đầu",
        number.source,
    )
    yield "Số trang ở đâu", "lề trên", number.top_source
    yield (
        "Số trang cách mép trên",
        f"{_number(number.from_top_mm)} mm",
        number.position_source,
    )
    yield "Số trang của phụ lục", "mỗi phụ lục đánh số riêng", number.restart_source
    pitch = f"đúng {_limits(body.line_pt)} pt" if body.line_pt else ""
    lines = f"{_limits(body.line_multiple)} dòng" if body.line_multiple else ""
    yield (
        "Đoạn văn",
        (
            f"đều hai bên; thụt {_limits(body.first_line_mm)} mm; cách đoạn từ "
            f"{_number(body.gap_pt.low)} pt; giãn dòng {pitch or lines}"
        ),
        body.source,
    )


def _head(profile: Profile) -> Iterator[Row]:
    head = profile.head
    yield "Chữ ở tiêu đề", head.headings[0], head.source
    for motto in head.mottoes:
        yield "Chữ ở tiêu ngữ", motto, head.source
    star = f"một dấu “{head.star}” dưới tên cơ quan, không kẻ" if head.star else "không có"
    yield "Sao", star, head.star_source
    for stroke in head.strokes.values():
        low, high = round(stroke.share.low * 100), round(stroke.share.high * 100)
        title = stroke.title[0].upper() + stroke.title[1:]
        but = f"; {', '.join(stroke.unless)} không bắt buộc" if stroke.unless else ""
        yield title, f"dài {low}-{high}% dòng chữ trên nó{but}", stroke.source
        if stroke.object_source:
            yield f"{title}: kẻ bằng gì", "một nét vẽ", stroke.object_source
    for one in head.required:
        but = f", trừ {', '.join(one.unless)}" if one.unless else ""
        yield f"Phải có “{one.words[0]}”", f"mọi văn bản{but}", one.source


def _wording(profile: Profile) -> Iterator[Row]:
    wording, citing, to = profile.wording, profile.citing, profile.addressing
    rests = wording.rests_on
    yield "Dòng số", f"`{wording.number}`; công văn `{wording.letter_number}`", rests("number")
    yield "Dòng ngày", f"`{wording.date}`; ngày dưới 10, tháng 1, 2 thêm số 0", rests("date")
    first = "chữ hoa" if wording.capital_subject else "chữ thường"
    yield (
        "Chữ đầu trích yếu",
        f"{first}; không xét {', '.join(wording.free_subject)}",
        rests("capital_subject"),
    )
    if wording.abstract_mark:
        yield "Dưới trích yếu", f"`{wording.abstract_mark}`", rests("abstract_mark")
    if wording.letter_opening:
        opening = f"“{wording.letter_opening}”"
        yield "Trích yếu công văn bắt đầu", opening, rests("letter_opening")
    yield "Hết nội dung", f"`{wording.end_mark}`", rests("end_mark")
    opening = f"bắt đầu “{citing.opening}”; " if citing.opening else ""
    last = " hoặc ".join(f"`{one}`" for one in citing.last_ends)
    yield "Dòng căn cứ", f"{opening}cuối dòng `{citing.end}`, dòng cuối {last}", citing.source
    words = "; ".join(f"{kind}: “{word}”" for kind, word in to.words.items())
    others = "loại khác cũng được" if to.others_may else "loại khác không có"
    yield "Kính gửi, Kính trình", f"{words}; {others}", to.source


def _closing(profile: Profile) -> Iterator[Row]:
    wording, signing, rests = profile.wording, profile.signing, profile.wording.rests_on
    yield "Chữ quyền hạn", ", ".join(f"`{one}`" for one in signing.prefixes), signing.source
    if signing.organs:
        organs = f"không kèm tên cơ quan ({', '.join(signing.organs)})"
        yield "Chữ ở chức vụ", organs, signing.title_source
    honours = f"không kèm {', '.join(signing.honours)}"
    yield "Chữ ở họ tên người ký", honours, signing.name_source
    yield "Chữ “Nơi nhận”", f"`{wording.recipients}`", rests("recipients")
    yield "Đầu dòng nơi nhận", f"`{wording.recipient_opening}`", rests("recipient_opening")
    yield (
        "Cuối dòng nơi nhận",
        f"`{wording.recipient_separator}`, dòng cuối `{wording.recipient_end}`",
        rests("recipient_separator"),
    )
    foreign = f"; không ghi {wording.foreign_filing}" if wording.foreign_filing else ""
    yield "Dòng lưu, ở cuối", f"`{wording.filing}`{foreign}", rests("filing")


def _numbering(profile: Profile) -> Iterator[Row]:
    numbering = profile.numbering
    symbols = ", ".join(f"{kind} {one}" for kind, one in profile.kind_symbols.items())
    wrong = ", ".join(
        f"{one} (đúng: {right})" for one, right in numbering.wrong_symbols.items()
    )
    yield "Ký hiệu loại văn bản", symbols, numbering.symbol_source
    yield "Ký hiệu sai", wrong, numbering.symbol_source
    yield "Ký hiệu bản sao", ", ".join(numbering.copies), numbering.symbol_source
    yield "Thứ tự điểm a), b)", " ".join(numbering.points), numbering.points_source
    if numbering.cited_source:
        yield "Phụ lục", "nội dung phải dẫn đến phụ lục", numbering.cited_source
