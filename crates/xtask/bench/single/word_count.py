"""A text split, counted, sorted: the usual small script."""
# size: 320, quick 2

import sys
from collections import Counter, defaultdict


def run(n):
    text = " ".join(f"word{i * i % 997} the of {i % 13}" for i in range(4000))
    by_length = defaultdict(list)
    for _ in range(n):
        counts = Counter(text.split())
        for word, count in counts.items():
            by_length[len(word)].append(count)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4]
    return top, {length: sum(values) for length, values in sorted(by_length.items())}


print(run(int(sys.argv[1])))
