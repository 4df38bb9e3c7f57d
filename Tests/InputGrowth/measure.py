#!/usr/bin/env python3
"""Whether reading twice as much takes twice the work.

Usage: Tests/InputGrowth/measure.py PROGRAM [WORD …]

Runs the program on an input of each reader and on one twice as large, under Valgrind's cachegrind,
which counts the instructions of both; what the program does before it reads is taken off. Instructions
do not hang on the machine's speed or load, and a run gives the same number again but for few. Words
choose the cases whose names hold one of them. Ends with 1 where a reader grows faster than its input
or ends otherwise than the case says.
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
from case import scenario as small

# Work may double with the input and a little: sorting n names takes n log n steps, and a table that
# grows in doublings may do so just behind n.
MOST = 2.3
# What is no growth: below so many instructions more the ratio says nothing.
FEW = 5_000_000


def counted(program: str, arguments, files: dict) -> tuple:
    """The instructions of one run, its exit code and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        log = os.path.join(folder, "valgrind.log")
        run = subprocess.run(
            ["valgrind", "--vex-iropt-level=1", "--smc-check=none", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
             f"--log-file={log}", program, *arguments],
            cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=600, check=False)
        with open(log, encoding="utf-8", errors="replace") as file:
            found = re.search(r"I\s+refs:\s+([\d,]+)", file.read())
        said = (run.stderr + run.stdout).decode("utf-8", "replace")[:300]
        if found is None:
            # Valgrind 3.19 ends where the main thread leaves its work to others, as it does in
            # commands that run replications.
            return None, run.returncode, said
        return int(found.group(1).replace(",", "")), run.returncode, said


def starts(program: str, cases) -> dict:
    """What each command line takes to start: the small scenario is read, other files are missing."""
    starts = {}
    for case in cases:
        files = small() if case.arguments[0] == "validate" else {}
        if case.arguments not in starts:
            starts[case.arguments] = counted(program, case.arguments, files)[0]
    return starts


def growth(program: str, start: int, case) -> tuple:
    """The sentence about a case, and whether it is as it should be."""
    works = []
    for size in (case.size, 2 * case.size):
        count, code, said = counted(program, case.arguments, case.files(size))
        if count is None or start is None:
            return f"{case.name}: not counted, valgrind does not run the command", True
        if code != case.code:
            return f"{case.name}: ends with {code}, expected {case.code}: {said}", False
        works.append(max(count - start, 1))
    ratio = works[1] / works[0]
    is_good = ratio <= MOST or works[1] - 2 * works[0] <= FEW
    sentence = f"{works[0] / 1e6:9.1f} {works[1] / 1e6:9.1f} {ratio:6.2f}  {case.name}"
    return sentence + ("" if is_good else f": more than {MOST} times the work"), is_good


def main() -> int:
    """Measures the cases that are asked for."""
    program = os.path.abspath(sys.argv[1])
    words = sys.argv[2:]
    cases = [
        case for case in scenario_cases.CASES + file_cases.CASES
        if not words or any(word in case.name for word in words)
    ]
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind stumbles over the debugging information of Swift, which nobody needs here.
        stripped = os.path.join(folder, "nostro")
        shutil.copy(program, stripped)
        subprocess.run(["strip", "--strip-all", stripped], check=True)
        before = starts(stripped, cases)
        print("millions of instructions beside the start, of n and of 2n, and their ratio", flush=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = []
            for sentence, is_good in pool.map(
                lambda case: growth(stripped, before[case.arguments], case), cases):
                print(sentence, flush=True)
                results.append(is_good)
    failed = results.count(False)
    print(f"{len(results)} inputs, {failed} of them grow faster than they should")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
