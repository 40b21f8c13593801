"""Dictionaries with string and integer keys."""
# size: 1900000, quick 35000

import sys


def run(n):
    words = ["alpha", "beta", "gamma", "delta", "epsilon"]
    counts, squares = {}, {}
    for i in range(n):
        word = words[i % 5]
        counts[word] = counts.get(word, 0) + 1
        squares[i & 4095] = i
        if i & 1023 in squares:
            counts["hits"] = counts.get("hits", 0) + squares[i & 1023] % 7
    return sorted(counts.items()), len(squares), sum(squares.values())


print(run(int(sys.argv[1])))
