"""The shapes of months, seasons, years, decades and centuries in Serbian prose, as patterns over a plain copy
(`core.months.plain_copy`)."""

from archive_app.core.months import SERBIAN_MONTH
from archive_app.language.dating.fragments import (
    BETWEEN,
    IN_YEAR,
    MONTH_WORD,
    OF_YEAR,
    OWN_YEAR,
    ROMAN_MONTH,
    M,
    N,
)
from archive_app.language.dating.lone_years import LONE_YEARS
from archive_app.language.dating.periods import CENTURY, CENTURY_NAMED_LATER, DECADE, PART
from archive_app.language.dating.words import GAP
from archive_app.language.dating.years import (
    COUNTED,
    FULL_WORDS,
    LATE_WORDS,
    LONE_YEAR,
    SHORT_ENDED,
    SHORT_FIGURES,
    WITH_YEAR_WORD,
    YEAR_ENDING,
    YEAR_WORD,
    year_pattern,
)

_CHRIST = r"(?P<bc>,? (?:pre|prije) (?:nove ere|n\. ?e\.|hrista|hr\.)|,? p\. ?n\. ?e\.)?"
_SEASON = r"(?:pro(?:l|ļ|lj)ec[ea]|(?:l|ļ|lj)et[oai]|jesen[is]?|zim[uaei])"
_LED_SEASON = (
    r"(?:(?:u|s|sa|na|tokom|pred|krajem|pocetkom|sredinom) ?)?(?:(?:rano|kasno|ranu|kasnu|ranog|samu|samo) )?"
)
_SAME_YEAR = r"(?P<same>(?:te iste|te|iste) godine)\b"
_FIGURES = r"(?P<y>1[89]\d\d|20\d\d)(?!\d|[.,/-]\d)"
_NO_NUMBER = r"(?<![a-zđļń\d.-])"
_CLAUSE_GOES_ON = (
    r"(?=\.?[,;:)!?\]\n]|\.(?!\d)|$| (?:kad|kada|i|a|je|su|sam|smo|se|bi|bila|bio|bilo|bili|bese|behu|pa|te|dok|na|u"
    r"|po|do|god)\b)"
)

YEAR_SHAPES: dict[str, str] = {
    "part_of_month": rf"\b(?P<part>{PART}) {MONTH_WORD}{M}{OWN_YEAR}",
    "decade": DECADE,
    "century_named_later": CENTURY_NAMED_LATER,
    "century": CENTURY,
    "part_of_year": rf"\b(?P<part>{PART}) (?:godine )?{year_pattern('y')}",
    # I–VI 1940
    "roman_months": rf"{_NO_NUMBER}(?P<figure>{ROMAN_MONTH})\.? ?(?:-|/|do) ?(?P<other>{ROMAN_MONTH})\.? {_FIGURES}"
    rf"(?:{WITH_YEAR_WORD})?",
    # XII 1944
    "roman_month": rf"{_NO_NUMBER}(?P<figure>{ROMAN_MONTH})\.?(?: |-|/){_FIGURES}(?:{WITH_YEAR_WORD})?",
    "months": rf"{BETWEEN}?\b{M}(?:{GAP},?{GAP}{year_pattern('y')})?\.?{GAP}(?:(?P<dash>-|/)|\bdo\b){GAP}{MONTH_WORD}"
    rf"\b{N}(?!{GAP}\d\d?\.)(?:{GAP},?{GAP}{year_pattern('z')})?{IN_YEAR}",
    "month_of_year": rf"\b(?:m(?:j)?esec(?:a|u)? )?{M}{GAP},?{GAP}{OF_YEAR}{year_pattern('y')}",
    # leta 1848, u mesecu maju
    "year_month": rf"\b(?:godine|leta|ļeta|lata|god\.) (?P<y>{LONE_YEAR})\.?,? (?:u )?{MONTH_WORD}{M}"
    r"(?! (?:i|do)\b| ?[-\d])",
    "seasons": rf"\b(?:(?P<from>od )|{_LED_SEASON})(?P<season>{_SEASON}) ?(?:-|/|do|i) ?(?:u )?(?P<other>{_SEASON}) "
    rf"{OF_YEAR}(?:{year_pattern('y')}|{_SAME_YEAR})",
    "season": rf"\b{_LED_SEASON}(?P<season>{_SEASON}),? "
    rf"{OF_YEAR}(?:{year_pattern('y')}(?:[/-](?P<winter>\d\d|\d{{4}})\b(?:{WITH_YEAR_WORD})?)?|{_SAME_YEAR}"
    r"|(?P<next>(?:naredne|sledece|sljedece|iduce) godine)\b|(?P<last>(?:prethodne|prosle|minule) godine)\b)",
    # 1941–1945, od 1919. do 1921, školske 1934/35. godine
    "years": r"(?<![\d.,/-])(?P<between>\b(?:od|(?P<izm>izme(?:đ|dj)u)) )?(?P<word>godin[ea] )?"
    r"(?P<y>1[1-9]\d\d|20\d\d)\.?(?P<to> ?[-/] ?| do (?:godine )?|(?(izm) i ))"
    r"(?P<z>1[1-9]\d\d|20\d\d|\d\d|\d(?=[ .]))(?!\d|[.,-]\d)"
    rf"(?:(?P<end>{YEAR_ENDING}[.;]?,? ?(?:(?:skolske|poslovne|budzetske) )?{YEAR_WORD}"
    rf"|(?=\.?[.,;:)\]\n]|$))|{COUNTED})",
    "reigns": r"(?<=[a-zđļń] )\((?P<y>[3-9]\d\d|1\d{3}) ?- ?(?P<z>[3-9]\d\d|1\d{3})\)",
    "year_in_words": rf"(?P<y>{FULL_WORDS})(?: ?{YEAR_WORD})?"
    rf"|(?<!svoje )(?<!moje )(?P<z>{LATE_WORDS}) godine\b(?! (?:zivota|starosti|svog|moga|mog))"
    r"|\b(?:od|do|iz|jos|one|te|posle|pre|nakon|prolec[aei]|jesen[i]?|l?[jļ]?et[aou]|zim[eu]|ratne|kobne|vec) "
    rf"(?P<v>{LATE_WORDS}){_CLAUSE_GOES_ON}|(?P<w>{LATE_WORDS})(?=[,;)]|\.(?!\d)| (?:sam|smo|su|se)\b)"
    rf"|(?P<t>{SHORT_FIGURES})(?:{WITH_YEAR_WORD})?"
    rf"|(?P<x>{SHORT_ENDED}(?:(?<=4\d-..)|(?<=4\d-.)|(?= godin)))(?: ?{YEAR_WORD})?",
    "year": rf"(?P<about>\boko )?(?<![\d.,/-])(?:(?P<y>[1-9]\d{{2,3}})(?:\.|-[tvgm][eouia]j?)[;]?,? ?{YEAR_WORD}"
    r"|(?P<z>1\d{3}|20\d\d)(?:-(?:e|oj|u|a)\b)? ?(?:godin[eiu]\b|godinom\b|god\b\.?|g\.|l?etu\b))"
    rf"(?! (?:dana|star|zivota)){_CHRIST}"
    r"|\b(?:godin(?:a|e|i|u)|leta|ļeta|ljeta|god[.:]|g[.:]|lata)(?: gospod(?:nj|ń)eg?a?)? "
    rf"(?P<v>1\d{{3}}|20\d\d){YEAR_ENDING}(?!\d|[.,]\d{{3}})(?! ?[-/] ?\d)",
    "lone_year": LONE_YEARS,
    "month": rf"\b(?:(?:m(?:j)?esec(?:a|u|om)?) )?(?P<m>{SERBIAN_MONTH})(?: m(?:j)?esec(?:a|u)\b)?{IN_YEAR}",
}
