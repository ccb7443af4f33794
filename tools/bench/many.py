"""Many papers at once: letters from a list, and a công văn with PDF for each commune.

    make bench                                    2,000 letters, 24 communes
    SO_THU=10000 SO_XA=168 PYTHONPATH=tools python -m bench many

Each is stopped half-way by taking only half of the list, then begun again with the whole of it: the second
run must make what is missing and keep the rest.
"""

import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook

from vanban.letters import LetterJob, make_letters, make_pdfs, read_letters
from vanban.model.letters import LetterResult
from vanban.office.workers import cores

LETTERS, COMMUNES = int(os.environ.get("SO_THU", "2000")), int(os.environ.get("SO_XA", "24"))
SHORT = """---
loai: cong-van
co_quan: so-khcn
trich_yeu: rà soát dữ liệu dân cư trên địa bàn
kinh_gui: "{{ ten_xa }}"
---
Thực hiện chỉ đạo của Ủy ban nhân dân Thành phố, Sở Khoa học và Công nghệ đề nghị {{ ten_xa }}:

1. Rà soát dữ liệu dân cư trên địa bàn, đối chiếu với cơ sở dữ liệu quốc gia về dân cư;
2. Cử {{ so_nguoi }} công chức làm đầu mối;
3. Gửi kết quả về Sở trước ngày 15 tháng 12 năm 2025.
"""


def addresses(path: Path, count: int) -> Path:
    """A list of so many communes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Tên xã", "Số người"])
    for number in range(1, count + 1):
        sheet.append([number, f"Ủy ban nhân dân xã Mẫu {number}", 1 + number % 3])
    book.save(path)
    return path


def main() -> None:
    """Measures both and prints the time for each paper."""
    print(f"\n{'nhiều văn bản một lúc':<44}{'tổng':>9}{'một văn bản':>14}{'bộ nhớ':>10}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short = folder / "thu.md"
        short.write_text(SHORT, encoding="utf-8")
        _told(f"{LETTERS} thư một trang", _job(short, folder, "thu", LETTERS), _letters)
        job = _job(short, folder, "xa", COMMUNES)
        _told(f"{COMMUNES} công văn, Word", job, _letters)
        _told(f"{COMMUNES} công văn, PDF", job, _pdfs)


def _job(short: Path, folder: Path, name: str, count: int) -> Callable[[int], LetterJob]:
    """Jobs on the first rows of one list."""
    lists = {n: addresses(folder / f"{name}-{n}.xlsx", n) for n in (count // 2, count)}
    return lambda n: read_letters(short, lists[n], folder / name, name="{ten_xa}")


def _letters(job: LetterJob) -> Iterator[LetterResult]:
    return make_letters(job, workers=cores())


def _pdfs(job: LetterJob) -> Iterator[LetterResult]:
    return make_pdfs(job, workers=cores())


def _told(
    name: str, job: Callable[[int], LetterJob], run: Callable[[LetterJob], Iterator[LetterResult]]
) -> None:
    count = LETTERS if "thư" in name else COMMUNES
    start = perf_counter()
    half = list(run(job(count // 2)))
    whole = list(run(job(count)))
    took = perf_counter() - start
    kept = sum(one.kept for one in whole)
    failed = [one.reason for one in (*half, *whole) if one.failed]
    assert not failed, failed[0]
    assert len(whole) == count
    assert kept == count // 2, "what was made before the stop is not made again"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:<44}{took:>7.1f} s{took / count * 1000:>11.1f} ms{peak:>7.0f} MB")
