"""The sentences about what does not add up in the elections of a congress."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors.assembly_messages import ASSEMBLY_MESSAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

_MINUTES = "Đối chiếu biên bản kiểm phiếu"

_BALLOTS = {
    "ballots-missing": (
        "Ghi là bầu {body} nhưng chưa có số phiếu của lần bầu thứ nhất. "
        "Ghi số phiếu theo biên bản kiểm phiếu, hoặc sửa hình thức."
    ),
    "list-missing": (
        "Ghi là bầu {body} nhưng chưa có tên ai trong danh sách bầu cử. "
        "Ghi danh sách theo biên bản kiểm phiếu, hoặc sửa hình thức."
    ),
    "returned-above-issued": (
        "Số phiếu thu vào ({returned}) lớn hơn số phiếu phát ra ({issued}). "
        f"{_MINUTES}, sửa ô này hoặc ô số phiếu phát ra."
    ),
    "ballots-not-summed": (
        "Số phiếu hợp lệ ({valid}) cộng số phiếu không hợp lệ ({invalid}) là {sum}, "
        f"khác số phiếu thu vào ({{returned}}). {_MINUTES}, sửa ô ghi sai."
    ),
    "present-above-convened": (
        "Số người có mặt khi bầu ({present}) lớn hơn số người được triệu tập ({convened}). "
        "Sửa ô này, hoặc số được triệu tập ở bảng người bầu cử."
    ),
    "present-above-base": (
        "Số người có mặt khi bầu ({present}) lớn hơn số người tính quá nửa ({base}), là số "
        "được triệu tập ({convened}) trừ những người vắng mặt. Người đã trừ thì không có mặt: "
        "xem lại các số được trừ, hoặc số có mặt."
    ),
    "issued-above-present": (
        "Số phiếu phát ra ({issued}) lớn hơn số người có mặt khi bầu ({present}); mỗi người "
        "một phiếu, không tính phiếu hỏng đã đổi. Sửa một trong hai ô."
    ),
    "votes-above-valid": (
        "{name} được {votes} phiếu, nhiều hơn số phiếu hợp lệ ({valid}). "
        f"{_MINUTES}, sửa ô này hoặc ô số phiếu hợp lệ."
    ),
    "agreement-above-valid": (
        "{name} có {votes} phiếu đồng ý và {against} phiếu không đồng ý, cộng là {sum}, "
        f"nhiều hơn số phiếu hợp lệ ({{valid}}). {_MINUTES}, sửa ô ghi sai."
    ),
    "votes-above-papers": (
        "Tổng số phiếu bầu của cả danh sách ({sum}) lớn hơn số phiếu hợp lệ nhân với số "
        "lượng bầu ({valid} × {number} = {limit}). Mỗi phiếu hợp lệ chỉ bầu bằng hoặc ít hơn "
        f"số lượng, nên có số ghi sai. {_MINUTES}."
    ),
    "against-with-surplus": (
        "Danh sách có {listed} người để bầu {number}, tức có số dư; phiếu bầu có số dư không "
        "có cột “không đồng ý” ({article}). Xóa các số ở cột này, hoặc sửa số lượng bầu."
    ),
    "votes-missing": (
        "Chưa ghi số phiếu của {name}. Người không được phiếu nào thì ghi 0; "
        "không có trong danh sách bầu thì xóa tên."
    ),
    "votes-without-ballot": (
        "{name} có số phiếu ở lần bầu thứ {round} nhưng lần bầu ấy chưa ghi số phiếu phát ra, "
        "thu vào. Ghi các số của lần bầu ấy, hoặc xóa ô này."
    ),
    "invalid-without-reason": (
        "Có {invalid} phiếu không hợp lệ nhưng chưa ghi lý do. "
        "Ghi lý do để in vào biên bản kiểm phiếu."
    ),
    "seats-unfilled": (
        "Bầu {body} còn thiếu {left} người so với số lượng bầu {number} (trong lần bầu cuối: "
        "{short}). Nếu đã bầu tiếp thì ghi lần bầu ấy; nếu đại hội, hội nghị quyết định "
        "không bầu tiếp thì để nguyên."
    ),
}

_ROUNDS = {
    "first-ballot-kind": (
        "Lần bầu thứ nhất ghi loại “{kind}”. Chọn “lần đầu”; lần bầu trước nếu có thì ghi "
        "vào trước lần này."
    ),
    "later-ballot-kind": (
        "Lần bầu thứ {round} ghi loại “{kind}”. Chọn “bầu tiếp cho đủ số lượng” hoặc "
        "“bầu lại giữa những người bằng phiếu”."
    ),
    "list-below-number": (
        "Danh sách có {listed} người, ít hơn số lượng bầu ({number}). "
        "Ghi đủ danh sách, ghi đủ số phiếu từng người, hoặc sửa số lượng bầu."
    ),
    "list-without-surplus": (
        "Danh sách bầu {body} có {listed} người, bằng số lượng bầu ({number}); danh sách này "
        "phải có số dư ({article}). Ghi đủ danh sách theo biên bản, hoặc sửa số lượng bầu."
    ),
    "surplus-above-limit": (
        "Danh sách bầu {body} có {listed} người để bầu {number}: dư {over} người, bằng "
        "{percent}%; số dư tối đa là {most}% số lượng bầu ({article}), tính tròn là {allowed} "
        "người. Kiểm tra lại danh sách và số lượng bầu."
    ),
    "further-above-left": (
        "Lần bầu thứ {round} ghi số lượng cần bầu là {number}, nhưng sau các lần trước chỉ "
        "còn thiếu {left} người. Sửa ô này, hoặc kiểm tra kết quả các lần trước."
    ),
    "further-below-left": (
        "Lần bầu thứ {round} ghi số lượng cần bầu là {number}, trong khi còn thiếu {left} "
        "người. Đúng nếu đại hội, hội nghị quyết định bầu ít hơn; không thì sửa ô này."
    ),
    "elected-stands-again": (
        "{name} đã trúng cử ở lần trước mà vẫn có số phiếu ở lần bầu thứ {round}. "
        "Xóa ô này, hoặc kiểm tra số phiếu lần trước."
    ),
    "elected-above-number": (
        "Qua các lần bầu có {elected} người trúng cử, nhiều hơn số lượng bầu ({number}). "
        "Kiểm tra số lượng cần bầu của từng lần và số phiếu từng người."
    ),
    "tie-ballot-without-tie": (
        "Lần bầu thứ {round} ghi là bầu lại giữa những người bằng phiếu, nhưng theo số phiếu "
        "thì lần bầu thứ {before} không có ai bằng phiếu ở chỗ cuối cùng. Sửa loại lần bầu, "
        "hoặc kiểm tra số phiếu lần trước."
    ),
    "tie-ballot-number": (
        "Lần bầu lại giữa những người bằng phiếu ghi số lượng cần bầu là {number}, nhưng "
        "{tied} bằng phiếu nhau cho {seats} chỗ. Sửa số lượng, hoặc kiểm tra số phiếu."
    ),
    "tie-ballot-other-name": (
        "{name} có số phiếu ở lần bầu lại giữa những người bằng phiếu, nhưng chỉ có {tied} "
        "bằng phiếu nhau. Xóa ô này, hoặc kiểm tra số phiếu lần trước."
    ),
    "tie-ballot-lacks-name": (
        "{name} bằng phiếu với người khác ({tied}) mà không có số phiếu ở lần bầu lại. "
        "Ghi số phiếu; nếu người này xin rút thì để trống."
    ),
    "tie-open": (
        "{tied} cùng được {votes} phiếu cho {seats} chỗ còn lại; chưa ai trúng cử. "
        "Ghi lần bầu lại giữa những người này; nếu đại hội, hội nghị đã quyết định thì đánh "
        "dấu “công nhận khi bằng phiếu” ở người được công nhận."
    ),
    "tie-open-again": (
        "Bầu lại mà {tied} vẫn cùng được {votes} phiếu cho {seats} chỗ. Đại hội, hội nghị "
        "quyết định có bầu lại nữa không; ghi lần bầu ấy, hoặc đánh dấu “công nhận khi bằng "
        "phiếu” ở người được công nhận."
    ),
    "settled-not-tied": (
        "{name} được đánh dấu công nhận khi bằng phiếu, nhưng theo số phiếu lần bầu cuối thì "
        "không bằng phiếu với ai ở chỗ cuối cùng. Xóa dấu, hoặc kiểm tra số phiếu."
    ),
    "settled-above-seats": (
        "Đánh dấu công nhận {settled} người khi bằng phiếu ({tied}) nhưng chỉ còn {seats} "
        "chỗ, nên chưa công nhận ai. Để lại dấu ở đúng số người được công nhận."
    ),
    "alternates-unfilled": (
        "Bầu chung danh sách {alternates} dự khuyết nhưng mới có {elected} người quá nửa số "
        "phiếu, còn thiếu {left}. Nếu đã bầu tiếp thì ghi lần bầu ấy."
    ),
}

_BODIES = {
    "body-unknown": (
        "Không có cơ quan, chức danh nào mã “{value}” ở đại hội này. Các cơ quan, chức danh: "
        "{known}."
    ),
    "body-twice": "Có hai bảng của {body} nên không biết lấy bảng nào. Xóa một bảng.",
    "table-missing": (
        "Thiếu bảng của {body}, trong khi kế hoạch có bầu. Dùng đúng biểu đã gửi, ghi kết quả; "
        "nếu không bầu thì chọn hình thức “không bầu lần này”."
    ),
    "body-untold": (
        "Chưa nói {body} do bầu hay chỉ định. Chọn hình thức ở bảng của {body}; "
        "không bầu thì chọn “không bầu lần này”."
    ),
    "ballots-without-vote": (
        "Hình thức của {body} ghi “{mode}” nhưng vẫn có số phiếu. "
        "Chọn “bầu”, hoặc xóa các số phiếu."
    ),
    "appointed-nobody": (
        "Hình thức của {body} là chỉ định nhưng chưa có tên ai được chỉ định. "
        "Ghi tên và quyết định chỉ định."
    ),
    "appointed-without-mode": (
        "Hình thức của {body} ghi “{mode}” nhưng có người được chỉ định. "
        "Chọn “chỉ định”, hoặc xóa tên."
    ),
    "no-decision": (
        "{name} được chỉ định nhưng chưa ghi quyết định. "
        "Ghi số, ngày và cơ quan ban hành quyết định."
    ),
    "size-exceeded": (
        "Được bầu vào {body} {elected} người, chỉ định {placed} người, cộng là {members}, "
        "nhiều hơn số lượng theo đề án ({size}). Kiểm tra số lượng theo đề án."
    ),
    "number-above-size": (
        "Số lượng bầu {body} ({number}) lớn hơn số lượng theo đề án ({size}). "
        "Kiểm tra hai ô này."
    ),
    "size-not-as-planned": (
        "Số lượng theo đề án của {body} ghi {size}, trong khi dữ liệu của đợt ghi {planned}. "
        "Đúng nếu đề án đã thay đổi."
    ),
    "number-not-as-planned": (
        "Số lượng bầu {body} là {number}, trong khi dự kiến là {planned}. "
        "Đúng nếu đại hội, hội nghị đã quyết định số này."
    ),
    "not-a-member": (
        "{name} ở {body} nhưng không có trong {whole} vừa được bầu hoặc chỉ định; {body} lấy "
        "trong số thành viên {whole}. Kiểm tra họ tên, hoặc kết quả bầu {whole}."
    ),
    "posts-exclude": (
        "{name} vừa là {body} vừa là {other}. Một người không giữ cả hai: kiểm tra hai bảng."
    ),
    "one-of-a-post": "Số lượng bầu {body} ghi {number}; chỉ có một. Sửa số lượng.",
    "post-held-twice": "Có hơn một {body}: {members}. Chỉ để lại một người.",
}

ELECTION_MESSAGES: Mapping[str, str] = MappingProxyType(
    {**_BALLOTS, **_ROUNDS, **_BODIES, **ASSEMBLY_MESSAGES}
)
