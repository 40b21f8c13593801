# Map in threads, reduce in the main one.
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

texts = ["the cat sat", "the dog sat down", "a cat and a dog"]


def count(text):
    return Counter(text.split())


total = Counter()
with ThreadPoolExecutor(3) as pool:
    for part in pool.map(count, texts):
        total += part
print(sorted(total.items()))

# expect: [('a', 2), ('and', 1), ('cat', 2), ('dog', 2), ('down', 1), ('sat', 2), ('the', 2)]
