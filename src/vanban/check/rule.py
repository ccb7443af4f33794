"""A rule: what it looks for, why, by which clause, with an example of the wrong and of the right.

The manual of rules is made from these records, so each must be readable by an official who never
saw the code.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model.finding import Finding, Place, Severity
from vanban.model.mend import Mend


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of checking.

    `ma` is its id ("ke-hoach.so-trung"), `muc` how grave its findings are unless a finding is milder,
    `ten` a short name, `vi_sao` why it matters, `can_cu` the clause or CUSTOM, `sai` and `dung` an
    example each. `sua_duoc` tells whether some of its findings can be mended by the program.
    """

    ma: str
    muc: Severity
    ten: str
    vi_sao: str
    can_cu: str
    sai: str
    dung: str
    sua_duoc: bool = False

    def finding(
        self,
        noi: Place,
        loi_van: str,
        *,
        trich: str = "",
        cach_sua: str | None = None,
        muc: Severity | None = None,
        vi_tri: tuple[int, int] | None = None,
        sua: Sequence[Mend] = (),
    ) -> Finding:
        """A finding of this rule; `muc` only where this one is graver or milder than the rule's own.

        The mark of a shortened quotation is taken off `trich`, so that its words can be found in the text.
        """
        return Finding(
            ma=self.ma,
            muc=muc or self.muc,
            noi=noi,
            loi_van=loi_van,
            trich=trich.removesuffix(" …"),
            can_cu=self.can_cu,
            cach_sua=cach_sua,
            vi_tri=vi_tri,
            sua=list(sua),
        )
