"""The sentences of work on many units at once: processes that end, clusters."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BATCH_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "unit-lost": (
            "Không lập được văn kiện của đơn vị này vì tiến trình lập nó bị dừng ({reason}). "
            "Chạy lại lệnh: văn kiện đã lập xong không phải lập lại."
        ),
        "cluster-open": (
            "{address}: máy điều phối này không ở trên máy đang dùng và không dùng TLS, nên ai "
            "trong mạng cũng có thể bắt các máy chạy lệnh của họ. Dùng địa chỉ "
            "tcp://127.0.0.1:… hoặc địa chỉ tls://… kèm chứng chỉ."
        ),
        "cluster-missing": (
            "Chưa có thư viện dask để chia việc cho nhiều máy. Cài thêm bằng lệnh: "
            "pip install vankien[cluster]"
        ),
        "cluster-silent": (
            "{address}: không nối được với máy điều phối ({reason}). Kiểm tra dask scheduler "
            "đã chạy, địa chỉ đúng, rồi chạy lại."
        ),
        "cluster-empty": (
            "{address}: máy điều phối chưa có máy làm việc nào. Chạy dask worker {address} "
            "trên các máy, rồi chạy lại."
        ),
        "cluster-unlike": (
            "{address}: có máy làm việc không cài vankien {version} ({reason}). Cài cùng phiên "
            "bản trên mọi máy, rồi chạy lại."
        ),
    }
)
