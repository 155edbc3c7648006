"""What a report says, as sentences in the person's language: changes with their numbers, and why a page stands out."""

from __future__ import annotations

from newsclean.drift.comparing import Change
from newsclean.drift.signs import LOW, Sign
from newsclean.language import Wording

__all__ = ["percent", "percents", "said_chance", "said_of", "said_of_outlier", "said_of_sign", "subject_of"]

_SURE = 1e-12  # a chance below this one is told as that


def percent(part: float, digits: int = 0) -> str:
    """A share in percent. All and nothing are said of nothing less.

    >>> percent(0.614), percent(0.9999), percent(0.0002, 2)
    ('61 %', '>99 %', '0.02 %')
    """
    shown = f"{100 * part:.{digits}f}"
    if part < 1 and float(shown) == 100:
        return f">{_nearly(digits)} %"
    if part > 0 and float(shown) == 0:
        return f"<{10**-digits:.{digits}f} %"
    return f"{shown} %"


def _nearly(digits: int) -> str:
    return f"{100 - 10**-digits:.{digits}f}"


def percents(one: float, other: float) -> tuple[str, str]:
    """Two shares, with as many digits as they need to differ, three at most."""
    for digits in range(3):
        shown = percent(one, digits), percent(other, digits)
        if shown[0] != shown[1] and not shown[0].startswith(("<", ">")):
            return shown
    return percent(one, 3), percent(other, 3)


def subject_of(change: Change, say: Wording) -> str:
    """What moved, without its numbers: ``source found``."""
    if change.what == "sign":
        return said_of_sign(change.name, say)
    if change.what == "length":
        return say("text shorter than {length} characters", length=f"{int(change.name):,}")
    if change.what == "confidence":
        return say("confidence below {score}", score=f"{int(change.name) / 100:.2f}")
    if change.what == "error":
        return say("error {kind}", kind=change.name)
    return say("layout {layout}", layout=change.name)


def said_of(change: Change, say: Wording) -> str:
    """A change as a sentence with its numbers: ``finance-2018: source found on 61 % of 4,210 pages, 99 % before``."""
    now, before = percents(change.now.part, change.before.part)
    said = {"what": subject_of(change, say), "now": now, "before": before, "of": f"{change.now.of:,}"}
    if change.layout is None:
        return say("{what}: {now} of {of} inputs, {before} before", **said)
    return say("{layout}: {what} on {now} of {of} pages, {before} before", layout=change.layout, **said)


def said_chance(change: Change, say: Wording) -> str:
    """How sure a change is."""
    if change.adjusted < _SURE:
        return say("p < {chance} after correction", chance=f"{_SURE:.0e}")
    return say("p = {chance} after correction", chance=f"{change.adjusted:.1g}")


def said_of_sign(key: str, say: Wording) -> str:
    """A sign in words."""
    sign = Sign.of_key(key)
    if sign.kind == "field":
        return say("{field} found", field=sign.name)
    if sign.kind == "doubt":
        return say("{sign} does not hold", sign=sign.name)
    if sign.kind == "rule":
        return say("rule {rule} fires", rule=sign.name)
    if sign.kind == "route":
        return say("read from the whole page")
    if sign.kind == "confidence":
        return say("confidence below {score}", score=f"{LOW:.2f}")
    return say("a warning given")


def said_of_outlier(key: str, characters: int, say: Wording) -> str:
    """Why a page stands out, in words; ``key`` is that of a sign, or ``length``."""
    if key == "length":
        told = f"{characters:,}"
        return say(
            "{number} character of text" if characters == 1 else "{number} characters of text", number=told
        )
    sign = Sign.of_key(key)
    return say("no {field}", field=sign.name) if sign.kind == "field" else said_of_sign(key, say)
