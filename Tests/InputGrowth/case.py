"""A reader of outside input, and an input of any size that strains what it does worst."""

from dataclasses import dataclass
from typing import Callable

# The name of the scenario file of every case that has one.
SCENARIO = "scenario.yaml"


@dataclass(frozen=True)
class Case:
    """One reader with an input that grows."""

    # What is read and what is bad about it, as a sentence would say it.
    name: str
    # The size at which it is measured first; then twice that.
    size: int
    # The files of an input of a size: text or bytes by name.
    files: Callable[[int], dict]
    # The command line without the program.
    arguments: tuple = ("validate", SCENARIO)
    # How the program ends: 0 where it reads the input, 65 where it refuses it.
    code: int = 65
    # Whether it is one of the few that `make test` measures: one or two of each reader.
    is_of_few: bool = False


SECTIONS = {
    "scenario": "growth",
    "experiment": "{from: 2026-03-05T05:00:00Z, until: 2026-03-07T05:00:00Z, run-out: 4d}",
    "branches": """
  NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 17:00}
  LDN: {zone: Europe/London, calendar: GBENG, opens: 09:00, closes: 17:00}""",
    "pools": """
  - {branch: any, currency: USD, system: CHIPS, opening-balance: 5M, funding-rate: 100bp,
     day-count: ACT/360}""",
    "corridors": """
  - {from: any, to: any, currency: USD, hops: [{system: CHIPS, processing: 10min}]}""",
    "flows": """
  suppliers:
    {from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, amount: {constant: 25k}}""",
    "models": """
  batch: {rail: correspondent}""",
}


def scenario(**changed) -> dict:
    """The small scenario with sections exchanged or added; underscores stand for dashes."""
    sections = dict(SECTIONS)
    for key, text in changed.items():
        sections[key.replace("_", "-")] = text
    return {SCENARIO: "".join(f"{key}: {text}\n" for key, text in sections.items())}


def lines(size: int, line: Callable[[int], str]) -> str:
    """So many lines of a block, each on a line of its own."""
    return "".join("\n" + line(place) for place in range(size))


def row(size: int, item: Callable[[int], str]) -> str:
    """So many items of a flow, between commas."""
    return ", ".join(item(place) for place in range(size))
