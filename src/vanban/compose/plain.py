"""A short file → the paper that it asks for, of any of the 29 kinds of Điều 7.

What the file leaves out and the form needs becomes a marked blank; a file that says it is no draft is
refused while one is left.
"""

import re
from collections.abc import Sequence
from datetime import date

from vanban.compose.ke_hoach import END
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block, symbol_of
from vanban.compose.plain_blocks import counted, ended
from vanban.compose.plain_forms import form_fields
from vanban.compose.tidy import tidied
from vanban.law.decree import Kind
from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.document import Letterhead, blanks, fill, unmarked
from vanban.model.errors import SourceError
from vanban.model.plain import (
    Appendix,
    Block,
    PlainDocument,
    PlainFile,
    PlainPaper,
    agency_of,
    document_shape,
)
from vanban.model.plain_forms import LeaveForm
from vanban.viet.dates import official_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first, upper_first

_SUPERIOR = "co-quan-chu-quan"
_GROUND = re.compile(r"(?:Căn cứ|Theo|Thực hiện|Xét|Trên cơ sở|Sau khi)\b")
_KEEP = re.compile(r"[-–]?\s*lưu\b", re.IGNORECASE)
_KEPT_BARE = "Lưu: VT"
"""Only Mẫu 1.8 names no drafting unit; elsewhere the unit of the book is added."""
_ABOUT = re.compile(r"(?:V/v|Về việc)\s+", re.IGNORECASE)
_ACTING = re.compile(r"(?:KT|Q|TL|TUQ)\.\s*")
_DECIDED = ("nghi_quyet", "quyet_dinh")
"""Kinds that say above the grounds who decides (Mẫu 1.1 to 1.3)."""
_ENDED_BY_FORM = ("giay_gioi_thieu", "giay_nghi_phep", "bien_ban")
"""Kinds whose template ends the text with a sentence of its own."""
_WITHOUT_RECEIVERS = ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan")
_WITHOUT_TEXT = ("giay_moi", "giay_gioi_thieu", "giay_nghi_phep")
"""Kinds whose form says all that is needed, without a text of its own."""


def compose_plain(file: PlainFile, kind: Kind, book: AgencyBook, *, day: date) -> PlainDocument:
    """The paper of this kind that a file asks for. `day` dates the file, not the paper.

    Raises SourceError if the agency is not in the book, or if the paper is said to be no draft while
    something in it waits for a person.
    """
    clean = PlainFile(paper=tidied(file.paper), than=file.than, phu_luc=file.phu_luc)
    return compose_clean(clean, kind, tidied(book), day=day)


def compose_clean(
    file: PlainFile, kind: Kind, book: AgencyBook, *, day: date, year: int | None = None
) -> PlainDocument:
    """The same for texts that are tidy already, in which blanks may stand anywhere.

    `year` is that of a paper whose day is not known yet.
    """
    paper = file.paper
    agency = _issuer(paper, book)
    draft = paper.du_thao if paper.du_thao is not None else not (paper.so and paper.ngay)
    head = _head(paper, kind, agency, book, draft=draft and not paper.kem_theo, year=year)
    than = _text(file.than, kind, paper)
    document = document_shape(kind.ma).model_validate(
        {
            "loai": kind.ma,
            "ten_loai": kind.ten.upper(),
            "trich_yeu": _subject(paper, kind),
            "tieu_de": unmarked(f"{kind.ten} {lower_first(paper.trich_yeu)}".strip()),
            "ngay_lap": day,
            "dau_trang": head,
            "co_quan": agency.ten,
            "can_cu": grounds_of(paper.can_cu) or _missing_grounds(kind),
            "kinh_gui": _addressees(paper, kind),
            "kem_theo": f"(Kèm theo {paper.kem_theo.strip('() .')})" if paper.kem_theo else "",
            "than": than,
            "phu_luc": _appendices(file.phu_luc, kind, paper, agency, than),
            "khoi_ky": signature_block(agency),
            "noi_nhan": _receivers(paper, kind, agency, than),
            **_decider(paper, kind, agency),
            **form_fields(paper, kind, agency),
        }
    )
    if paper.du_thao is False:
        _require_complete(document)
    return document


def _issuer(paper: PlainPaper, book: AgencyBook) -> Agency:
    agency = agency_of(paper.co_quan, book)
    if agency is None:
        raise SourceError(
            f"cơ quan “{paper.co_quan.ma}” không có trong sổ cơ quan",
            where="co_quan",
            next_step="thêm cơ quan này vào sổ (co-quan.yaml), hoặc ghi co_quan: {ten: …}",
        )
    signer = paper.nguoi_ky
    own = agency.nguoi_ky or Signer()
    if signer is not None:
        lines = signer.quyen_han or own.quyen_han
        agency = agency.model_copy(update={"nguoi_ky": Signer(quyen_han=lines, ho_ten=signer.ho_ten)})
    return agency.model_copy(update={"dia_danh": paper.dia_danh or agency.dia_danh})


def _head(
    paper: PlainPaper, kind: Kind, agency: Agency, book: AgencyBook, *, draft: bool, year: int | None
) -> Letterhead:
    superior = agency.chu_quan
    if superior and book.find(superior) is None:
        book = AgencyBook(co_quan=[Agency(id=_SUPERIOR, ten=superior)])
        agency = agency.model_copy(update={"chu_quan": _SUPERIOR})
    return letterhead(
        agency,
        book,
        symbol=_symbol(paper, kind, agency),
        number=paper.so,
        day=paper.ngay,
        year=paper.ngay.year if paper.ngay else year,
        draft=draft,
    )


def _symbol(paper: PlainPaper, kind: Kind, agency: Agency) -> str:
    """Of a công văn, and of a thư công, which has no abbreviation either: agency and unit (Mục II.3.b)."""
    if paper.ky_hieu:
        return paper.ky_hieu
    if kind.viet_tat:
        return symbol_of(kind.viet_tat, agency)
    unit = agency.don_vi_soan_thao or fill("đơn vị soạn thảo")
    return f"{agency.ky_hieu or fill('ký hiệu cơ quan')}-{unit}"


def _subject(paper: PlainPaper, kind: Kind) -> str:
    """The subject; a công văn prints "V/v" before it, and some forms have none."""
    if not paper.trich_yeu:
        needed = {"trich_yeu", "trich_yeu_cong_van"} & set(kind.bat_buoc)
        return fill("trích yếu") if needed else ""
    if kind.ma == "cong_van":
        return lower_first(_ABOUT.sub("", paper.trich_yeu, count=1))
    return upper_first(paper.trich_yeu)


def _decider(paper: PlainPaper, kind: Kind, agency: Agency) -> dict[str, str]:
    decides = kind.ma in _DECIDED
    return {"tham_quyen": (paper.tham_quyen or _authority(agency)).upper()} if decides else {}


def _authority(agency: Agency) -> str:
    """Who decides: the body itself where it is signed for ("TM."), else the office of its head."""
    lines = agency.nguoi_ky.quyen_han if agency.nguoi_ky else []
    if not lines:
        return fill("THẨM QUYỀN BAN HÀNH")
    if lines[0].upper().startswith("TM."):
        return agency.ten
    return f"{_ACTING.sub('', lines[0])} {agency.ten}"


def grounds_of(texts: Sequence[str]) -> list[str]:
    """Lines of căn cứ as the decree marks them: ";" after each, "." after the last (Mục II.6.a)."""
    bare = [text.strip(" .;") for text in texts if text.strip(" .;")]
    lines = [text if _GROUND.match(text) else f"Căn cứ {text}" for text in bare]
    return [f"{line}{'.' if i == len(lines) else ';'}" for i, line in enumerate(lines, start=1)]


def _missing_grounds(kind: Kind) -> list[str]:
    """The sample forms of nghị quyết and quyết định show grounds; other kinds may go without."""
    return [fill("căn cứ ban hành") + "."] if kind.ma in _DECIDED else []


def _addressees(paper: PlainPaper, kind: Kind) -> list[str]:
    named = [name.strip(" -–;.") for name in paper.kinh_gui if name.strip(" -–;.")]
    needed = "kinh_gui" in kind.bat_buoc
    return named or ([fill("tên cơ quan, tổ chức, cá nhân nhận")] if needed else [])


def _text(blocks: Sequence[Block], kind: Kind, paper: PlainPaper) -> list[Block]:
    """The text with the numbers of its lists, and "./." at its end."""
    than = counted(blocks)
    if not than and kind.ma not in _WITHOUT_TEXT:
        than = [Block(cap="doan", chu=fill("nội dung"))]
    return than if kind.ma in _ENDED_BY_FORM else ended(than, END)


def _appendices(
    appendices: Sequence[Appendix], kind: Kind, paper: PlainPaper, agency: Agency, text: Sequence[Block]
) -> list[Appendix]:
    day = official_date(paper.ngay) if paper.ngay else f"ngày {fill('ngày, tháng, năm')}"
    number = padded(paper.so) if paper.so else fill("số")
    main = f"{kind.ten} số {number}/{_symbol(paper, kind, agency)} {day} của {agency.ten}"
    said = paper.kem_theo.strip("() .") if paper.kem_theo else main
    before = list(text)
    made = []
    for appendix in appendices:
        than = counted(appendix.than, after=before)
        before += than
        name = appendix.ten or fill("TÊN PHỤ LỤC")
        made.append(
            Appendix(
                so=appendix.so,
                ten=name,
                ngang=appendix.ngang,
                than=ended(than, END),
                kem_theo=f"(Kèm theo {said})",
            )
        )
    return made


def _receivers(paper: PlainPaper, kind: Kind, agency: Agency, text: Sequence[Block]) -> list[str]:
    """The lines under "Nơi nhận:"; the last one keeps a copy (Mục II.9.d)."""
    named = [name.strip(" -–;.") for name in paper.noi_nhan if name.strip(" -–;.")]
    if paper.kem_theo or (not named and kind.ma in _WITHOUT_RECEIVERS):
        return []
    kept = [name for name in named if _KEEP.match(name)]
    others = [name for name in named if not _KEEP.match(name)]
    as_above = bool(paper.kinh_gui) or "kinh_gui" in kind.bat_buoc
    others = [name for name in others if not (as_above and name.casefold() == "như trên")]
    kept = [name for name in kept if _keep_words(name) != _KEPT_BARE or kind.ma == "giay_gioi_thieu"]
    keep = f"- {_keep_words(kept[-1])}." if kept else keep_line(agency)
    if not others and not as_above:
        articles = sum(block.cap in ("dieu", "dieu_khong_tieu_de") for block in text)
        others = [f"Như Điều {articles}"] if articles and kind.ma in _DECIDED else [_usual(paper, kind)]
    return recipients(others, keep, as_above=as_above)


def _usual(paper: PlainPaper, kind: Kind) -> str:
    """Who receives it by its form, where the file names nobody (Mẫu 1.8, 1.10)."""
    if isinstance(paper, LeaveForm) and paper.ong_ba:
        return paper.ong_ba
    return "Như trên" if kind.ma == "giay_gioi_thieu" else fill("nơi nhận")


def _keep_words(text: str) -> str:
    """ "Lưu: VT, …" whatever mark stands behind "Lưu"."""
    return f"Lưu: {_KEEP.sub('', text).strip(' :')}"


def _require_complete(document: PlainDocument) -> None:
    missing = blanks(document)
    if missing:
        raise SourceError(
            f"bản chính thức còn {len(missing)} chỗ chưa điền: {'; '.join(dict.fromkeys(missing))}",
            where="du_thao",
            next_step="điền trong tệp, hoặc bỏ du_thao: false khi còn là dự thảo",
        )
