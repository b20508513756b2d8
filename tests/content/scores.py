"""The formulas of the article “Calculators and scores”, to check its worked examples."""

from math import floor, log, log10, sqrt


def fong_points(
    *, node_pos: bool, dfi_months: float, n_mets: int, cea: float, size_cm: float
) -> int:
    """Return the clinical risk score; CEA in ng/mL.

    Fong et al., Ann Surg 1999;230:309-18.
    """
    return sum((node_pos, dfi_months < 12, n_mets > 1, cea > 200, size_cm > 5))


def fong_group(points: int) -> str:
    """Return the risk group of a clinical risk score. Fong et al., Ann Surg 1999;230:309-18."""
    return "high (3-5)" if points >= 3 else "low (0-2)"


def child_pugh_points(*, bili: float, alb: float, inr: float, ascites: str, enceph: int) -> int:
    """Return the Child-Pugh points; bilirubin in mg/dL, albumin in g/dL.

    Limits of the Cleveland Clinic Journal of Medicine, table 1; after Pugh et al., Br J Surg 1973.
    """
    return (
        _one_to_three(bili, above=2, over=3)
        + _one_to_three(-alb, above=-3.5, over=-2.8)
        + _one_to_three(inr, above=1.7, over=2.3)
        + {"none": 1, "mild": 2, "moderate-severe": 3}[ascites]
        + _one_to_three(enceph, above=1, over=2)
    )


def _one_to_three(value: float, *, above: float, over: float) -> int:
    """Return 1 point below the first limit, 3 points beyond the second, 2 points from one to it."""
    return 1 + (value >= above) + (value > over)


def child_pugh_class(points: int) -> str:
    """Return the Child-Pugh class. Pugh et al., Br J Surg 1973."""
    if points <= 6:
        return "A"
    return "B" if points <= 9 else "C"


def albi_score(*, bili_umol: float, alb_gl: float) -> float:
    """Return the ALBI score; bilirubin in µmol/L, albumin in g/L.

    Johnson et al., J Clin Oncol 2015;33:550.
    """
    return 0.66 * log10(bili_umol) - 0.085 * alb_gl


def albi_grade(score: float) -> int:
    """Return the ALBI grade of a score. Johnson et al., J Clin Oncol 2015;33:550."""
    return 1 + (score > -2.60) + (score > -1.39)


def meld3_sum(*, sex: str, bili: float, inr: float, cr: float, na: float, alb: float) -> float:
    """Return MELD 3.0 of an adult before it is rounded; mg/dL, mmol/L and g/dL, sex "F" or "M".

    Kim et al., Gastroenterology 2021;161:1887; bounds as in the allocation in the United States.
    """
    ln_bili, ln_inr = log(max(bili, 1.0)), log(max(inr, 1.0))
    ln_cr = log(_within(cr, 1.0, 3.0))
    less_na = 137 - _within(na, 125, 137)
    less_alb = 3.5 - _within(alb, 1.5, 3.5)
    return (
        (1.33 if sex == "F" else 0)
        + 4.56 * ln_bili
        + (0.82 - 0.24 * ln_bili) * less_na
        + 9.09 * ln_inr
        + 11.14 * ln_cr
        + (1.85 - 1.83 * ln_cr) * less_alb
        + 6
    )


def meld3_score(total: float) -> int:
    """Return MELD 3.0 as the allocation in the United States shows it.

    Kim et al., Gastroenterology 2021;161:1887.
    """
    return floor(_within(total, 6, 40) + 0.5)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def body_surface_area(*, h: float, w: float) -> float:
    """Return the body surface area in m²; cm and kg. Mosteller, N Engl J Med 1987;317:1098."""
    return sqrt(h * w / 3600)


def total_liver_volume(bsa: float) -> float:
    """Return the expected liver volume in mL. Vauthey; J Surg Oncol 2019;119:594, table 1."""
    return 1267.28 * bsa - 794.41


def standardised_remnant(*, flr_ml: float, tlv_ml: float) -> float:
    """Return the standardised future liver remnant in %. J Surg Oncol 2019;119:594, table 1."""
    return 100 * flr_ml / tlv_ml


def remnant_on_ct(*, flr: float, total: float, tumour: float) -> float:
    """Return the liver remnant in % of the CT volumes. J Surg Oncol 2019;119:594, table 1."""
    return 100 * flr / (total - tumour)


def degree_of_hypertrophy(*, pre: float, post: float) -> float:
    """Return the growth in percentage points. Shindoh et al., J Am Coll Surg 2013;216:201-209."""
    return post - pre


def kinetic_growth_rate(*, pre: float, post: float, weeks: float) -> float:
    """Return the growth in points a week. Shindoh et al., J Am Coll Surg 2013;216:201-209."""
    return degree_of_hypertrophy(pre=pre, post=post) / weeks


def recist_response(*, base: float, nadir: float, now: float, new: bool = False) -> str:
    """Return the response by the sums of target lesions in mm, all without lymph nodes.

    RECIST 1.1: Eisenhauer et al., Eur J Cancer 2009;45:228-247.
    """
    if new or (now - nadir >= 5 and 10 * now >= 12 * nadir):
        return "PD"
    if now == 0:
        return "CR"
    return "PR" if 10 * now <= 7 * base else "SD"


def percent_change(earlier: float, now: float) -> float:
    """Return the change of a sum in %. RECIST 1.1: Eur J Cancer 2009;45:228-247."""
    return 100 * (now - earlier) / earlier
