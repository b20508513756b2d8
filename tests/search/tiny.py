"""A few invented sections, for every test of the search."""

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level
from livermets_desktop.search.indexer import build_index_in_memory
from livermets_desktop.search.searcher import Searcher

TITLES = {
    "ct-scan": ("CT scan", ("computed tomography", "CAT scan")),
    "tumour-markers": ("Tumour markers", ("CA 19-9", "CEA")),
    "what-is-it": ("What is a liver metastasis?", ("secondary liver cancer", "liver mets")),
    "chemotherapy": ("Chemotherapy", ("chemo", "5-FU")),
}
BOTH = {
    "ct-scan": [
        ("in-short", "In short", "A scan takes pictures of the liver in slices."),
        ("what-it-shows", "What it shows", "The scan shows most tumours larger than a pea."),
    ],
    "tumour-markers": [
        ("in-short", "In short", "Some tumours give off substances that a blood test finds."),
        ("which", "Which are measured", "CA 19-9 rises with jaundice. α-fetoprotein is another."),
        ("limits", "Limits", "A normal result does not exclude metastatic disease."),
    ],
    "what-is-it": [
        ("in-short", "In short", "A metastasis is a tumour that came from elsewhere."),
        ("spread", "How it spreads", "Cells travel in the blood. Most metastases start in bowel."),
    ],
    "chemotherapy": [
        ("in-short", "In short", "Medicines such as 5-FU slow the growth of cancer."),
        ("side-effects", "Side effects", "Diarrhoea, sore mouth and tiredness. Can you drive?"),
        ("Y90", "Beads", "Y-90 beads reach the tumour. HER2 matters in breast cancer. Vitamin C."),
    ],
}
CLINICIAN_ONLY = [
    ("chemotherapy", "evidence", "Evidence", "US and EU trials differ: PR in 40 % of patients."),
    ("chemotherapy", "dose", "Dose", "Child-Pugh B: reduce. Oesophageal varices: Ménétrier."),
]


def sections(levels=tuple(Level)):
    """Return the sections as a library gives them."""
    for article, texts in BOTH.items():
        for level in levels:
            for section, heading, body in texts:
                yield make(article, section, level, heading, body)
    for article, section, heading, body in CLINICIAN_ONLY:
        yield make(article, section, Level.CLINICIAN, heading, body)


def make(article, section, level, heading, body):
    """Return one section."""
    title, aliases = TITLES[article]
    return SectionText(
        article, section.lower(), level, title, aliases, heading, body, "all", "All of it"
    )


def searcher(texts=None):
    """Return a searcher over an index in memory."""
    return Searcher(build_index_in_memory(sections() if texts is None else texts))
