# Each half is sorted in a thread of its own, down to a depth of two.
import random
import threading


def merge_sort(items, depth=2):
    if len(items) < 2:
        return items
    halves = [items[: len(items) // 2], items[len(items) // 2 :]]
    if depth:
        out = [None, None]

        def run(i):
            out[i] = merge_sort(halves[i], depth - 1)

        threads = [threading.Thread(target=run, args=(i,)) for i in range(2)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
    else:
        out = [merge_sort(h, 0) for h in halves]
    left, right = out
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


random.seed(1)
data = [random.randint(0, 999) for _ in range(300)]
print(merge_sort(data) == sorted(data))  # expect: True
