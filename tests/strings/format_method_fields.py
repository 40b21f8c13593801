class P:
    x = 3


print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0[1]} {d[k]}".format([1, 2], d={"k": "v"}))
print("{{}} {}".format("escaped"), "{!r} {!s} {!a}".format("q", "q", "é"), "{:>{w}}|{:{}}".format("r", "l", 4, w=5))
print("{0.x} {p.x:03d}".format(P(), p=P()), "{:%}".format(0.5))

# expect: 1 2 b a 1 2 2 v
# expect: {} escaped 'q' q '\xe9'     r|l
# expect: 3 003 50.000000%
