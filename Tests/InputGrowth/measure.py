#!/usr/bin/env python3
"""Whether reading twice as much takes twice the work.

    Tests/InputGrowth/measure.py PROGRAM            every case
    Tests/InputGrowth/measure.py PROGRAM --few      one or two of each reader, as `make test` does
    Tests/InputGrowth/measure.py PROGRAM WORD …     those whose name holds one of the words

Runs the program on an input of each reader and on one twice as large, under Valgrind's cachegrind,
which counts the instructions of both; what the same command takes for a small input is taken off.
Instructions do not depend on the machine's speed or load, and a run gives the same number again but
for few. Ends with 1 where a reader grows faster than its input, ends otherwise than the case says,
or is not counted.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True

import file_cases
import scenario_cases
from case import SCENARIO
from case import scenario as small

# Work may double with the input and a little: sorting n names takes n log n steps, and a table that
# grows in doublings may do so just behind n.
MOST = 2.3
# What is no growth: below so many instructions more the ratio says nothing.
FEW = 5_000_000
# Only instructions are counted, as fast as that goes: no cache, no code that changes itself.
VALGRIND = [
    "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
    "--vex-iropt-level=1", "--smc-check=none",
]


def counted(program: str, arguments, files: dict) -> tuple:
    """The instructions of a run, `None` where they are not told, its exit code, what it said."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        log = os.path.join(folder, "valgrind.log")
        run = subprocess.run(
            [*VALGRIND, f"--log-file={log}", program, *arguments],
            cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=600, check=False)
        with open(log, encoding="utf-8", errors="replace") as file:
            found = re.search(r"I\s+refs:\s+([\d,]+)", file.read())
        said = (run.stderr + run.stdout).decode("utf-8", "replace")[:300]
        return int(found.group(1).replace(",", "")) if found else None, run.returncode, said


def start_files(case) -> dict:
    """The input with which a command line only starts: the small scenario, or no file at all.

    Commands that run a scenario refuse some inputs before they do, so that each case is started
    with its own, of size 1.
    """
    if case.arguments[0] == "validate":
        return small()
    return case.files(1) if SCENARIO in case.arguments else {}


def start_of(case):
    """What starts of equal cases are known by."""
    runs = SCENARIO in case.arguments and case.arguments[0] != "validate"
    return case.name if runs else case.arguments


def growth(program: str, start: int, case) -> tuple:
    """The sentence about a case, and whether it is as it should be."""
    works = []
    for size in (case.size, 2 * case.size):
        count, code, said = counted(program, case.arguments, case.files(size))
        if code != case.code:
            return f"{case.name}: ends with {code}, expected {case.code}: {said}", False
        if count is None:
            return f"{case.name}: valgrind does not tell the instructions", False
        works.append(max(count - start, 1))
    ratio = works[1] / works[0]
    is_good = ratio <= MOST or works[1] - 2 * works[0] <= FEW
    sentence = f"{works[0] / 1e6:9.1f} {works[1] / 1e6:9.1f} {ratio:6.2f}  {case.name}"
    return sentence + ("" if is_good else f": more than {MOST} times the work"), is_good


def chosen(words) -> list:
    """The cases that are asked for."""
    cases = scenario_cases.CASES + file_cases.CASES
    names = [case.name for case in cases]
    assert len(set(names)) == len(names), "two cases have one name"
    if "--few" in words:
        return [case for case in cases if case.is_of_few]
    return [case for case in cases if not words or any(word in case.name for word in words)]


def main() -> int:
    """Measures the cases that are asked for."""
    program = os.path.abspath(sys.argv[1])
    cases = chosen(sys.argv[2:])
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind stumbles over the debugging information of Swift, which nobody needs here.
        stripped = os.path.join(folder, "nostro")
        shutil.copy(program, stripped)
        subprocess.run(["strip", "--strip-all", stripped], check=True)
        print("millions of instructions beside the start: of n, of 2n, their ratio", flush=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            first = {start_of(case): case for case in cases}
            counts = pool.map(
                lambda case: counted(stripped, case.arguments, start_files(case))[0] or 0,
                first.values())
            before = dict(zip(first, counts))
            results = []
            for sentence, is_good in pool.map(
                lambda case: growth(stripped, before[start_of(case)], case), cases):
                print(sentence, flush=True)
                results.append(is_good)
    failed = results.count(False)
    print(f"{len(results)} inputs, {failed} of them not as they should be")
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
