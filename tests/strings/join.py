print(", ".join(["a", "b"]), "".join("abc"), "-".join({"x": 1, "y": 2}), repr("x".join([])), "+".join(str(n) for n in range(3)))
for call in (lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: a, b abc x-y '' 0+1+2
# expect: sequence item 0: expected str instance, int found
# expect: sequence item 1: expected str instance, NoneType found
# expect: can only join an iterable
