"""Bring the forms of one word together: spelling, irregular plurals, plurals and verb endings.

`stem` gives the form under which a word is indexed and looked for. It is meant for comparing, not
for reading: "tumours" and "tumor" both become "tumor", "staging" and "stages" both become "stag".
It only joins what means the same: "organ" and "organisation", "live" and "liver" stay apart.
"""

import re
from functools import cache, lru_cache

# British to American spelling, in this order. Some rules reach words that have no second spelling
# ("exercise" becomes "exercize"); that is harmless because index and query are changed alike.
_SPELLING = (
    (r"(tum|col|fav|hav|hum|vap|neighb|hon|flav|harb|rum|vig|\bod|\blab)our", r"\1or"),
    (r"oesoph", "esoph"),
    (r"oedema", "edema"),
    (r"(rrh|pn)oea", r"\1ea"),
    (r"\b(c)oel(i|o)", r"\1el\2"),
    (r"\boestr", "estr"),
    (r"\bfoet", "fet"),
    (r"homoeo", "homeo"),
    (r"aem(?=[aiouor])", "em"),
    (r"anaesth", "anesth"),
    (r"paed", "ped"),
    (r"gynaec", "gynec"),
    (r"(?:\b|(?<=ileo))(c|f)aec", r"\1ec"),
    (r"\baetiolog", "etiolog"),
    (r"\bcaesar", "cesar"),
    (r"\bnaev", "nev"),
    (r"manoeuv(re|er)", "maneuver"),
    (r"sulph", "sulf"),
    (r"(lit|cent|fib|met|calib|tit|goit|theat)re(?=s?\b)", r"\1er"),
    (r"(lit|cent|fib|calib)red\b", r"\1ered"),
    (r"\bfibreo", "fibero"),
    (r"(catal|anal|dial|homol)ogue", r"\1og"),
    (r"(anal|paral|catal|dial|hydrol)ys(?=e[dr]?\b|ing\b)", r"\1yz"),
    (r"is(?=ations?\b)", "iz"),
    (r"(?<=\w\w)is(?=e[sdr]?\b|ers\b|ing\b)", "iz"),
)
_SPELLING_WORDS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "defence": "defense",
    "dietician": "dietitian",
    "dieticians": "dietitians",
    "counsellor": "counselor",
    "counsellors": "counselors",
    "enroll": "enrol",
    "fulfil": "fulfill",
    "grey": "gray",
    "haem": "heme",
    "instil": "instill",
    "judgement": "judgment",
    "licence": "license",
    "mould": "mold",
    "neurone": "neuron",
    "neurones": "neurons",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "programme": "program",
    "programmes": "programs",
    "sceptical": "skeptical",
    "speciality": "specialty",
    "tumoral": "tumor",
    "tumorous": "tumor",
}
# Forms that no rule brings together; each row becomes its first word.
_IRREGULAR_ROWS = """
    metastas metastasis metastases metastatic mets
    metastas metastasize metastasizes metastasized metastasizing
    diagnos diagnosis diagnoses diagnostic
    prognos prognosis prognoses prognostic
    cirrhos cirrhosis cirrhoses cirrhotic
    fibros fibrosis fibroses fibrotic
    necros necrosis necroses necrotic
    stenos stenosis stenoses stenotic
    thrombos thrombosis thromboses
    steatos steatosis steatoses steatotic
    anastomos anastomosis anastomoses
    analys analysis analyses analyze analyzed analyzer analyzing
    dialys dialysis dialyses
    prosthes prosthesis prostheses
    hypothes hypothesis hypotheses
    crisis crises
    axis axes
    basis bases
    nucleus nuclei
    focus foci focal
    locus loci
    thrombus thrombi
    embolus emboli
    calculus calculi
    bronchus bronchi
    stimulus stimuli
    fungus fungi
    bacterium bacteria
    criterion criteria
    datum data
    ovum ova
    serum sera
    diverticulum diverticula
    ganglion ganglia
    index indices
    appendix appendices
    vertebra vertebrae
    sequela sequelae
    fistula fistulae
    bursa bursae
    lumen lumina
    foramen foramina
    adenoma adenomata
    carcinoma carcinomata
    hematoma hematomata
    man men
    woman women
    child children
    person people persons
    foot feet
    tooth teeth
    half halves
    ache aches aching ached
    age ages aged aging
    die dies died dying
    lie lies lying
    use uses used using
    eat eats eating ate eaten
    give gives giving gave given
    take takes taking took taken
    find finds finding findings found
    cure cures cured curing curable curative
    begin begins beginning began begun
    grow grows growing grew grown
    spread spreads spreading
    feel feels feeling felt
    evening evenings
    lens lenses
    gas gases
    plane planes
    scare scares scared
    series
    species
    aids
"""
_IRREGULAR = {
    word: row.split()[0] for row in _IRREGULAR_ROWS.strip().splitlines() for word in row.split()
}
_METASTASIS = r"(.+)metasta(?:s[ie]s|tic|siz(?:e[sd]?|ing))"
_VOWELS = frozenset("aeiouy")
_SHORTEST = 4  # shorter words are never cut: "gas", "CTs", "was"


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return the form under which a folded word is indexed."""
    word = american(word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    compound = re.fullmatch(_METASTASIS, word)
    if compound:  # oligometastases, micrometastatic
        return f"{compound[1]}metastas"
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    return _without_silent_e(_without_verb_ending(_singular(word)))


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return a folded word in American spelling; works on the beginning of a word as well."""
    if word in _SPELLING_WORDS:
        return _SPELLING_WORDS[word]
    for pattern, replacement in _spelling_rules():
        word = pattern.sub(replacement, word)
    return _SPELLING_WORDS.get(word, word)


@lru_cache(maxsize=4096)
def root(word: str) -> str:
    """Return what a word has in common with words that are made of it, by Porter's algorithm.

    Porter, "An algorithm for suffix stripping", 1980. It joins more than means the same ("oper" of
    operate, operation and operable), so it only says what may be looked for besides.
    """
    from whoosh.lang.porter import stem as porter  # noqa: PLC0415 - who folds a text needs it not

    return str(porter(word)) if word.isalpha() else word


# How letters sound, in this order: what is misheard or spelled by ear becomes alike.
_SOUNDS = (
    (r"^(?:ps)", "s"),
    (r"^(?:[pkg]n)", "n"),
    (r"^wr", "r"),
    (r"ph", "f"),
    (r"rh", "r"),
    (r"(?:ck|ch|qu|q|k|x)", "k"),
    (r"sc(?=[eiy])", "s"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"z", "s"),
    (r"(?:ae|oe|ea|ee)", "e"),
    (r"y", "i"),
    (r"ou", "u"),
    (r"(.)\1", r"\1"),
)


def sound(word: str) -> str:
    """Return how a word is spelled by ear: "quimotherapy" and "chemotherapy" differ by a letter."""
    for pattern, replacement in _SOUNDS:
        word = re.sub(pattern, replacement, word)
    return word


@cache
def _spelling_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile the rules at their first use: importing this module costs no time."""
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _SPELLING)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "shes", "ches")) and len(word) > _SHORTEST:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > _SHORTEST:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and not word.endswith("eed"):
            return _verb(root) or word
    return word


def _verb(root: str) -> str:
    """Return the verb for what is left without -ing or -ed, or "" if that is no verb."""
    if len(root) < 3 or not _VOWELS.intersection(root):  # noqa: PLR2004 "string", "during"
        return ""
    doubled = root[-1] == root[-2] and root[-1] not in "aeioslz"
    if doubled or (root.endswith("ll") and len(root) > 5):  # noqa: PLR2004 "swell", but "label"
        return root[:-1]
    one_vowel = root[-2] in _VOWELS and root[0] not in _VOWELS and root[-1] not in _VOWELS
    if len(root) == 3 and one_vowel and root[-1] not in "wx":  # noqa: PLR2004 "dosed", "cared"
        return f"{root}e"
    return root


def _without_silent_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word
