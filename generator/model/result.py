"""What a unit sends back after its congress: who took part, who was elected, how."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Count, Identifier, Record, Text
from generator.model.birth import BirthField
from generator.model.congress import CongressKind
from generator.model.dates import Day
from generator.model.election import Election, Voter


class Sex(StrEnum):
    """Sex, as the forms have it."""

    NAM = "nam"
    NU = "nữ"


class Standing(StrEnum):
    """Whether somebody was in the committee of the term before."""

    TAI_CU = "tái cử"
    LAN_DAU = "tham gia lần đầu"


class Degree(StrEnum):
    """The highest professional degree (layout of Biểu 9A-9C; below college: ours)."""

    CHUA_QUA_DAO_TAO = "chưa qua đào tạo"
    SO_CAP = "sơ cấp"
    TRUNG_CAP = "trung cấp"
    CAO_DANG = "cao đẳng"
    DAI_HOC = "đại học"
    THAC_SI = "thạc sĩ"
    TIEN_SI = "tiến sĩ"


class AcademicTitle(StrEnum):
    """A scientific title."""

    PHO_GIAO_SU = "phó giáo sư"
    GIAO_SU = "giáo sư"


class PoliticalEducation(StrEnum):
    """Political education (trình độ lý luận chính trị)."""

    CHUA_QUA_DAO_TAO = "chưa qua đào tạo"
    SO_CAP = "sơ cấp"
    TRUNG_CAP = "trung cấp"
    CAO_CAP = "cao cấp"
    CU_NHAN = "cử nhân"


class Person(Record):
    """Somebody on a list or in a body; the name is how the other tables speak of them."""

    name: Text = Field(title="Họ và tên")
    born: BirthField = Field(title="Ngày sinh")
    sex: Sex = Field(title="Giới tính")
    ethnicity: Text = Field("Kinh", title="Dân tộc")
    hometown: Text | None = Field(None, title="Quê quán")
    position: Text | None = Field(None, title="Chức vụ, đơn vị")
    joined_on: BirthField | None = Field(None, title="Ngày vào Đảng")
    degree: Degree | None = Field(None, title="Trình độ chuyên môn")
    academic_title: AcademicTitle | None = Field(None, title="Chức danh khoa học")
    political_education: PoliticalEducation | None = Field(
        None, title="Trình độ lý luận chính trị"
    )
    standing: Standing | None = Field(None, title="Tái cử hoặc tham gia lần đầu")
    is_local: bool | None = Field(None, title="Là người địa phương")


class Assembly(Record):
    """Those who vote: how many were convened, and who is not counted in the base.

    What is subtracted for which kind of assembly is a parameter of the election regulation.
    """

    voter: Voter = Field(title="Cơ quan bầu")
    held_on: Day | None = Field(None, title="Ngày họp")
    convened: Count = Field(title="Số người được triệu tập")
    moved: Count = Field(0, title="Chuyển sinh hoạt tạm thời, được miễn sinh hoạt, vắng mặt")
    suspended: Count = Field(0, title="Bị đình chỉ sinh hoạt, khởi tố, tạm giam")
    excused: Count = Field(0, title="Vắng suốt thời gian, có lý do được chấp nhận")
    conveners_absent: Count = Field(0, title="Ủy viên cấp ủy triệu tập vắng suốt thời gian")
    not_replaced: Count = Field(0, title="Đại biểu vắng suốt thời gian, không có người thay")


class Delegates(Record):
    """The make-up of those who attended (báo cáo thẩm tra tư cách đại biểu)."""

    convened: Count = Field(title="Số được triệu tập")
    present: Count = Field(title="Số có mặt")
    ex_officio: Count | None = Field(None, title="Đại biểu đương nhiên")
    elected: Count | None = Field(None, title="Đại biểu được bầu")
    appointed: Count | None = Field(None, title="Đại biểu được chỉ định")
    men: Count | None = Field(None, title="Nam")
    women: Count | None = Field(None, title="Nữ")
    minorities: Count | None = Field(None, title="Dân tộc thiểu số")
    age_bands: tuple[Count | None, ...] = Field((), title="Độ tuổi")
    university: Count | None = Field(None, title="Đại học")
    postgraduate: Count | None = Field(None, title="Trên đại học")
    politics_primary: Count | None = Field(None, title="Lý luận chính trị sơ cấp")
    politics_intermediate: Count | None = Field(None, title="Lý luận chính trị trung cấp")
    politics_advanced: Count | None = Field(None, title="Lý luận chính trị cao cấp, cử nhân")
    youngest: Text | None = Field(None, title="Đại biểu trẻ tuổi nhất")
    oldest: Text | None = Field(None, title="Đại biểu cao tuổi nhất")


class CongressResult(Record):
    """Everything that a unit's election workbook says of its congress."""

    congress: Identifier = Field(title="Đại hội")
    kind: CongressKind | None = Field(None, title="Hình thức đại hội")
    opened_on: Day = Field(title="Ngày khai mạc")
    closed_on: Day = Field(title="Ngày bế mạc")
    members: Count | None = Field(None, title="Tổng số đảng viên")
    prepared_by: Text | None = Field(None, title="Người lập biểu")
    phone: Text | None = Field(None, title="Số điện thoại")
    assemblies: tuple[Assembly, ...] = Field((), title="Người bầu cử")
    delegates: Delegates | None = Field(None, title="Đại biểu")
    people: tuple[Person, ...] = Field((), title="Danh sách nhân sự")
    elections: tuple[Election, ...] = Field((), title="Các cuộc bầu cử")

    def election(self, body: str) -> Election | None:
        """The election of a body, None where the workbook has none."""
        return next((one for one in self.elections if one.body == body), None)

    def assembly(self, voter: Voter) -> Assembly | None:
        """Those who vote for what this voter elects."""
        return next((one for one in self.assemblies if one.voter is voter), None)
