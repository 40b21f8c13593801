def count(n):
    print("started")
    for i in range(n):
        yield i
    print("finished")


g = count(2)
print("nothing ran yet")
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration:
    print("stop")

# expect: nothing ran yet
# expect: started
# expect: 0
# expect: 1
# expect: finished
# expect: stop
