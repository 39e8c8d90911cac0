"""Papers: their kinds, the documents they cite, who signs them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator import vietnamese
from generator.model.base import Record, Text
from generator.model.dates import Day, PartialDateField
from generator.paper_format import ProfileCode


class PaperKind(StrEnum):
    """Kinds of Party papers: Quy định 399-QĐ/TW (as listed by the press), 66-QĐ/TW."""

    NGHI_QUYET = "nghị quyết"
    CHI_THI = "chỉ thị"
    KET_LUAN = "kết luận"
    QUYET_DINH = "quyết định"
    QUY_DINH = "quy định"
    QUY_CHE = "quy chế"
    THONG_TRI = "thông tri"
    HUONG_DAN = "hướng dẫn"
    THONG_BAO = "thông báo"
    BAO_CAO = "báo cáo"
    KE_HOACH = "kế hoạch"
    CHUONG_TRINH = "chương trình"
    DE_AN = "đề án"
    PHUONG_AN = "phương án"
    TO_TRINH = "tờ trình"
    CONG_VAN = "công văn"
    BIEN_BAN = "biên bản"


class SigningFormula(StrEnum):
    """By what right a person signs: Hướng dẫn 36-HD/VPTW, điểm 1.7.1; 05-HD/VPTW."""

    THAY_MAT = "T/M"
    KY_THAY = "K/T"
    THUA_LENH = "T/L"
    QUYEN = "Q."


class Issuer(StrEnum):
    """Who issues a paper of the round."""

    CAP_UY = "cấp ủy"
    TO_CHI_DAO = "tổ chỉ đạo"


# "5513-QĐ/TU"; the digits alone, where a source leaves out the sign
_NUMBER = r"^\d+(\w*-\w+/\w[\w-]*)?$"


class LegalDocument(Record):
    """A document that a paper cites: issuer and subject; number and date where known."""

    kind: PaperKind = Field(title="Loại văn bản")
    number: Text | None = Field(None, title="Số và ký hiệu", pattern=_NUMBER)
    date: Day | None = Field(None, title="Ngày ban hành")
    issuer: Text | None = Field(None, title="Cơ quan ban hành")
    subject: Text = Field(title="Trích yếu")
    short_title: Text | None = Field(None, title="Cách gọi tắt")
    provision: Text | None = Field(None, title="Điểm, khoản được dẫn")
    attached: bool = Field(default=False, title="Gửi kèm kế hoạch")

    @property
    def title(self) -> str:
        """Kind and subject: "Thông báo phân công nhiệm vụ …"."""
        return f"{vietnamese.upper_first(self.kind)} {self.subject}"

    def reference(self) -> str:
        """The document by number and date alone: "Công văn số 12-CV/ĐU, ngày 05/11/2026"."""
        kind = vietnamese.upper_first(self.kind)
        number = f" số {self.number}" if self.number else ""
        comma = "," if self.number else ""
        day = f"{comma} ngày {vietnamese.short_date(self.date)}" if self.date else ""
        return f"{kind}{number}{day}"

    def briefly(self) -> str:
        """The document in a note: its number and date, or who issued it."""
        known = self.number or self.date or not self.issuer
        return self.reference() if known else f"{self.reference()} của {self.issuer}"

    def cited(self) -> str:
        """The document as papers cite it the first time.

        Type, number, date, organ, subject, with a comma before the date: custom of Party
        papers, seen in official titles; no article was read.
        """
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{self.reference()}{issuer} {self.subject}"


class Signatory(Record):
    """Who signs and as what.

    `on_behalf_of` follows the formula ("T/M Ban Thường vụ"); `concurrently` is a post held
    beside the first one ("Tổ trưởng"), printed on a line of its own after "kiêm" (custom).
    """

    formula: SigningFormula | None = Field(None, title="Quyền hạn ký")
    on_behalf_of: Text | None = Field(None, title="Ký thay mặt, ký thay ai")
    position: Text = Field(title="Chức vụ")
    concurrently: Text | None = Field(None, title="Kiêm chức vụ")
    name: Text = Field(title="Họ và tên")


class Plan(Record):
    """The plan as a paper: number, date, signature, recipients."""

    issuer: Issuer = Field(Issuer.CAP_UY, title="Cơ quan ban hành")
    symbol: Text | None = Field(None, title="Ký hiệu cơ quan trong số văn bản")
    number: Text | None = Field(None, title="Số", pattern=r"^0*[1-9]\d{0,3}$")
    issued_on: PartialDateField | None = Field(None, title="Ngày ký")
    profile: ProfileCode | None = Field(None, title="Thể thức")
    place_name: Text | None = Field(None, title="Địa danh")
    grounds: tuple[LegalDocument, ...] = Field(min_length=1, title="Căn cứ")
    signatory: Signatory = Field(title="Người ký")
    filing: Text | None = Field(None, title="Nơi lưu")
    extra_recipients: tuple[Text, ...] = Field((), title="Nơi nhận thêm")
