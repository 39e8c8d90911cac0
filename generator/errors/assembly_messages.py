"""The sentences about those who vote, attend and are elected: numbers, names, dates."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PEOPLE = {
    "name-twice-on-list": (
        "{name} có hai lần ở bảng của {body} (lần đầu ở dòng {first}). Xóa một dòng; nếu là "
        "hai người trùng tên thì ghi thêm để phân biệt, ví dụ “{name} (Mặt trận)”."
    ),
    "name-twice": (
        "{name} có hai lần trong danh sách nhân sự (lần đầu ở dòng {first}). Xóa một dòng; "
        "nếu là hai người trùng tên thì ghi thêm để phân biệt, ví dụ “{name} (Mặt trận)”, "
        "ở mọi bảng."
    ),
    "name-unknown": (
        "{name} ở bảng của {body} nhưng không có trong danh sách nhân sự nên thiếu ngày sinh "
        "và các mục thống kê. Thêm vào danh sách nhân sự, hoặc sửa tên."
    ),
    "name-unknown+hint": (
        "{name} ở bảng của {body} nhưng không có trong danh sách nhân sự. "
        "Có phải là “{hint}” không? Ghi hai bảng giống nhau."
    ),
    "person-unused": (
        "{name} có trong danh sách nhân sự nhưng không ở bảng nào, nên không được tính vào "
        "thống kê. Ghi tên vào bảng bầu cử, hoặc xóa dòng này."
    ),
    "list-not-in-order": (
        "{name} đứng sau {before}; danh sách bầu cử thường xếp theo tên, vần A, B, C. "
        "Giữ nguyên nếu phiếu bầu in như vậy."
    ),
    "counter-on-list": (
        "{name} ở ban kiểm phiếu mà có tên trong danh sách bầu {body}; người kiểm phiếu không "
        "có tên trong danh sách bầu cử ({article}). Kiểm tra họ tên."
    ),
    "no-counting-head": (
        "Chưa ghi trưởng ban kiểm phiếu bầu {body} nên biên bản kiểm phiếu thiếu người ký. "
        "Ghi họ và tên."
    ),
    "no-chair": (
        "Chưa ghi người thay mặt đoàn chủ tịch khi bầu {body} nên biên bản kiểm phiếu thiếu "
        "người ký. Ghi họ và tên."
    ),
    "born-after-congress": (
        "{name} ghi sinh {born}, sau ngày bế mạc đại hội ({closed}). Sửa ngày sinh."
    ),
    "joined-before-born": (
        "{name} ghi vào Đảng {joined}, không sau ngày sinh ({born}). Sửa một trong hai ngày."
    ),
    "joined-after-congress": (
        "{name} ghi vào Đảng {joined}, sau ngày bế mạc đại hội ({closed}). Sửa ngày vào Đảng."
    ),
    "elected-and-placed": (
        "{name} vừa trúng cử vừa ghi là {kind} ở {body}. Mỗi người chỉ vào một cách: "
        "xóa dòng {kind}, hoặc kiểm tra số phiếu."
    ),
}

_VOTERS = {
    "voters-missing": (
        "Chưa ghi số người bầu cử của {voter}, nơi bầu {body}, nên không tính được quá nửa. "
        "Ghi số được triệu tập."
    ),
    "voters-twice": "Mục {voter} ghi hai lần nên không biết lấy số nào. Xóa một dòng.",
    "deducted-above-convened": (
        "Các số được trừ cộng lại ({less}) lớn hơn số được triệu tập ({convened}). "
        "Chỉ trừ người đã tính trong số triệu tập, không trừ ai hai lần."
    ),
    "base-zero": (
        "Số người tính quá nửa của {voter} là 0 (triệu tập {convened}, trừ {less}) nên không "
        "ai trúng cử được. Ghi số được triệu tập."
    ),
    "deduction-not-counted": (
        "Mục “{title}” ghi {value}, nhưng ở {where} không trừ mục này khi tính quá nửa "
        "({source}). Xóa số này, hoặc ghi vào đúng mục."
    ),
    "kind-not-as-planned": (
        "Biểu ghi {kind}, trong khi kế hoạch ghi {planned}. Chọn đúng hình thức, vì cách tính "
        "quá nửa khác nhau."
    ),
    "kind-unknown": (
        "Chưa chọn hình thức đại hội nên không biết tính quá nửa trên {members} (đại hội đảng "
        "viên) hay trên {delegates} (đại hội đại biểu). Chọn hình thức đại hội."
    ),
    "large-congress-of-members": (
        "Đơn vị có {members} đảng viên mà ghi {kind}; từ {from} đảng viên thường là đại hội "
        "đại biểu. Đúng nếu cấp trên cho phép; không thì sửa hình thức hoặc số đảng viên."
    ),
    "small-congress-of-delegates": (
        "Đơn vị có {members} đảng viên mà ghi {kind}; dưới {from} đảng viên thường là đại "
        "hội đảng viên. Đúng nếu cấp trên cho phép; không thì sửa hình thức hoặc số đảng viên."
    ),
    "convened-above-members": (
        "Số được triệu tập ({convened}) lớn hơn tổng số đảng viên ({members}). "
        "Sửa một trong hai ô."
    ),
    "convened-not-the-body": (
        "Hội nghị lần thứ nhất ghi triệu tập {convened} người, trong khi {body} có {members} "
        "người được bầu và chỉ định. Kiểm tra số được triệu tập và kết quả bầu {body}."
    ),
    "closed-before-opened": (
        "Ngày bế mạc {closed} trước ngày khai mạc {opened}. Sửa một trong hai ngày."
    ),
    "met-before-opening": (
        "Ngày họp {held} ({voter}) trước ngày khai mạc đại hội {opened}. Sửa ngày họp."
    ),
    "voted-after-closing": (
        "Ngày bầu ở đại hội {held} sau ngày bế mạc {closed}. Sửa một trong hai ngày."
    ),
    "other-days-than-planned": (
        "Đại hội họp từ {opened} đến {closed}, ngoài thời gian đã biết ({planned}). "
        "Đúng nếu ngày đã đổi; không thì sửa ngày."
    ),
    "small-cell-with-committee": (
        "Chi bộ có {convened} đảng viên chính thức được triệu tập mà bầu chi ủy; dưới 9 đảng "
        "viên chính thức chỉ bầu bí thư, phó bí thư ({article}; chưa đọc được văn bản thay "
        "thế). Kiểm tra số được triệu tập."
    ),
    "large-cell-committee": (
        "Số lượng bầu chi ủy là {number}; chi ủy nhiều nhất 7 người ({article}; chưa đọc được "
        "văn bản thay thế). Kiểm tra số lượng bầu."
    ),
    "cell-votes-too-often": (
        "Bầu bí thư chi bộ {rounds} lần; sau {most} lần không ai quá nửa thì cấp trên chỉ định "
        "({article}; chưa đọc được văn bản thay thế). Kiểm tra các lần bầu."
    ),
    "cell-secretary-appointed": (
        "Đã bầu bí thư chi bộ {most} lần mà không ai quá nửa: cấp trên chỉ định ({article}; "
        "chưa đọc được văn bản thay thế)."
    ),
}

_DELEGATES = {
    "delegates-present-above-convened": (
        "Số đại biểu có mặt ({present}) lớn hơn số được triệu tập ({convened}). "
        "Sửa một trong hai ô."
    ),
    "delegates-differ-from-voters": (
        "Số đại biểu được triệu tập ghi {convened}, trong khi bảng người bầu cử ghi {voters}. "
        "Hai số này là một: sửa ô ghi sai."
    ),
    "delegates-not-summed": ("{title}: {parts} = {sum}, phải bằng {whole}. Kiểm tra từng số."),
    "delegates-of-convened": (
        "{title}: {parts} = {sum}, bằng số được triệu tập chứ không phải số có mặt ({whole}), "
        "trong khi tỷ lệ tính trên số có mặt. Ghi theo số có mặt."
    ),
    "delegates-of-present": (
        "{title}: {parts} = {sum}, bằng số có mặt chứ không phải số được triệu tập ({whole}). "
        "Ghi theo số được triệu tập."
    ),
    "delegates-part-above-whole": (
        "{title} ghi {value}, nhiều hơn số được triệu tập ({convened}). Kiểm tra số này."
    ),
    "delegates-parts-above-whole": (
        "{title} cộng lại là {sum}, nhiều hơn số được triệu tập ({convened}). Mỗi người chỉ "
        "tính ở mức cao nhất: kiểm tra từng số."
    ),
    "age-bands-differ": (
        "Độ tuổi ghi {told} nhóm, trong khi đợt này chia {bands} nhóm. Ghi đủ các nhóm."
    ),
}

ASSEMBLY_MESSAGES: Mapping[str, str] = MappingProxyType({**_PEOPLE, **_VOTERS, **_DELEGATES})
