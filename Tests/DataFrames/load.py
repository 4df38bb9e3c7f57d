"""Loads the files of a run into pandas and DuckDB as they are, and holds them against each other.

Usage: load.py PROGRAM SCENARIO FOLDER; ends with 1 and a sentence where something does not hold.
"""

import json
import pathlib
import subprocess
import sys

import duckdb
import jsonschema
import pandas

# How pandas and DuckDB must take a column without being told, by its unit in the data dictionary;
# what is counted and may be missing is a kind of its own, every other unit is that of a number.
UNITS = {"text": "text", "ISO 4217": "text", "instant": "instant", "count": "int", "minor units": "int"}
# What DuckDB may take a kind for; a column that is empty throughout it takes for a text.
TYPES = {
    "float": ("DOUBLE", "BIGINT"), "int": ("BIGINT",), "count": ("BIGINT",),
    "instant": ("TIMESTAMP WITH TIME ZONE", "TIMESTAMP"), "text": ("VARCHAR", "DATE"),
}


def expect(holds, sentence):
    if not holds:
        sys.exit(f"load.py: {sentence}")


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def schema_holds(program, name, document):
    jsonschema.Draft7Validator(json.loads(run(program, "schema", "--of", name))).validate(document)


def dictionary():
    """The kind of every column of every table, as Reports/README.md has them."""
    kinds, name, table = {}, None, None
    readme = pathlib.Path(__file__).resolve().parents[2] / "Reports" / "README.md"
    for line in readme.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## `").removesuffix(".csv`")
        elif line.startswith("| column | unit |"):
            table = kinds[name] = {}
        elif not line.startswith("|"):
            table = None
        elif table is not None and line.startswith("| `"):
            column, unit, _, empty = (cell.strip() for cell in line.strip("|").split("|"))
            kind = UNITS.get(unit, "float")
            table[column.strip("`")] = kind if empty == "never" or kind != "int" else "count"
    return kinds


KINDS = dictionary()


def load(folder, name):
    """One table in both, with every column of the kind that it should have."""
    path = folder / f"{name}.csv"
    frame = pandas.read_csv(path)
    table = duckdb.sql(f"SELECT * FROM read_csv('{path}')")
    expect(list(frame.columns) == table.columns, f"{name}: the two read other columns")
    expect(len(frame) == table.aggregate("count(*)").fetchall()[0][0], f"{name}: other rows")
    expect(len(frame) > 0, f"{name}: has no rows")
    for column, kind in zip(table.columns, table.types):
        expect(column in KINDS[name], f"{name}.{column}: is not in Reports/README.md")
        meant = KINDS[name][column]
        empty = frame[column].isna().all()
        expect(str(kind) in TYPES[meant] or empty, f"{name}.{column}: DuckDB takes it for {kind}")
        if meant == "instant":
            frame[column] = pandas.to_datetime(frame[column], format="ISO8601", utc=True)
        elif meant == "int":
            expect(pandas.api.types.is_integer_dtype(frame[column]), f"{name}.{column}: no integers")
        elif meant != "text" and not empty:
            expect(pandas.api.types.is_numeric_dtype(frame[column]), f"{name}.{column}: no numbers")
            sums = frame[column].sum(), float(table.aggregate(f'sum("{column}")').fetchall()[0][0])
            expect(abs(sums[0] - sums[1]) <= 1e-9 * abs(sums[0]), f"{name}.{column}: sums {sums}")
    return frame


def estimates_hold(name, frame):
    known = frame.dropna(subset=["low95"])
    inside = (known.low95 <= known["mean"]) & (known["mean"] <= known.high95)
    expect(inside.all(), f"{name}: a mean lies outside its interval")
    keys = [column for column in frame.columns[:6] if column != "mean" and column != "unit"]
    expect(not frame.duplicated(keys).any(), f"{name}: a fact stands twice")


def main(program, scenario, folder):
    folder = pathlib.Path(folder)
    options = ["--out", str(folder), "--quiet", "--json"]
    compared = json.loads(run(program, "compare", scenario, "--replications", "5", *options))
    journeys = load(folder, "journeys")
    sized_folder = folder / "sized"
    sized = json.loads(run(program, "size", scenario, "--replications", "40", "--fresh", "5",
                           "--out", str(sized_folder), "--quiet", "--json"))
    for name, document in [("compare", compared), ("size", sized),
                           ("manifest", json.loads((folder / "manifest.json").read_text()))]:
        schema_holds(program, name, document)
    outcomes, bcbs, pools = (load(folder, name) for name in ("outcomes", "bcbs", "pools"))
    curves, sizing = load(folder, "curves"), load(sized_folder, "sizing")
    load(sized_folder, "service-levels")
    for name in ["quantiles", "shares"]:
        load(folder, name)

    estimates_hold("outcomes", outcomes)
    estimates_hold("bcbs", bcbs)
    printed = pandas.DataFrame(compared["outcomes"])
    expect((printed["mean"] == outcomes["mean"]).all(), "outcomes.csv is not what --json prints")
    credited = outcomes[(outcomes.metric == "payments.credited") & (outcomes["scope"] == "all")]
    instructed = outcomes[(outcomes.metric == "payments.instructed") & (outcomes["scope"] == "all")]
    expect((credited["mean"].to_numpy() <= instructed["mean"].to_numpy())[:2].all(),
           "more payments are credited than instructed")
    expect((pools.balance_minor == (pools.balance * 100).round()).all(), "pools: minor and major")
    hours = pools.groupby(["model", "branch", "currency"]).at_utc.diff().dropna()
    expect((hours == pandas.Timedelta(hours=1)).all(), "pools: a balance is no hour after the last")
    lives = journeys.groupby(["model", "replication", "payment"])
    expect((lives.from_utc.shift(-1).dropna() == journeys.to_utc[lives.from_utc.shift(-1).notna()])
           .all(), "journeys: a gap between two segments")
    expect((lives.segment.max() == lives.size()).all(), "journeys: segments are not counted from 1")
    expect(curves.groupby("model")["share"].is_monotonic_increasing.all(), "curves: a share falls")
    lost = bcbs[bcbs.measure == "net_debit"].merge(
        bcbs[bcbs.measure == "sent"], on=["model", "branch", "currency", "statistic"])
    expect((lost.mean_x <= lost.mean_y + 1e-6).all(), "bcbs: more is drawn than is sent")
    both = sizing.pivot_table(index=["model", "currency", "pool", "service_level"],
                              columns="arrangement", values="needed")
    expect((both.dropna()["token"] <= both.dropna()["none"]).all(), "sizing: pooled needs more")
    print(f"load.py: pandas {pandas.__version__} and DuckDB {duckdb.__version__} agree on the files")


if __name__ == "__main__":
    main(*sys.argv[1:])
