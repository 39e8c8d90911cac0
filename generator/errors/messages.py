"""The sentence of each problem: what is wrong, why, what to do. The text is its own msgid."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors.batch_messages import BATCH_MESSAGES
from generator.errors.election_messages import ELECTION_MESSAGES
from generator.errors.filling_messages import FILLING_MESSAGES
from generator.errors.form_messages import FORM_MESSAGES
from generator.errors.inspection_copy_messages import COPY_MESSAGES
from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES
from generator.errors.inspector_messages import INSPECTOR_MESSAGES
from generator.errors.pdf_messages import PDF_MESSAGES
from generator.errors.register_messages import REGISTER_MESSAGES
from generator.errors.workbook_messages import CELL, WORKBOOK_MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.errors.problem import Problem

_VALUE = re.compile(r"\{(\w+)\}")  # a brace that names no value stays as it is
HINT = "+hint"  # the variant of a sentence when something close was found

_FILE = {
    "no-round-file": (
        "Không có tệp round.yaml hoặc round.xlsx trong thư mục {folder}. "
        "Kiểm tra lại đường dẫn, hoặc tạo thư mục mới bằng lệnh: vankien new {folder}"
    ),
    "file-too-large": (
        "Tệp lớn {size} byte, quá giới hạn {limit} byte nên không đọc. "
        "Kiểm tra lại có đúng là tệp cần đọc không."
    ),
    "file-unreadable": (
        "Không đọc được tệp: {reason}. Kiểm tra quyền đọc, đóng tệp ở chương trình khác."
    ),
    "not-utf8": (
        "Tệp không ở bảng mã UTF-8 nên không đọc được chữ Việt. "
        "Mở bằng Notepad, chọn Lưu thành (Save As), mục Encoding chọn UTF-8 rồi lưu lại."
    ),
    "not-a-mapping": (
        "Đầu tệp là một danh sách hoặc một câu, không phải các mục dạng “tên: giá trị”. "
        "Ghi mỗi mục một dòng; xem mẫu bằng lệnh: vankien new THƯ_MỤC"
    ),
    "empty-file": (
        "Tệp chưa có mục dữ liệu nào. Mỗi mục ghi một dòng dạng “tên: giá trị”; "
        "xem mẫu bằng lệnh: vankien new THƯ_MỤC"
    ),
    "too-much": (
        "Tệp dài hơn dữ liệu của một đợt có 10.000 đại hội nên không đọc tiếp từ đây. "
        "Kiểm tra lại có đúng là tệp cần đọc không, hoặc chia thành nhiều đợt."
    ),
    "too-deep": "Dữ liệu lồng nhau quá nhiều tầng nên không đọc. Bỏ bớt tầng lồng nhau.",
    "not-a-package": (
        "Không mở được: đây không phải là tệp {program}, hoặc tệp đã hỏng. "
        "Mở bằng {program}, lưu lại dạng {suffix} rồi thử lại."
    ),
    "package-too-large": (
        "Tệp có {parts} phần, {size} byte khi giải nén, quá giới hạn an toàn nên không mở."
    ),
    "package-bomb": (
        "Phần {member} phình ra {size} byte khi giải nén, giống bom nén nên không mở. "
        "Không dùng tệp này; hỏi lại người gửi."
    ),
    "package-duplicate-member": (
        "Tệp có hai phần trùng tên nên không mở. Mở bằng {program}, lưu lại rồi thử lại."
    ),
    "package-escaping-member": (
        "Tệp có phần mang đường dẫn lạ ({member}) nên không mở. Hỏi lại người gửi."
    ),
    "package-has-macros": (
        "Tệp có macro nên không mở. Mở bằng {program}, lưu lại dạng {suffix} (không macro)."
    ),
    "package-old-or-locked": (
        "Tệp đặt mật khẩu, hoặc là tệp {program} kiểu cũ ({old}), nên không mở được. "
        "Mở bằng {program}, bỏ mật khẩu, lưu lại dạng {suffix}."
    ),
    "package-broken-part": (
        "Phần {member} của tệp bị hỏng nên không mở. Mở bằng {program}, lưu lại rồi thử lại."
    ),
    "package-encrypted": "Tệp đặt mật khẩu nên không mở được. Bỏ mật khẩu rồi lưu lại.",
    "package-has-dtd": (
        "Phần {member} có khai báo DTD, không có trong tệp {program} thật, nên không mở. "
        "Hỏi lại người gửi."
    ),
}

_YAML = {
    "yaml-tab": (
        "Dòng thụt đầu bằng phím Tab; tệp YAML chỉ nhận dấu cách. "
        "Thay mỗi dấu Tab bằng hai dấu cách."
    ),
    "yaml-colon": (
        "Dấu hai chấm ở chỗ không hiểu được: giá trị có dấu hai chấm, dòng thụt sai, "
        "hoặc dòng trên thiếu dấu cách sau dấu hai chấm. Đặt cả giá trị trong dấu nháy kép, "
        "hoặc sửa chỗ thụt, thêm dấu cách."
    ),
    "yaml-colon-missing": (
        "Thiếu dấu hai chấm, hoặc dấu cách sau dấu hai chấm. Viết dạng “tên: giá trị”."
    ),
    "yaml-dash": (
        "Dấu “-” không đứng cùng dòng với tên mục. "
        "Xuống dòng, thụt vào, mỗi giá trị một dòng bắt đầu bằng dấu “-”."
    ),
    "yaml-escape": (
        "Trong dấu nháy kép, dấu \\ là dấu riêng của YAML. "
        "Đặt giá trị trong dấu nháy đơn (') thay cho dấu nháy kép."
    ),
    "yaml-key": (
        "Tên mục bắt đầu bằng dấu ngoặc nên không hiểu được. "
        "Ghi tên mục bằng chữ; là câu thì đặt cả câu trong dấu nháy kép."
    ),
    "yaml-quote": "Dấu nháy mở mà không đóng. Thêm dấu nháy ở cuối giá trị.",
    "yaml-bracket": (
        "Dấu ngoặc [ ] hoặc { } chưa đóng, hoặc thiếu dấu phẩy giữa hai giá trị. "
        "Thêm dấu còn thiếu."
    ),
    "yaml-indent": (
        "Dòng thụt không thẳng với dòng cùng cấp. Thụt dòng này bằng các dòng cùng cấp ở trên."
    ),
    "yaml-single": (
        "Tệp có dòng “---” hoặc “...” tách thành hai phần; chỉ nhận một phần. Xóa dòng ấy."
    ),
    "yaml-reserved": (
        "Giá trị bắt đầu bằng ký tự dành riêng của YAML (như @ ` % ! | >). "
        "Đặt cả giá trị trong dấu nháy kép."
    ),
    "yaml-alias": (
        "Dấu & hoặc * ở đầu giá trị bị hiểu là tham chiếu của YAML, không được dùng. "
        "Đặt cả giá trị trong dấu nháy kép, hoặc chép lại giá trị vào chỗ này."
    ),
    "yaml-character": ("Có ký tự điều khiển không nhìn thấy. Xóa ký tự ở chỗ này rồi gõ lại."),
    "yaml-other": "Không hiểu được cách viết ở chỗ này. So với mẫu và viết lại dòng này.",
    "duplicate-key": (
        "Mục này đã ghi ở dòng {first}; ghi hai lần thì không biết lấy giá trị nào. "
        "Xóa một trong hai."
    ),
    "eth-for-d": (
        "Có chữ Ð ({character}) nhìn giống chữ Đ nhưng là chữ khác, tìm kiếm sẽ không thấy. "
        "Xóa rồi gõ lại chữ Đ."
    ),
    "hidden-character": (
        "Có ký tự không nhìn thấy ({character}), có thể làm sai lệch chữ khi in. "
        "Xóa cả cụm từ rồi gõ lại."
    ),
    "tag-in-data": (
        "“{value}” có dấu {{ }} hoặc {% %} là dấu của mẫu Word, không dùng trong dữ liệu. "
        "Ghi giá trị thật."
    ),
}

_VALUES = {
    "missing": "Thiếu mục này, văn kiện không thể lập được. Thêm dòng “{key}: …”.",
    "empty": "Mục bắt buộc này để trống. Ghi giá trị sau dấu hai chấm.",
    "blank": "Giá trị này để trống. Ghi giá trị vào; không có giá trị thì xóa cả dòng.",
    "empty-list": "Danh sách này phải có ít nhất một dòng. Thêm một dòng bắt đầu bằng dấu “-”.",
    "unknown-key": (
        "Không có mục nào tên “{key}” ở đây, nên giá trị sẽ bị bỏ sót. "
        "Xóa mục này, hoặc đổi thành một trong các mục: {choices}."
    ),
    "unknown-key+hint": (
        "Không có mục nào tên “{key}” ở đây, nên giá trị sẽ bị bỏ sót. "
        "Có phải là “{hint}” không?"
    ),
    "unknown-reference": (
        "“{value}” không có trong danh sách đã khai báo, "
        "nên không biết là đơn vị hoặc cấp nào. "
        "Khai báo “{value}” trước, hoặc sửa lại mã."
    ),
    "unknown-reference+hint": (
        "“{value}” không có trong danh sách đã khai báo, "
        "nên không biết là đơn vị hoặc cấp nào. "
        "Có phải là “{hint}” không?"
    ),
    "unknown-body": (
        "“{value}” không phải là mã của cơ quan, chức danh được bầu ({choices}). "
        "Ghi đúng một mã ấy, hoặc khai báo “{value}” ở mục election: bodies."
    ),
    "unknown-body+hint": (
        "“{value}” không phải là mã của cơ quan, chức danh được bầu ({choices}). "
        "Có phải là “{hint}” không?"
    ),
    "unknown-choice": (
        "“{value}” không nằm trong các giá trị được nhận ({choices}). Ghi đúng một giá trị ấy."
    ),
    "unknown-choice+hint": (
        "“{value}” không nằm trong các giá trị được nhận ({choices}). "
        "Có phải là “{hint}” không?"
    ),
    "not-text": (
        "Ở đây cần một giá trị, không phải danh sách hay nhóm mục con. Ghi giá trị trên cùng "
        "dòng; giá trị có ngoặc [ ] hoặc { } ở đầu thì đặt trong dấu nháy kép."
    ),
    "too-long": "Dài quá {max_length} ký tự. Rút gọn lại.",
    "not-a-group": (
        "Ở đây cần một nhóm mục con (mỗi mục một dòng “tên: giá trị”, thụt vào), "
        "không phải một giá trị."
    ),
    "not-a-list": (
        "Ở đây cần một danh sách. "
        "Ghi mỗi giá trị một dòng bắt đầu bằng dấu “-”, hoặc đặt tất cả trong ngoặc [ ]."
    ),
    "not-a-number": "“{value}” không phải là số nguyên. Ghi bằng chữ số, ví dụ 15.",
    "out-of-range": "Số “{value}” ngoài khoảng có thể có. Kiểm tra lại số đã gõ.",
    "not-yes-or-no": "“{value}” không hiểu được ở đây. Ghi true (có) hoặc false (không).",
    "bad-identifier": (
        "Mã “{value}” chỉ được gồm chữ thường không dấu, chữ số và dấu nối, ví dụ tan-lap, "
        "vì mã dùng làm tên thư mục."
    ),
    "reserved-identifier": (
        "Mã “{value}” là tên Windows dành riêng, không tạo được thư mục. "
        "Đặt mã khác, ví dụ {value}-1."
    ),
    "bad-number": (
        "“{value}” không phải là số văn bản. Văn bản đã ban hành ghi cả ký hiệu, "
        "ví dụ 5513-QĐ/TU; số của kế hoạch này chỉ ghi chữ số, ví dụ 07."
    ),
    "not-a-day": (
        "“{value}” không phải là một ngày. Ghi ngày/tháng/năm, ví dụ 05/3/2025 "
        "(03/4 là ngày 03 tháng 4)."
    ),
    "not-a-date": (
        "“{value}” không phải là ngày hoặc tháng. Ghi ngày/tháng/năm, ví dụ 25/11/2024; "
        "chưa ký thì ghi tháng/năm, ví dụ tháng 11/2024."
    ),
    "not-a-life-date": (
        "“{value}” không phải là ngày. Ghi ngày/tháng/năm, ví dụ 05/3/1980; chỉ biết đến tháng "
        "hoặc năm thì ghi 3/1980 hoặc 1980."
    ),
    "no-such-day": (
        "“{value}” có ngày hoặc tháng không có thật trong lịch. Kiểm tra lại ngày và tháng."
    ),
    "strange-year": (
        "Năm trong “{value}” ngoài khoảng 1930-2100. Ghi đủ bốn chữ số của năm, ví dụ 2025."
    ),
    "not-a-month": "“{value}” không phải là một tháng. Ghi tháng/năm, ví dụ 12/2024.",
    "not-a-term": "“{value}” không phải là một nhiệm kỳ. Ghi dạng 2025-2030.",
    "strange-term": (
        "Nhiệm kỳ “{value}” có năm cuối không sau năm đầu, hoặc dài quá 10 năm. "
        "Kiểm tra lại hai năm."
    ),
    "not-a-time": (
        "Không hiểu thời gian “{value}”. Các cách ghi được nhận: 20, 21/02/2025; "
        "21 - 23/5/2025; dự kiến từ 03/01 đến 10/01/2025; chiều 24/02/2026; tháng 4/2025; "
        "quý I/2025; trước 30/6/2025; chưa xác định."
    ),
    "days-out-of-order": (
        "Trong “{value}” ngày sau không muộn hơn ngày trước. "
        "Ghi theo thứ tự thời gian; hai ngày khác năm thì ghi năm ở cả hai."
    ),
    "no-such-hour": "“{value}” có giờ không có thật. Ghi giờ từ 0 đến 23, phút từ 0 đến 59.",
    "unknown-placeholder": (
        "“{value}” có ngoặc nhọn không hiểu được. Trong câu chỉ dùng {term} (nhiệm kỳ) "
        "và {previous_term} (nhiệm kỳ trước)."
    ),
}

_RULES = {
    "duplicate-id": "Mã “{id}” đã dùng ở dòng trước của danh sách. Đặt mã khác.",
    "planned-body-twice": (
        "“{body}” đã ghi ở dòng trước của {unit}; mỗi cơ quan, chức danh một dòng. "
        "Xóa một trong hai dòng."
    ),
    "planned-number-above-size": (
        "Số lượng bầu “{body}” là {number}, nhiều hơn số lượng theo đề án là {size}. "
        "Sửa một trong hai số."
    ),
    "drawn-from-itself": (
        "“{body}” không thể bầu trong số thành viên của chính mình. "
        "Sửa drawn_from, hoặc xóa mục này."
    ),
    "votes-of-nobody": (
        "Mục “{title}” có bảng kết quả bầu cử mà chưa rõ của cơ quan, chức danh nào, nên sau "
        "đại hội không có bảng nào được điền ở đây. "
        "Thêm bodies: [mã], ví dụ bodies: [ban-chap-hanh]."
    ),
    "bodies-without-votes": (
        "Mục “{title}” ghi bodies mà không có votes: true, nên không in bảng kết quả bầu cử. "
        "Thêm votes: true, hoặc xóa bodies."
    ),
    "superior-loop": (
        "Cấp trên của “{id}” lần lên lại gặp chính “{id}”, không thể có thật. "
        "Sửa mục superior của một trong các đơn vị: {loop}."
    ),
    "superior-outside": (
        "“{id}” không trực thuộc (trực tiếp hoặc qua cấp trung gian) {head}, đảng bộ chỉ đạo "
        "đợt đại hội, nên không biết ai phê duyệt. "
        "Sửa mục superior của một trong các đơn vị: {chain}."
    ),
    "superior-missing": (
        "“{id}” có đại hội trong lịch mà chưa ghi cấp trên trực tiếp. Thêm mục superior."
    ),
    "congress-of-the-head": (
        "{unit} là đảng bộ chỉ đạo cả đợt, nên đại hội của chính mình không nằm trong "
        "lịch này. Sửa organization của dòng này, hoặc của cả đợt."
    ),
    "congress-twice": (
        "{unit} đã có đại hội ở dòng {first} của lịch; một đơn vị chỉ ghi một lần. "
        "Gộp hai dòng, thuộc nhiều nhóm thì ghi nhiều mục đích."
    ),
    "congress-without-group": (
        "{unit} không thuộc nhóm nào của lịch nên sẽ không được in. "
        "Ghi purposes là một trong: {choices}."
    ),
    "group-twice": "Đã có nhóm với mục đích “{purpose}”. Gộp hai nhóm.",
    "order-extra": (
        "“{id}” nêu trong thứ tự nhưng không có đại hội nào liên quan. Xóa “{id}” khỏi thứ tự."
    ),
    "order-missing": (
        "Thứ tự thiếu “{id}”, là đơn vị phải được nêu tên theo lịch đại hội. "
        "Thêm “{id}”, hoặc xóa cả dòng thứ tự để chương trình tự xếp."
    ),
    "order-twice": "“{id}” nêu hai lần trong thứ tự. Xóa một lần.",
    "count-differs": (
        "Theo quyết định là {expected} đơn vị, trong lịch có {found}: {units}. "
        "Sửa lịch hoặc sửa số expected."
    ),
    "status-without-document": (
        "{unit} ghi “{status}” mà không nêu văn bản thay đổi. Thêm mục changed_by."
    ),
    "no-profile": (
        "Ngày ký “{date}” không xác định được một thể thức (36-HD/VPTW từ 03/4/2018 đến "
        "26/5/2026, 05-HD/VPTW từ 27/5/2026). Ghi đủ ngày, hoặc thêm mục "
        "profile: party_hd36 hoặc party_hd05."
    ),
    "no-profile-date": (
        "Chưa có ngày ký nên không chọn được thể thức. Ghi issued_on (tháng/năm là đủ), "
        "hoặc profile: party_hd36 hoặc party_hd05."
    ),
    "profile-not-party": (
        "Kế hoạch của cơ quan đảng không dùng thể thức văn bản nhà nước (state_nd30). "
        "Ghi party_hd36 hoặc party_hd05, hoặc bỏ mục này."
    ),
    "no-symbol": (
        "Chưa rõ ký hiệu của {committee} trong số văn bản (quy định đọc được không nêu). "
        "Thêm names: {symbol: …} cho đơn vị này."
    ),
    "actual-of-not-held": (
        "{unit} ghi ngày thực tế mà tình trạng là “{status}”. "
        "Ghi status: đã tổ chức, hoặc xóa mục actual."
    ),
    "members-of-one": (
        "{unit} là một tổ chức đảng, không có số tổ chức trong nhóm. "
        "Xóa members, hoặc ghi kind: {kind}."
    ),
    "attachment": "Nhớ gửi kèm kế hoạch: {document}.",
    "no-congress-on": (
        "Mọi đại hội trong lịch đều tạm dừng, hoãn hoặc đã thay: kế hoạch không còn việc nào "
        "để giao. Kiểm tra lại mục status."
    ),
    "limits-unknown": (
        "{unit} ({time}): chưa đủ ngày khai mạc, bế mạc nên lịch công tác chưa có hạn gửi "
        "hồ sơ hoặc hạn báo cáo. Ghi thời gian khi đã ấn định."
    ),
    "suspended-no-report": ("{unit} “{status}” nên không có khung báo cáo kết quả."),
}

_DATES = {
    "session-after-opening": (
        "Phiên trù bị ngày {session} sau ngày khai mạc phiên chính thức {opening}. "
        "Phiên trù bị họp trước: sửa một trong hai ngày."
    ),
    "visit-after-opening": (
        "Kiểm tra ngày {visit} không trước ngày khai mạc {opening}, khi ấy đã đại hội. "
        "Chọn ngày trước {opening}."
    ),
    "visit-before-papers": (
        "Kiểm tra ngày {visit} trước hạn gửi hồ sơ {due}, lúc ấy có thể chưa có hồ sơ. "
        "Nên chọn ngày sau {due}."
    ),
    "visit-on-day-off": (
        "Kiểm tra ngày {visit} là ngày nghỉ ({reason}). Chọn một ngày làm việc."
    ),
    "visit-twice": (
        "Cùng {visit} tổ này còn kiểm tra {other}. Chọn ngày hoặc buổi khác, "
        "hoặc ghi visit_team nếu là hai tổ khác nhau."
    ),
    "congress-on-holiday": ("Ngày đại hội {day} là ngày nghỉ ({reason}). Kiểm tra lại ngày."),
    "congress-after-term": (
        "Đại hội mở ngày {opening}, sau khi nhiệm kỳ {term} đã hết. Sửa ngày hoặc nhiệm kỳ."
    ),
    "congress-before-term": (
        "Đại hội mở ngày {opening}, sớm hơn một năm so với nhiệm kỳ {term}. "
        "Kiểm tra lại năm của ngày đại hội."
    ),
    "notice-after-opening": (
        "Thông báo lịch trong tháng {month}, nhưng đại hội đầu tiên của cấp này có thể "
        "khai mạc ngày {opening}, trước khi hết tháng ấy. Chọn tháng thông báo sớm hơn."
    ),
    "papers-due-before-plan": (
        "Hạn gửi hồ sơ là {due}, trước cả khi kế hoạch được ký ({issued}), "
        "đơn vị không kịp làm. Lùi ngày đại hội, hoặc ký kế hoạch sớm hơn."
    ),
    "congress-is-over": (
        "Theo kế hoạch thì xong ngày {closing}, đến {as_of} đã qua mà tình trạng vẫn là "
        "“{status}”. Ghi status: đã tổ chức, hoặc thời gian mới."
    ),
    "superior-is-a-cell": (
        "{superior} là chi bộ, không thể là cấp trên của {unit}. Sửa mục superior."
    ),
    "superior-not-higher": (
        "{superior} không ở cấp cao hơn {unit}. Sửa mục superior hoặc loại đơn vị."
    ),
    "document-after-plan": (
        "{document} ban hành sau ngày ký kế hoạch ({issued}), chưa thể làm căn cứ. "
        "Kiểm tra lại ngày của văn bản hoặc ngày ký."
    ),
    "number-of-another-date": (
        "Số {number} ghi ngày {date}, nhưng văn bản số này được biết với ngày {known} "
        "(một số dùng lại qua các khóa). Đối chiếu với bản gốc."
    ),
    "held-on-other-days": (
        "Đại hội thực tế bắt đầu từ {actual}, ngoài thời gian của kế hoạch ({planned}). "
        "Kiểm tra lại ngày; đúng thì nêu lý do trong báo cáo."
    ),
    "number-without-sign": (
        "{document} không ghi ký hiệu, nhiều văn bản có thể cùng số ấy. "
        "Đối chiếu với bản gốc, ghi đủ, ví dụ 5513-QĐ/TU."
    ),
    "year-not-covered": (
        "Chưa có lịch nghỉ lễ của năm {year} nên không tính được thời hạn. "
        "Kiểm tra lại năm của các ngày đại hội."
    ),
    "profile-of-another-date": (
        "Thể thức {profile} không áp dụng cho ngày ký {date}. Bỏ mục profile để chương trình "
        "tự chọn theo ngày, nếu không có lý do riêng."
    ),
}

_TEMPLATES = {
    "no-template": (
        "Không có mẫu Word {file}. Cài lại vankien, hoặc kiểm tra thư mục templates."
    ),
    "template-syntax": (
        "Không hiểu được thẻ này. Giữa {{ }} chỉ ghi một tên; giữa {% %} chỉ ghi if, else, "
        "endif, for, endfor. Sửa thẻ trong Word rồi kiểm tra lại."
    ),
    "template-half": (
        "Thẻ này thiếu thẻ đi cùng: {wanted}. "
        "Thêm thẻ ấy, hoặc xóa thẻ này trong Word rồi kiểm tra lại."
    ),
    "template-unclosed": (
        "Thẻ mở mà không đóng (đủ cặp {{ }} hoặc {% %}). Sửa thẻ trong Word rồi kiểm tra lại."
    ),
    "template-unknown-name": "Không có giá trị nào tên “{name}”. Sửa tên trong thẻ.",
    "template-unknown-name+hint": (
        "Không có giá trị nào tên “{name}”. Có phải là “{hint}” không?"
    ),
    "template-not-printable": (
        "“{name}” là {kind}, không in thẳng ra được. In từng giá trị bên trong, "
        "hoặc lặp bằng for."
    ),
    "template-not-a-list": "“{name}” không phải là danh sách nên không lặp được bằng for.",
    "template-may-be-absent": (
        "“{name}” có thể không có. Đặt thẻ trong {%p if {name} %} … {%p endif %}."
    ),
    "template-forbidden": (
        "Mẫu không được dùng {construct}; mọi tính toán nằm trong chương trình. "
        "Chỉ dùng {{ tên }}, for, if."
    ),
    "template-torn": (
        "Thẻ {tag} và chỗ kết thúc của nó không cùng một đoạn, ô, hàng hoặc liên kết, "
        "nên làm hỏng tệp. Chấp nhận hết thay đổi (Track Changes), bỏ liên kết, rồi đặt "
        "thẻ mở và thẻ đóng ở cùng một chỗ hoặc mỗi thẻ một đoạn riêng."
    ),
    "template-too-deep": (
        "Các thẻ for, if lồng nhau quá nhiều tầng nên không in được. Bỏ bớt tầng lồng nhau."
    ),
    "template-empty-paragraph": (
        "Thẻ {tag} đứng một mình nên để lại một dòng trống. Thêm chữ p: {%p … %}."
    ),
    "template-text-lost": (
        "Chữ cạnh thẻ {tag} sẽ mất khi in: “{text}”. Để thẻ một mình trong đoạn hoặc hàng."
    ),
    "template-failed": "Không in được thẻ này: {reason}.",
    "template-style-differs": (
        "Kiểu “{style}” khác thể thức {profile}: {what}. Chạy vankien template restyle {file}"
    ),
    "template-style-missing": (
        "Mẫu thiếu kiểu “{style}” của thể thức. Chạy vankien template restyle {file}"
    ),
    "template-direct-format": (
        "Đoạn này tự đặt {what}, ngoài kiểu của nó, nên không theo thể thức {profile}. "
        "Chọn đoạn trong Word, nhấn Ctrl+Q và Ctrl+dấu cách, rồi chọn lại kiểu."
    ),
    "template-page-differs": "Khổ giấy hoặc lề khác thể thức {profile}: {what}.",
    "template-exists": ("Đã có {file}; không ghi đè. Đổi tên hoặc xóa tệp ấy trước."),
    "value-empty": "Giá trị của thẻ bị thiếu khi in.",
    "value-control": "Giá trị của thẻ có ký tự điều khiển: {value}.",
}

_OUTPUT = {
    "output-locked": (
        "Thư mục {folder} đang được một lần chạy khác ghi vào. Đợi xong rồi chạy lại."
    ),
    "output-unwritable": (
        "Không ghi được {file}: {reason}. Kiểm tra quyền ghi và chỗ trống của ổ đĩa; "
        "các tệp đã có vẫn nguyên."
    ),
    "output-is-input": (
        "Thư mục kết quả {folder} chính là thư mục dữ liệu. Chọn thư mục khác bằng -o."
    ),
    "kept-changed": (
        "{file} đã có người sửa (hoặc không do chương trình làm ra) nên giữ nguyên; "
        "bản mới ghi ở {new}. So hai bản rồi giữ một."
    ),
    "kept-open": (
        "{file} đang mở ở chương trình khác nên giữ nguyên; bản mới ghi ở {new}. "
        "Đóng tệp rồi chạy lại."
    ),
    "kept-stale-open": (
        "{file} là của lần trước, nay không còn trong dữ liệu, nhưng đang mở ở "
        "chương trình khác nên giữ nguyên. Đóng tệp rồi chạy lại."
    ),
    "kept-stale": (
        "{file} là của lần trước, nay không còn trong dữ liệu, nhưng đã có người sửa "
        "nên giữ nguyên."
    ),
    "unknown-paper": "Không có văn kiện nào mã “{value}”. Các mã: {choices}.",
    "folder-not-empty": "Thư mục {folder} đã có tệp; không ghi đè. Chọn thư mục khác.",
}

_CALENDAR = {
    "calendar-file-name": (
        "Tên tệp {file} không phải là một năm nên không biết là lịch của năm nào. "
        "Đặt tên tệp theo năm, ví dụ 2027.yaml."
    ),
    "calendar-year-differs": (
        "Tệp tên {file} nhưng mục year ghi {value}. Sửa mục year, hoặc đổi tên tệp."
    ),
    "calendar-no-source": (
        "Văn bản “{value}” không ghi đã đọc bản gốc (read: true), cũng không ghi dẫn theo đâu. "
        "Thêm mục source, ví dụ tên báo và ngày đăng."
    ),
    "calendar-other-year": (
        "Ngày {value} không thuộc năm {year} của tệp này. "
        "Sửa ngày, hoặc ghi vào tệp lịch của năm ấy."
    ),
    "calendar-backwards": (
        "Đến hết ngày {value} lại trước ngày đầu {first}. Sửa một trong hai ngày."
    ),
    "calendar-off-on-weekend": (
        "Ngày {value} là thứ bảy hoặc chủ nhật, vốn đã nghỉ nên không hoán đổi được. "
        "Kiểm tra lại ngày nghỉ hoán đổi."
    ),
    "calendar-make-up-on-weekday": (
        "Ngày làm bù {value} không phải là thứ bảy hoặc chủ nhật, vốn đã là ngày làm việc. "
        "Kiểm tra lại ngày làm bù."
    ),
    "calendar-unknown-notice": (
        "Không có văn bản nào mã “{value}” trong mục notices, nên ngày này không có căn cứ. "
        "Thêm văn bản ấy vào notices, hoặc sửa mã."
    ),
    "calendar-unknown-notice+hint": (
        "Không có văn bản nào mã “{value}” trong mục notices, nên ngày này không có căn cứ. "
        "Có phải là “{hint}” không?"
    ),
    "calendar-day-twice": (
        "Ngày {value} ghi hai lần trong tệp, không biết theo lần nào. Xóa một lần."
    ),
    "calendar-lacks-days": (
        "Năm ghi là đã liệt kê đủ (official: true) nhưng thiếu ngày lễ {days}. "
        "Thêm vào days_off, hoặc xóa dòng official để dùng ngày dự kiến."
    ),
    "calendar-too-few-days": (
        "Năm ghi là đã liệt kê đủ (official: true) nhưng chỉ có {found} ngày nghỉ, ít hơn "
        "{least} ngày theo luật (có thể thiếu Tết Nguyên đán hoặc Giỗ Tổ). "
        "Thêm vào days_off, hoặc xóa dòng official để dùng ngày dự kiến."
    ),
}

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        **_FILE,
        **_YAML,
        **_VALUES,
        **_RULES,
        **_DATES,
        **_TEMPLATES,
        **_OUTPUT,
        **_CALENDAR,
        **BATCH_MESSAGES,
        **WORKBOOK_MESSAGES,
        **FORM_MESSAGES,
        **ELECTION_MESSAGES,
        **PDF_MESSAGES,
        **REGISTER_MESSAGES,
        **FILLING_MESSAGES,
        **INSPECTOR_MESSAGES,
        **LAYOUT_MESSAGES,
        **COPY_MESSAGES,
        **INSPECTION_TEXT_MESSAGES,
    }
)


def sentence(problem: Problem, translate: Callable[[str], str] = str) -> str:
    """The sentence of a problem, in Vietnamese, or as `translate` turns its msgid."""
    hinted = f"{problem.code}{HINT}" if problem.values.get("hint") else ""
    in_cell = f"{problem.code}{CELL}" if problem.place.sheet else ""
    found = (MESSAGES.get(code) for code in (hinted, in_cell, problem.code))
    message = translate(next(filter(None, found)))
    return _VALUE.sub(lambda found: problem.values.get(found[1], found[0]), message)
