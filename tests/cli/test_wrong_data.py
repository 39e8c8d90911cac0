"""Data that is wrong in every way: what is printed, at which place, and nothing is written."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from conftest import REFERENCE, ROOT, SAMPLE
from generator.cli.commands import vankien

if TYPE_CHECKING:
    from click.testing import Result

TEXTS = {
    folder.name: (folder / "round.yaml").read_text(encoding="utf-8")
    for folder in (REFERENCE, SAMPLE)
}
TEMPLATE = (ROOT / "templates" / "word" / "ke-hoach.docx").read_bytes()
OWN_TEMPLATE = "dot/templates/ke-hoach.docx"
DOCUMENT = "word/document.xml"
SEVERITIES = ("lỗi", "cảnh báo", "nhắc")


@dataclass(frozen=True)
class Wrong:
    """A row of a table: what is changed, by marks, and every line that is printed of it."""

    name: str
    marks: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]

    def marked(self, wanted: str) -> tuple[str, ...]:
        return tuple(text for mark, text in self.marks if mark == wanted)

    def edits(self) -> tuple[tuple[str, str], ...]:
        return tuple(zip(self.marked("-"), self.marked("+"), strict=True))

    def content(self) -> str:
        """The file that the marks make: a whole one, or a shipped one with the edits."""
        for whole in self.marked("="):
            return whole
        (text,) = (TEXTS[name] for name in self.marked("@") or (REFERENCE.name,))
        return replaced(text, *self.edits())


def replaced(text: str, *edits: tuple[str, str]) -> str:
    """The text with the edits, each at the first place where it applies."""
    assert edits
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def unescaped(text: str) -> str:
    r"""A text of a table: \n and \u0007 there are a line's end and a control character.

    >>> unescaped(r"a\nb")
    'a\nb'
    """
    text = text.replace(r"\n", "\n")
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def row(block: str) -> Wrong:
    name, *rest = block.split("\n")
    marks = [(line[2], unescaped(line[4:])) for line in rest if line.startswith("  ")]
    lines = [line for line in rest if not line.startswith("  ")]
    return Wrong(name, tuple(marks), tuple(lines))


def table(name: str) -> list[Wrong]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    blocks = text.strip().split("\n\n")
    return [row(block) for block in blocks if not block.startswith("#")]


TOO_DEEP = "Dữ liệu lồng nhau quá nhiều tầng nên không đọc. Bỏ bớt tầng lồng nhau."
NOT_UTF8 = (
    "Tệp không ở bảng mã UTF-8 nên không đọc được chữ Việt. "
    "Mở bằng Notepad, chọn Lưu thành (Save As), mục Encoding chọn UTF-8 rồi lưu lại."
)
NOT_IN_A_TABLE = {
    "forty-one levels": (b"a: " + b"[" * 41 + b"]" * 41, f":1:43: {TOO_DEEP}"),
    "100,000 brackets": (b"[" * 100_000, f":1:41: {TOO_DEEP}"),
    "100,000 brackets, closed": (b"[" * 100_000 + b"]" * 100_000, f":1:41: {TOO_DEEP}"),
    "100,000 dashes": (b"- " * 100_000, f":1:81: {TOO_DEEP}"),
    "UTF-16": ("term: 2025-2030 # nhiệm kỳ".encode("utf-16"), f": {NOT_UTF8}"),
    "Latin-1": ("name: Châu Thành".encode("latin-1"), f": {NOT_UTF8}"),
    "text too long": (
        replaced(TEXTS[REFERENCE.name], ("subject: về", f"subject: {'về ' * 2000}")).encode(),
        ":17:16: Kế hoạch, Căn cứ, dòng 1, Trích yếu: Dài quá 4000 ký tự. Rút gọn lại.",
    ),
    "number of 5,000 digits": (
        replaced(TEXTS[REFERENCE.name], ("opening: 15", f"opening: {'9' * 5000}")).encode(),
        (
            ":34:26: Thời hạn, Gửi hồ sơ trước khai mạc (ngày làm việc): "
            f"Số “{'9' * 80}…” ngoài khoảng có thể có. Kiểm tra lại số đã gõ."
        ),
    ),
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clerk's folder `dot`, with the data of the reference, in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("dot/templates").mkdir(parents=True)
    Path("dot/round.yaml").write_text(TEXTS[REFERENCE.name], encoding="utf-8")


def files() -> dict[str, bytes]:
    paths = [path for path in Path().rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in paths}


def build(*arguments: str) -> Result:
    """What `vankien build` says and returns; it has crashed nowhere and written nothing."""
    before = files()
    result = CliRunner().invoke(vankien, ["build", *arguments, "-o", "ra"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert not result.stdout
    assert not Path("ra").exists()
    assert files() == before
    return result


def with_count(lines: tuple[str, ...]) -> list[str]:
    """The lines, then how many there are of each severity."""
    found = [line.split(":", 1)[0] for line in lines]
    counts = [f"{found.count(kind)} {kind}" for kind in SEVERITIES if kind in found]
    return [*lines, f"Có {', '.join(counts)}. Chưa ghi tệp nào."]


@pytest.mark.parametrize("wrong", table("wrong_data.txt"), ids=lambda wrong: wrong.name)
def test_wrong_data_is_told_and_nothing_is_written(wrong: Wrong) -> None:
    Path("dot/round.yaml").write_text(wrong.content(), encoding="utf-8")

    result = build("dot", *wrong.marked("$"))

    assert result.stderr.splitlines() == with_count(wrong.lines)
    assert result.exit_code == 1


@pytest.mark.parametrize(("content", "told"), NOT_IN_A_TABLE.values(), ids=NOT_IN_A_TABLE)
def test_large_or_foreign_data_is_told(content: bytes, told: str) -> None:
    Path("dot/round.yaml").write_bytes(content)

    result = build("dot")

    assert result.stderr.splitlines() == with_count((f"lỗi: dot/round.yaml{told}",))
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "warned",
    [wrong for wrong in table("wrong_data.txt") if "--strict" in wrong.marked("$")],
    ids=lambda wrong: wrong.name,
)
def test_warning_alone_does_not_stop(warned: Wrong) -> None:
    Path("dot/round.yaml").write_text(warned.content(), encoding="utf-8")

    result = CliRunner().invoke(vankien, ["check", "dot"])

    assert result.exit_code == 0
    assert result.stderr.splitlines() == list(warned.lines)


def test_folder_that_is_not_there() -> None:
    result = build("khong-co")

    last = "Lỗi: giá trị của 'THƯ_MỤC' không đúng: không tìm thấy 'khong-co'."
    assert result.stderr.splitlines()[-1] == last
    assert result.exit_code == 2


def test_folder_without_data() -> None:
    Path("rong").mkdir()

    result = build("rong")

    told = (
        "lỗi: rong/round.yaml: Không có tệp round.yaml hoặc round.xlsx trong thư mục rong. "
        "Kiểm tra lại đường dẫn, hoặc tạo thư mục mới bằng lệnh: vankien new rong"
    )
    assert result.stderr.splitlines() == with_count((told,))
    assert result.exit_code == 1


def test_data_absurdly_large() -> None:
    Path("dot/round.yaml").write_bytes(b"#" * 12_000_001)

    result = build("dot")

    told = (
        "lỗi: dot/round.yaml: Tệp lớn 12000001 byte, quá giới hạn 12000000 byte nên không "
        "đọc. Kiểm tra lại có đúng là tệp cần đọc không."
    )
    assert result.stderr.splitlines() == [told]
    assert result.exit_code == 3


def test_paper_that_is_not_known() -> None:
    result = build("dot", "--only", "ke-hoch", "--only", "bien-ban")

    codes = (
        "Các mã: ke-hoach · lich-cong-tac · tong-hop-ket-qua-bau-cu · bao-cao-ket-qua-chi-dao"
        " · thong-ke-bau-cu · bao-cao-ket-qua · bien-ban-kiem-phieu."
    )
    assert result.stderr.splitlines() == with_count(
        (
            f"lỗi: Không có văn kiện nào mã “ke-hoch”. {codes}",
            f"lỗi: Không có văn kiện nào mã “bien-ban”. {codes}",
        )
    )
    assert result.exit_code == 2


def members() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def typed(*edits: tuple[str, str]) -> bytes:
    """The template of the plan after somebody typed over it."""
    text = replaced(members()[DOCUMENT].decode(), *edits)
    return packed({**members(), DOCUMENT: text.encode()})


def without(part: str) -> bytes:
    return packed({name: content for name, content in members().items() if name != part})


def locked() -> bytes:
    """The template with the flag of an encrypted member on each."""
    return re.sub(
        rb"(PK\x01\x02.{4})(.)",
        lambda m: m[1] + bytes([m[2][0] | 1]),
        TEMPLATE,
        flags=re.DOTALL,
    )


def damaged() -> bytes:
    """The template with bytes of its text turned over, as by a bad disk."""
    start = TEMPLATE.index(DOCUMENT.encode()) + 100
    turned = bytes(byte ^ 0x55 for byte in TEMPLATE[start : start + 200])
    return TEMPLATE[:start] + turned + TEMPLATE[start + 200 :]


NO_WORD_FILE = (
    "Không mở được: đây không phải là tệp Word, hoặc tệp đã hỏng. "
    "Mở bằng Word, lưu lại dạng .docx rồi thử lại."
)
BROKEN_PART = (
    f"Phần {DOCUMENT} của tệp bị hỏng nên không mở. Mở bằng Word, lưu lại rồi thử lại."
)
UNSAFE = {
    "macro": (
        packed({**members(), "word/vbaProject.bin": b"x"}),
        "Tệp có macro nên không mở. Mở bằng Word, lưu lại dạng .docx (không macro).",
    ),
    "DTD": (
        typed(("<w:document ", "<!DOCTYPE a><w:document ")),
        (
            f"Phần {DOCUMENT} có khai báo DTD, không có trong tệp Word thật, nên không mở. "
            "Hỏi lại người gửi."
        ),
    ),
    "password": (locked(), "Tệp đặt mật khẩu nên không mở được. Bỏ mật khẩu rồi lưu lại."),
    "password of Word, or .doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
        (
            "Tệp đặt mật khẩu, hoặc là tệp Word kiểu cũ (.doc), nên không mở được. "
            "Mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx."
        ),
    ),
    "way out of the folder": (
        packed({**members(), "../x": b""}),
        "Tệp có phần mang đường dẫn lạ (../x) nên không mở. Hỏi lại người gửi.",
    ),
    "bomb": (
        packed({**members(), "word/big.bin": bytes(5_000_000)}),
        (
            "Phần word/big.bin phình ra 5000000 byte khi giải nén, giống bom nén nên không mở. "
            "Không dùng tệp này; hỏi lại người gửi."
        ),
    ),
    "no zip": (b"xin chao", NO_WORD_FILE),
    "half a file": (TEMPLATE[: len(TEMPLATE) // 2], NO_WORD_FILE),
    "damaged file": (damaged(), NO_WORD_FILE),
    "zip of something else": (packed({"a.txt": b"a"}), NO_WORD_FILE),
    "no text in it": (without(DOCUMENT), NO_WORD_FILE),
    "XML that does not close": (typed(("</w:body>", "</w:bdy>")), BROKEN_PART),
    "XML in UTF-16": (
        packed({**members(), DOCUMENT: members()[DOCUMENT].decode().encode("utf-16")}),
        BROKEN_PART,
    ),
}


@pytest.mark.parametrize(("content", "sentence"), UNSAFE.values(), ids=UNSAFE)
def test_unsafe_template_is_refused(content: bytes, sentence: str) -> None:
    Path(OWN_TEMPLATE).write_bytes(content)

    result = build("dot")

    assert result.stderr.splitlines() == [f"lỗi: {OWN_TEMPLATE}: {sentence}"]
    assert result.exit_code == 3


@pytest.mark.parametrize("wrong", table("wrong_templates.txt"), ids=lambda wrong: wrong.name)
def test_mistyped_template_is_told_by_paragraph(wrong: Wrong) -> None:
    Path(OWN_TEMPLATE).write_bytes(typed(*wrong.edits()))

    result = build("dot")

    assert result.stderr.splitlines() == with_count(wrong.lines)
    assert result.exit_code == 1
