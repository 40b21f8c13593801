import heapq

h = [5, 1, 4, 2]
heapq.heapify(h)
heapq.heappush(h, 0)
print([heapq.heappop(h) for _ in range(3)], heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), sorted(h))
print(heapq.nlargest(2, [3, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)

# expect: [0, 1, 2] 3 4 [5, 9]
# expect: [5, 3] ['a', 'bb'] [1, 2, 3, 4]
# expect: index out of range
