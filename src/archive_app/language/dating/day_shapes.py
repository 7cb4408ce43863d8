"""The shapes of days and ranges of days in Serbian prose, as patterns over a plain copy (`core.months.plain_copy`)."""

from archive_app.language.dating.feasts import FEAST
from archive_app.language.dating.fragments import (
    ABOUT,
    BETWEEN,
    ENDED,
    FIGURE,
    IN_YEAR,
    MONTH_WORD,
    OF_YEAR,
    OTHER_YEAR,
    OWN_YEAR,
    ROMAN_MONTH,
    D,
    E,
    M,
    N,
    day_pattern,
    month_pattern,
)
from archive_app.language.dating.words import GAP, ORDINAL_DAY, PART_AFTER, PART_BEFORE
from archive_app.language.dating.years import LONE_YEAR, YEAR_ENDING, YEAR_WORD, year_pattern

_RANGE_OF = rf"{GAP}(?P<to>-|\b(?:i|do|na)\b){GAP}"
_OLD_OR_NEW = (
    r"(?:,? po (?:starom|novom|julijanskom|gregorijanskom)(?: kalendaru| stilu)?"
    r"| [nsg]\. ?(?:st|k|s)\.| st\. ?(?:st|k)\.)?"
)
_NO_UNIT = (
    r"(?!\.? ?(?:korpus|divizij|brigad|armij|puk|bata|razred|vek|vijek|knjig|kńig|glav|region|odel|cet))"
)
_FULL_STOP = r"(?:\.(?= (?:te|iste|ove|tekuce|prosle|naredne|[to]\.) ?g))?"
_MONTH_FIGURE = rf"(?P<figure>(?:1[0-2]|0?\d)(?!\d)|{ROMAN_MONTH})"
_GODINE = r"\b(?:godine |leta |ļeta |lata |god\. )?"

DAY_SHAPES: dict[str, str] = {
    # Godine 1842, 28. septembra
    "year_first": rf"{_GODINE}(?P<y>{LONE_YEAR}){YEAR_ENDING}\.?(?: ?{YEAR_WORD})?,? (?:(?:na dan|dana) )?"
    rf"(?P<a>\d{{1,2}}(?![\d])|{ORDINAL_DAY}){ENDED}{GAP}{M}(?!{GAP},?{GAP}(?:1\d|20)\d\d)",
    # 1388, oktobra 7; leta 1734, meseca avgusta 6. dan; oktobra 3, 1813
    "month_first": rf"{_GODINE}(?:gospod(?:nj|ń)eg?a? )?(?P<y>{LONE_YEAR}){YEAR_ENDING}\.?(?: ?{YEAR_WORD})?,? "
    rf"{MONTH_WORD}{M},? (?:u |dana )?(?P<a>\d{{1,2}}(?![\d])|{ORDINAL_DAY}){ENDED}(?: dana?\b)?"
    rf"|\b{MONTH_WORD}{month_pattern('n')} (?P<b>\d{{1,2}})(?:\.|-[a-z]{{1,3}})?,? (?P<z>{LONE_YEAR})(?!\d)",
    # između 28. septembra i 3. oktobra 1944; 28. juna (11. jula) 1876
    "two_days": rf"{PART_BEFORE}{BETWEEN}?{D}{ENDED}{GAP}{M}(?:{GAP},?{GAP}{year_pattern('y')})?\.?"
    rf"(?:{_RANGE_OF}|{GAP}(?P<styles>/|(?P<open>\())\.?{GAP}){E}{ENDED}{GAP}{N}"
    rf"(?(open){_OLD_OR_NEW}\)?){OTHER_YEAR}(?(open){_OLD_OR_NEW}\)?)",
    # između 18. i 19. oktobra, noću 18/19. oktobra, 14–16. oktobra, 15. (28.) juna
    "days": rf"{PART_BEFORE}{BETWEEN}?(?:{day_pattern('c')}\.?, ?)?{D}{ENDED}{GAP}"
    rf"(?P<to>-|/|\b(?:i|do|na|ili)\b|\((?=\d\d?\.?\))){GAP}(?:na )?"
    rf"(?P<until>(?:jutra|podneva|veceri|ponoci|zore|mraka) )?{E}{ENDED}\)?\.?{GAP}{MONTH_WORD}{M}"
    rf"{OWN_YEAR}{PART_AFTER}",
    "day": rf"{PART_BEFORE}{ABOUT}{D}{ENDED}{GAP}{MONTH_WORD}{M}{OWN_YEAR}{PART_AFTER}",
    # 25. IX – 5. X 1943
    "figure_two_days": rf"{PART_BEFORE}{BETWEEN}?{FIGURE}(?:\. ?| )(?P<figure>{ROMAN_MONTH})"
    rf"(?:\.? ?{year_pattern('y')})?\.? ?(?P<to>-|/|\b(?:i|do)\b) ?(?P<b>\d{{1,2}})(?:\. ?| )"
    rf"(?P<other>{ROMAN_MONTH})\.? ?{year_pattern('z')}",
    # 22-24. 11. 1942, noću 18/19. X 1944
    "figure_days": rf"{PART_BEFORE}{BETWEEN}?{FIGURE}\.? ?(?P<to>-|/|\b(?:i|do|na|ili)\b) ?(?P<b>\d{{1,2}})"
    rf"(?:\. ?|/| (?=[ivxh])){_MONTH_FIGURE}\.? ?{year_pattern('y')}",
    # 20.10.1944, 20. X 1944, 20. X 44
    "figures": rf"{PART_BEFORE}{ABOUT}{FIGURE}(?:\. ?|/|\.?-(?=[ivxh])|-(?=\d\d?-)| (?=[ivxh])){_MONTH_FIGURE}"
    rf"(?:\. ?| |[/-])(?:{year_pattern('y')}|(?P<z>\d\d)(?!\d|[.,:/-]\d)(?:\. ?{YEAR_WORD})?){PART_AFTER}",
    # 8. X
    "roman": rf"{PART_BEFORE}(?<![\d.,:/-])(?P<a>\d{{1,2}})(?:\. ?|/)(?P<figure>[ivxh]{{1,4}})(?![a-zđļńǆ\d])"
    rf"{_NO_UNIT}{_FULL_STOP}{IN_YEAR}{PART_AFTER}",
    # 15/16. III
    "roman_days": rf"{PART_BEFORE}{BETWEEN}?{FIGURE}\.? ?(?P<to>-|/|\b(?:i|do|na)\b) ?(?P<b>\d{{1,2}})\. ?"
    rf"(?P<figure>{ROMAN_MONTH}){_NO_UNIT}{_FULL_STOP}{IN_YEAR}{PART_AFTER}",
    "iso": r"(?<![\d-])(?P<y>1\d{3}|20\d\d)-(?P<figure>0\d|1[0-2])-(?P<a>\d\d)(?![\d-])",
    "feast": r"(?P<before>\b(?:u ?oci|pred|na|o|oko|od|do|po|posle|poslije|nakon|pre|prije|za|u|sam|dan) )?"
    rf"\b(?:sam |samo |samoga? )?(?P<feast>{FEAST})(?:,? {OF_YEAR}{year_pattern('y')})?{IN_YEAR}",
}
