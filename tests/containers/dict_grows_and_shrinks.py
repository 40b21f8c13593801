# A dict of few keys, of many, and on the way between: what is found, in which order, and what is gone.
import random

rng = random.Random(3)
for size in (1, 7, 8, 9, 10, 20):
    d, model = {}, []
    for step in range(400):
        key = rng.randrange(size)
        if rng.random() < 0.55:
            d[key] = step
            for pair in model:
                if pair[0] == key:
                    pair[1] = step
                    break
            else:
                model.append([key, step])
        else:
            d.pop(key, None)
            model = [pair for pair in model if pair[0] != key]
        assert list(d.items()) == [tuple(pair) for pair in model], (size, step)
        assert len(d) == len(model) and bool(d) == bool(model)
        assert all(d[k] == v for k, v in model) and (key in d) == any(k == key for k, _ in model)
    d.clear()
    assert not d and d.get(1) is None
    d.update(a=1)
    print(size, d, list(reversed(d)), d.popitem(), d)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


for size in (5, 15):
    d = {Key(i): i for i in range(size)}
    del d[Key(1)]
    d[Key(2)] = "two"
    d[Key(1)] = "again"
    print(d, d[Key(4)], Key(size) in d, d == {Key(i): d[Key(i)] for i in range(size)})

d = dict.fromkeys(range(9))
for i in range(8):
    del d[i]
print(d, len(d), d.copy(), d | {1: 2})
d = {i: i for i in range(6)}
try:
    for key in d:
        d[key + 10] = 0
except RuntimeError as error:
    print(error, len(d))

# expect: 1 {} ['a'] ('a', 1) {}
# expect: 7 {} ['a'] ('a', 1) {}
# expect: 8 {} ['a'] ('a', 1) {}
# expect: 9 {} ['a'] ('a', 1) {}
# expect: 10 {} ['a'] ('a', 1) {}
# expect: 20 {} ['a'] ('a', 1) {}
# expect: {K0: 0, K2: 'two', K3: 3, K4: 4, K1: 'again'} 4 False True
# expect: {K0: 0, K2: 'two', K3: 3, K4: 4, K5: 5, K6: 6, K7: 7, K8: 8, K9: 9, K10: 10, K11: 11, K12: 12, K13: 13, K14: 14, K1: 'again'} 4 False True
# expect: {8: None} 1 {8: None} {8: None, 1: 2}
# expect: dictionary changed size during iteration 7
