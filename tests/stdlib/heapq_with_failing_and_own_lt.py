import heapq


def attempt(action, heap):
    try:
        print(action(heap), heap)
    except Exception as error:
        print(type(error).__name__, error, heap)


attempt(lambda h: heapq.heappush(h, "x"), [1, 2, 3, 4, 5])
attempt(lambda h: heapq.heappushpop(h, "x"), [1, 2, 3, 4, 5])
attempt(lambda h: heapq.heapreplace(h, "x"), [1, 2, 3, 4, 5])
attempt(heapq.heapify, [5, 4, "a", 2, 1])
attempt(heapq.heappop, [1, 5, "a", 7, 8])
attempt(heapq.heappop, [])
attempt(lambda h: heapq.heapreplace(h, 1), [])
attempt(lambda h: heapq.heappushpop(h, 1), [])
for function, *rest in (heapq.heappush, 1), (heapq.heappop,), (heapq.heapify,), (heapq.heapreplace, 1):
    attempt(lambda h: function(h, *rest), (1, 2))


class Item:
    asked = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.asked += 1
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


items = [Item(n * 7 % 11) for n in range(11)]
heapq.heapify(items)
print(items, Item.asked)
heapq.heappush(items, Item(4))
print(heapq.heappop(items), heapq.heapreplace(items, Item(99)), heapq.heappushpop(items, Item(0)), Item.asked)
print([heapq.heappop(items) for _ in range(len(items))], Item.asked)


class Greedy(Item):
    def __lt__(self, other):
        heap.clear()
        return True


heap = [Greedy(1), Greedy(2), Greedy(3)]
attempt(lambda h: heapq.heappush(h, Greedy(0)), heap)
numbers = [(n * 37 % 101, -n) for n in range(300)]
heap = []
for number in numbers:
    heapq.heappush(heap, number)
print([heapq.heappop(heap) for _ in range(300)] == sorted(numbers))
heapq.heapify(numbers)
print(all(numbers[(i - 1) // 2] <= numbers[i] for i in range(1, 300)))
words = ["pear", "fig", "apple", "kiwi"]
heapq._heapify_max(words)
print(words, heapq._heappop_max(words), heapq._heapreplace_max(words, "zebra"), words)

# expect: TypeError '<' not supported between instances of 'str' and 'int' [1, 2, 3, 4, 5, 'x']
# expect: TypeError '<' not supported between instances of 'int' and 'str' [1, 2, 3, 4, 5]
# expect: TypeError '<' not supported between instances of 'str' and 'int' [2, 4, 3, 'x', 5]
# expect: TypeError '<' not supported between instances of 'int' and 'str' [5, 1, 'a', 2, 4]
# expect: TypeError '<' not supported between instances of 'int' and 'str' [8, 5, 'a', 7]
# expect: IndexError index out of range []
# expect: IndexError index out of range []
# expect: 1 []
# expect: TypeError heappush() argument 1 must be list, not tuple (1, 2)
# expect: TypeError heappop() argument must be list, not tuple (1, 2)
# expect: TypeError heapify() argument must be list, not tuple (1, 2)
# expect: TypeError heapreplace() argument 1 must be list, not tuple (1, 2)
# expect: [0, 1, 2, 5, 4, 3, 9, 7, 10, 8, 6] 15
# expect: 0 1 0 25
# expect: [2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 99] 49
# expect: RuntimeError list changed size during iteration []
# expect: True
# expect: True
# expect: ['zebra', 'fig', 'apple'] pear kiwi ['zebra', 'fig', 'apple']
