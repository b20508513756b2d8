"""Words in American spelling, found by their patterns."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_PATTERNS = (
    r"(?:tumor|favor|behavior|neighbor|rumor|vapor|harbor)\w*",
    r"(?:color|humor|odor|honor|labor)(?:s|ed|ing|ful|less|able)?",
    r"(?:esophag|edema|diarrhea|hemorrh|hemat|anesthe|pediatric|gynecolog|etiolog|orthopedic)\w*",
    r"hemo(?:globin|lysis|lytic|stasis|static|dynamic|dialysis|philia)s?",
    r"(?:estrogen|maneuver)\w*",
    r"(?:an|leuk|isch|septic|ur|hypox|glyc|hyperglyc|hypoglyc|bacter|hyperkal|hypokal)emi[ac]s?",
    r"(?:hyper|hypo)(?:calc|natr)emi[ac]s?|bilirubinemia",
    r"dyspnea|apnea|cec(?:um|al)|celiac|feces|fecal|fetus(?:es)?|fetal",
    r"(?:milli|centi|kilo)?(?:liter|meter)s?|(?:cent|fib|calib|theat)ers?|centered",
    r"(?:anal|paral|catal|hydrol|dial)yz(?:e[ds]?|ing|ers?)",
    r"\w{3,}iz(?:e[ds]?|ing|ations?|ers?)",
    r"catalogs?|analogs?|dialogs?|aging|fulfill|skillful|enrollments?|judgment|mold|defense",
    r"artifacts?|sulfur|aluminum|(?:counsel|travel|label|cancel|model|signal)(?:ed|ing|ors?)",
)
_AMERICAN = re.compile("|".join(_PATTERNS))
# Words that look American and are not.
_BRITISH = frozenset({"capsize", "resize", "oversize", "downsize"})


def american_words(text: str) -> list[str]:
    """Return the words of a text that are in American spelling.

    >>> american_words("The tumor was analyzed at a size of 3 cm by colorectal surgeons.")
    ['tumor', 'analyzed']
    """
    return [
        word
        for word in _WORD.findall(text)
        if _AMERICAN.fullmatch(word.lower()) and word.lower() not in _BRITISH
    ]
