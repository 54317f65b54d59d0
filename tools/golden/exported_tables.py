"""Opens the exported tables with pandas, aggregates the votes with Crowd-Kit, and writes them again with pandas.

    pip install crowd-kit==1.4.2 pandas==3.1.1
    python tools/golden/exported_tables.py    # writes src/review/exchange/fixtures/*.from-pandas*.csv

`npx vitest run src/review/exchange` reads what pandas wrote.
"""

import csv
import pathlib

import pandas as pd
from crowdkit.aggregation import DawidSkene, MajorityVote, OneCoinDawidSkene
from crowdkit.metrics.data import alpha_krippendorff
from exported import ROOT, exported_files

OUT = ROOT / "src/review/exchange/fixtures"
KINDS = ["anchors", "language", "evaluation"]
# Columns that hold nothing but numbers, by the end of a file’s name.
NUMBERS = {
    "figures.csv": ["value", "low", "high", "items"],
    "items.csv": ["index", "subtlety", "score"],
    "labels.csv": ["block", "position", "confidence"],
    "crowd-kit.csv": ["lead_time"],
}


def open_table(file: pathlib.Path) -> None:
    """Checks the number of rows against Python’s own reader, and that numbers are numbers."""
    delimiter = "\t" if file.suffix == ".tsv" else ","
    table = pd.read_csv(file, sep=delimiter)
    with file.open(newline="") as lines:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    assert len(table) == len(rows) - 1 and all(len(row) == len(rows[0]) for row in rows), file.name
    numbers = [name for end, names in NUMBERS.items() if file.name.endswith(end) for name in names]
    wrong = [name for name in numbers if not pd.api.types.is_numeric_dtype(table[name])]
    assert wrong == [], f"{file.name}: {wrong} are no numbers"
    print(f"{file.name}: {len(table)} rows, {len(table.columns)} columns, numbers in {numbers}")


def aggregate(kind: str, folder: pathlib.Path) -> None:
    votes = pd.read_csv(folder / f"{kind}.crowd-kit.csv")
    golden = pd.read_csv(folder / f"{kind}.crowd-kit-golden.csv").set_index("task")["label"]
    majority = MajorityVote().fit_predict(votes)
    full = DawidSkene(n_iter=100).fit_predict(votes, golden)
    coin = OneCoinDawidSkene(n_iter=100).fit_predict(votes)
    assert len(majority) == len(full) == len(coin) == votes["task"].nunique()
    print(f"{kind}: Crowd-Kit aggregates {len(votes)} votes on {len(majority)} questions, alpha {alpha_krippendorff(votes):.3f}")
    votes.to_csv(OUT / f"{kind}.from-pandas.csv", index=False)
    votes.to_csv(OUT / f"{kind}.from-pandas-with-index.csv")


def main() -> None:
    with exported_files() as folder:
        for file in sorted([*folder.glob("*.csv"), *folder.glob("*.tsv")]):
            open_table(file)
        for kind in KINDS:
            aggregate(kind, folder)


if __name__ == "__main__":
    main()
