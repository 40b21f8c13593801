import heapq

print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)))
print(heapq.nlargest(2, ["a", "ccc", "bb"], key=len), heapq.nsmallest(2, [3, 1, 2]))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)

# expect: [0, 1, 2, 3, 4] [3, 2, 1]
# expect: ['ccc', 'bb'] [1, 2]
# expect: index out of range
