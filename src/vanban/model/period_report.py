"""The Báo cáo tiến độ of one period: only what changed in it, and what comes next."""

from pydantic import Field

from vanban.model.record import Text
from vanban.model.report import (
    ChangeRow,
    Chart,
    CompareRow,
    OverdueRow,
    TableNumbers,
    TargetRow,
    TracedDocument,
)


class PeriodReportDocument(TracedDocument):
    """A Báo cáo tiến độ. Lists that are empty stand for what did not happen in the period."""

    mo_dau: Text
    ngay_chot: Text
    tong_hop: Text
    so_sanh: list[Text] = Field(default_factory=list)
    so_bang: TableNumbers = Field(default_factory=TableNumbers)
    bang_so_sanh: list[CompareRow] = Field(default_factory=list)
    bieu_do_nhom: Chart | None = None
    moi_xong: list[Text] = Field(default_factory=list)
    moi_qua_han: list[Text] = Field(default_factory=list)
    khong_doi: Text = ""
    chi_tieu: Text = ""
    bang_chi_tieu: list[TargetRow] = Field(default_factory=list)
    qua_han_mo_dau: Text
    bang_qua_han: list[OverdueRow] = Field(default_factory=list)
    kho_khan: list[Text] = Field(default_factory=list)
    ky_toi: list[Text] = Field(default_factory=list)
    kien_nghi: list[Text] = Field(default_factory=list)
    phu_luc_ten: Text
    phu_luc_kem_theo: Text
    phu_luc: list[ChangeRow] = Field(default_factory=list)
