"""All checks of a template, in one call; and all their rules, for the manual."""

from vanban.check.rule import Rule
from vanban.check.template.blocks import check_blocks
from vanban.check.template.needs import check_needs
from vanban.check.template.placing import check_placing
from vanban.check.template.reading import TemplateReading
from vanban.check.template.rules_of_tags import TAG_RULES
from vanban.check.template.rules_of_words import WORD_RULES
from vanban.check.template.saying import Said, read_tags
from vanban.check.template.writing import check_writing
from vanban.law.decree import Decree, Kinds
from vanban.model.finding import Finding


def check_tags(reading: TemplateReading, decree: Decree, kinds: Kinds) -> tuple[list[Finding], Said]:
    """Every finding on the tags of a template, in the order of the file; and which fields it asks for."""
    said = read_tags(reading)
    found = [*check_writing(reading), *check_placing(reading), *check_blocks(reading), *said.findings]
    return [*found, *check_needs(reading, said, decree, kinds)], said


def template_rules() -> list[Rule]:
    """Every rule on templates."""
    return [*TAG_RULES, *WORD_RULES]
