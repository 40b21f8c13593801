"""String methods: split, join, replace, find, slices, concatenation."""
# size: 550000, quick 4500

import sys


def run(n):
    text, total = "the quick brown fox jumps over the lazy dog", 0
    for i in range(n):
        words = text.split()
        joined = "-".join(words[i % 5 :]).replace("o", "0").upper()
        total += joined.find("X") + joined.count("0") + len(joined[::2] + words[0])
        if joined.startswith("THE") and words[1] != "slow":
            total += 1
    return total


print(run(int(sys.argv[1])))
