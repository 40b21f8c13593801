def echo():
    got = None
    while got != "quit":
        got = yield f"got {got}"


g = echo()
print(next(g))  # expect: got None
print(g.send("a"))  # expect: got a
print(g.send(5))  # expect: got 5
try:
    g.send("quit")
except StopIteration as error:
    print("end", error.value)  # expect: end None
