"""How tags are written: closed, straight, in one look."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.template import rules_of_tags as rules
from vanban.check.template.reading import (
    CURLY_QUOTES,
    STATEMENTS,
    TemplateReading,
    near_statement,
    plain,
)
from vanban.check.template.rules_of_words import STATEMENT
from vanban.model.finding import Finding, Place
from vanban.model.shape import paths
from vanban.model.sheet import Paragraph
from vanban.word.template_tags import Tag, shortened

_ENDS: Final = {"value": "}}", "statement": "%}", "comment": "#}"}
_LOOSE: Final = re.compile(r"(p|tr|tc)\s+(for|if|elif|else|endif|endfor|set)\b")
_STUCK: Final = re.compile(r"(p|tr|tc)[\xa0\u202f\u2007]*(for|if|elif|else|endif|endfor|set)\b")
_ELSEWHERE: Final = ("include", "import", "from", "extends", "macro", "call", "block")
_ONE_BRACE: Final = re.compile(r"(?<!\{)\{\s*([a-zA-Z_][\w.]*)\s*\}(?!\})")


def check_writing(reading: TemplateReading) -> Iterator[Finding]:
    """Findings on each tag by itself, and on words that were meant as tags."""
    for tag in reading.tags:
        if tag.kind == "stray" or not tag.opened:
            yield _stray(reading, tag)
        elif not tag.closed:
            yield _unclosed(reading, tag)
        elif tag.kind != "comment":
            yield from _whole(reading, tag)
    names = {path.rpartition(".")[2] for path, _, _ in paths(reading.kind.du_lieu)}
    for paragraph in reading.sheet.paragraphs:
        if "{" in paragraph.text:
            yield from _one_brace(reading, paragraph, names)


def _stray(reading: TemplateReading, tag: Tag) -> Finding:
    closer = tag.source[-2:]
    opener = {"}}": "{{", "%}": "{%", "#}": "{#"}[closer]
    what = f"dấu {closer} không có {opener} đứng trước"
    if tag.kind == "statement":
        remedy = f"viết {{%{_meant(tag)} %}}"
    elif tag.kind == "value":
        remedy = f"viết {{{{ {tag.body} }}}}"
    else:
        remedy = f"gõ {opener} ở đầu thẻ, hoặc xóa {closer}"
    return reading.finding(rules.STRAY, tag, what, remedy)


def _meant(tag: Tag) -> str:
    return f"{tag.scope or 'p'} {tag.body}"


def _unclosed(reading: TemplateReading, tag: Tag) -> Finding:
    end = _ENDS[tag.kind]
    wrong = tag.source[-2:] if tag.source[-2:] in ("}}", "%}") else tag.source[-1:]
    if wrong.endswith("}"):
        remedy = f"thay {wrong} ở cuối thẻ bằng {end}"
    else:
        remedy = f"gõ {end} ở cuối thẻ, trong cùng một đoạn"
    return reading.finding(rules.UNCLOSED, tag, f"thẻ “{tag.source}” thiếu {end}", remedy)


def _whole(reading: TemplateReading, tag: Tag) -> Iterator[Finding]:
    if tag.kind == "statement":
        yield from _statement(reading, tag)
    if tag.scope and "\xa0" in tag.source[:6]:
        yield reading.finding(
            rules.NO_SPACE,
            tag,
            f"sau “{tag.scope}” trong thẻ là dấu cách không ngắt",
            "xóa dấu cách ấy rồi gõ lại một dấu cách thường",
        )
    yield from _extra_brace(reading, tag)
    if CURLY_QUOTES.search(tag.source):
        yield reading.finding(
            rules.CURLY,
            tag,
            f"thẻ {tag.source} có dấu nháy cong",
            "gõ Ctrl+Z ngay sau khi Word tự đổi nháy, hoặc dán nháy thẳng '",
        )
    if tag.looks > 1:
        yield reading.finding(
            rules.TWO_LOOKS,
            tag,
            f"thẻ {tag.source} có {tag.looks} định dạng chữ khác nhau",
            "chọn cả thẻ rồi đặt lại một định dạng",
        )


def _extra_brace(reading: TemplateReading, tag: Tag) -> Iterator[Finding]:
    place = tag.place
    before, after = place.text[: place.start][-1:], place.text[place.end :][:1]
    for sign, found in (("{", before), ("}", after)):
        if found == sign:
            yield reading.finding(
                rules.STRAY, tag, f"thẻ {tag.source} thừa một dấu {sign} ở ngoài", f"xóa dấu {sign} thừa"
            )


def _statement(reading: TemplateReading, tag: Tag) -> Iterator[Finding]:
    body = plain(tag)
    if not tag.scope and (found := _LOOSE.match(body)):
        right = f"{{%{found[1]} {body[found.end(1) :].strip()} %}}"
        yield reading.finding(
            rules.LOOSE_SCOPE, tag, f"“{found[1]}” trong thẻ {tag.source} viết rời", f"viết {right}"
        )
    elif not tag.scope and (found := _STUCK.match(body)):
        right = f"{{%{found[1]} {body[found.start(2) :].strip()} %}}"
        yield reading.finding(
            rules.NO_SPACE, tag, f"thẻ {tag.source} thiếu dấu cách sau “{found[1]}”", f"viết {right}"
        )
    elif tag.word not in STATEMENTS:
        word, near = tag.word or body.split(" ")[0], near_statement(body)[0]
        if word in _ELSEWHERE:
            remedy = "bỏ thẻ này: mẫu không được lấy gì từ tệp khác"
        elif near:
            remedy = f"có phải bạn muốn “{near.split(' ')[0]}”?"
        else:
            remedy = "dùng một trong các lệnh: for, if, elif, else, endfor, endif, set"
        yield reading.finding(STATEMENT, tag, f"lệnh “{word}” trong thẻ {tag.source} không có", remedy)


def _one_brace(reading: TemplateReading, paragraph: Paragraph, names: set[str]) -> Iterator[Finding]:
    inside = [
        (tag.place.start, tag.place.end) for tag in reading.tags if tag.place.paragraph == paragraph.number
    ]
    for found in _ONE_BRACE.finditer(paragraph.text):
        known = found[1].rpartition(".")[2] in names
        if known and not any(start <= found.start() < end for start, end in inside):
            yield rules.ONE_BRACE.finding(
                Place(tep=reading.file, doan=paragraph.number, trang=paragraph.page),
                f"“{found[0]}” chỉ có một ngoặc nên được in nguyên ra giấy",
                trich=shortened(paragraph.text, found.start()),
                cach_sua=f"viết {{{{ {found[1]} }}}}",
                vi_tri=found.span(),
            )
