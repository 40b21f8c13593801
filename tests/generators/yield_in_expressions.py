def g():
    x = (yield 1) + (yield 2)
    print("sum", x)  # expect: sum 30
    print([(yield), (yield)])  # expect: ['a', 'b']


it = g()
next(it)
it.send(10)
it.send(20)
it.send("a")
try:
    it.send("b")
except StopIteration:
    print("done")  # expect: done
