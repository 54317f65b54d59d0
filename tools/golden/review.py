"""Golden values of the aggregation of votes, computed with crowd-kit and krippendorff.

    pip install crowd-kit==1.4.2 krippendorff==0.9.0 "pandas<3"
    python tools/golden/review.py         # writes src/review/aggregate/fixtures/tables.json

Fifty random tables: 2 to 5 labels, 2 to 8 workers of various skill, tasks with one vote or more, and some golden
answers. Labels are texts whose sorted order is also their order as grades. pandas must be older than 3 because of ties:
with pandas 3, crowd-kit lists labels in the order of the rows, so the winner of a tie depends on the order of the file.
"""
import json
import pathlib
import random

import krippendorff
import numpy as np
import pandas as pd
from crowdkit.aggregation import DawidSkene, MajorityVote, OneCoinDawidSkene
from crowdkit.metrics.data import alpha_krippendorff

OUT = pathlib.Path(__file__).parents[2] / "src/review/aggregate/fixtures/tables.json"


def draw_table(seed):
    rng = random.Random(seed)
    labels = [str(k) for k in range(rng.randint(2, 5))]
    tasks = [f"t{i}" for i in range(rng.randint(4, 24))]
    skills = {f"w{i}": rng.uniform(0.35, 0.95) for i in range(rng.randint(2, 8))}
    share = rng.uniform(0.4, 1)
    truth = {task: rng.choice(labels) for task in tasks}
    votes = []
    for task in tasks:
        voters = [worker for worker in skills if rng.random() < share] or [rng.choice(list(skills))]
        for worker in voters:
            right = rng.random() < skills[worker]
            votes.append([task, worker, truth[task] if right else rng.choice(labels)])
    used = {label for _, _, label in votes}
    golden = {task: truth[task] for task in tasks if rng.random() < 0.2 and truth[task] in used}
    return labels, votes, golden


def ordinal(labels, votes):
    """The matrix of coders × units for the krippendorff package, with NaN for missing votes."""
    workers = sorted({worker for _, worker, _ in votes})
    tasks = sorted({task for task, _, _ in votes})
    matrix = np.full((len(workers), len(tasks)), np.nan)
    for task, worker, label in votes:
        matrix[workers.index(worker), tasks.index(task)] = labels.index(label)
    return krippendorff.alpha(matrix, value_domain=list(range(len(labels))), level_of_measurement="ordinal")


def rounded(x):
    return round(float(x), 9)


def beliefs(aggregate):
    frame = aggregate.probas_
    return {task: [rounded(p) for p in row] for task, row in zip(frame.index, frame.to_numpy())}


def solve(labels, votes, golden):
    frame = pd.DataFrame(votes, columns=["task", "worker", "label"])
    majority = MajorityVote().fit(frame)
    full = DawidSkene(n_iter=100).fit(frame)
    coin = OneCoinDawidSkene(n_iter=100).fit(frame)
    pinned = DawidSkene(n_iter=100).fit(frame, true_labels=pd.Series(golden)) if golden else full
    return {
        "scale": labels,
        "votes": [" ".join(vote) for vote in votes],
        "golden": golden,
        "labels": list(majority.probas_.columns),
        "majority": {
            "winners": majority.labels_.to_dict(),
            "beliefs": beliefs(majority),
            "skills": {worker: rounded(s) for worker, s in majority.skills_.items()},
        },
        "dawidSkene": {"beliefs": beliefs(full)},
        "pinned": {"beliefs": beliefs(pinned)},
        "oneCoin": {
            "beliefs": beliefs(coin),
            "skills": {worker: rounded(s) for worker, s in coin.skills_.items()},
        },
        "nominal": rounded(alpha_krippendorff(frame)),
        "ordinal": rounded(ordinal(labels, votes)),
    }


def main():
    tables = [solve(*draw_table(seed)) for seed in range(50)]
    OUT.write_text(json.dumps(tables, separators=(",", ":")) + "\n")
    print(f"{len(tables)} tables, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
