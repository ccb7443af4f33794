"""Kinds of paper with a form of their own in Phụ lục III: the fields that the form asks for.

The description of a field is the hint of its blank where a file leaves it out.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from vanban.model.record import Record, Text


def _one_is_a_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[Text], BeforeValidator(_one_is_a_list, json_schema_input_type=str | list[str])]
"""A list of texts; a single text is a list of one."""


class Party(Record):
    """One side of a contract or agreement: who it is, and who signs for it."""

    ten: Text
    quyen_han: Texts = Field(default_factory=list)
    ho_ten: Text | None = None


class InvitationForm(Record):
    """What Mẫu 1.7 asks for: who is invited, to what, who chairs, when, where."""

    kinh_moi: Text = Field("", description="tên cơ quan, hoặc họ tên, chức vụ người được mời")
    toi_du: Text = Field("", description="tên cuộc họp, hội nghị, hội thảo")
    chu_tri: Text = Field("", description="người chủ trì")
    thoi_gian: Text = Field("", description="giờ, ngày, tháng, năm")
    dia_diem: Text = Field("", description="địa điểm")


class IntroductionForm(Record):
    """What Mẫu 1.8 asks for: who is introduced, to whom, on what matter, until when."""

    ong_ba: Text = Field("", description="họ và tên người được giới thiệu")
    chuc_vu: Text = Field("", description="chức vụ, đơn vị công tác")
    cu_den: Text = Field("", description="cơ quan, tổ chức được giới thiệu tới làm việc")
    ve_viec: Text = Field("", description="nội dung công việc")
    gia_tri_den: Text = Field("", description="ngày, tháng, năm")


class LeaveForm(Record):
    """What Mẫu 1.10 asks for: who takes leave, when, where, and how the days are counted."""

    ngay_don: Text = Field("", description="ngày của đơn")
    ong_ba: Text = Field("", description="họ và tên người nghỉ phép")
    chuc_vu: Text = Field("", description="chức vụ, đơn vị công tác")
    thoi_gian: Text = Field("", description="số ngày nghỉ")
    tu_ngay: Text = Field("", description="ngày bắt đầu")
    den_ngay: Text = Field("", description="ngày kết thúc")
    noi_nghi: Text = Field("", description="nơi nghỉ phép")
    tinh_vao: Text = Field("", description="nghỉ hằng năm, nghỉ việc riêng hay nghỉ không hưởng lương")
    co_xac_nhan: bool = Field(False, description="có phần xác nhận của nơi nghỉ phép")


class MinutesForm(Record):
    """What Mẫu 1.9 asks for: when, where, who was there, who chaired, who wrote, when it ended."""

    bat_dau: Text = Field("", description="giờ, ngày, tháng, năm bắt đầu")
    dia_diem: Text = Field("", description="địa điểm")
    thanh_phan: Texts = Field(
        default_factory=list, description="họ tên, chức vụ từng người hoặc từng cơ quan"
    )
    chu_toa: Text = Field("", description="họ tên, chức vụ người chủ trì")
    thu_ky: Text = Field("", description="họ tên người ghi biên bản")
    ket_thuc: Text = Field("", description="giờ, ngày, tháng, năm kết thúc")


class TelegramForm(Record):
    """What Mẫu 1.6 asks for: who sends the telegram, and to whom."""

    noi_dien: Text = Field("", description="chức danh hoặc cơ quan điện")
    nhan_dien: Texts = Field(default_factory=list, description="cơ quan, tổ chức nhận điện")


class PartiesForm(Record):
    """Who signs a contract, an agreement, a memorandum; the sample forms show none."""

    cac_ben: list[Party] = Field(default_factory=list, description="các bên ký")
