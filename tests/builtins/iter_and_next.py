it = iter([1, 2])
print(next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration as error:
    print("stop", error.value)
for call in (lambda: iter(5), lambda: next([1])):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: 1 2 default
# expect: stop None
# expect: 'int' object is not iterable
# expect: 'list' object is not an iterator
