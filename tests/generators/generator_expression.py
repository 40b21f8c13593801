squares = (n * n for n in range(4))
print(next(squares), list(squares), list(squares))
print(sum(n for n in range(5)), max((len(w), w) for w in ["a", "bb"]), ",".join(str(n) for n in range(3)))
print([*(x for x in "ab")], dict((k, 1) for k in "ab"), sorted((-n for n in range(3))))
print(type(squares).__name__, (x for x in ()).__name__)

# expect: 0 [1, 4, 9] []
# expect: 10 (2, 'bb') 0,1,2
# expect: ['a', 'b'] {'a': 1, 'b': 1} [-2, -1, 0]
# expect: generator <genexpr>
