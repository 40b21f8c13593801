for call in (
    lambda: len(),
    lambda: len(1, 2),
    lambda: abs(),
    lambda: chr(),
    lambda: isinstance(1),
    lambda: getattr(1),
    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: "a".upper(1),
    lambda: {}.get(),
    lambda: len(x=1),
    lambda: sorted(),
    lambda: int(1, 2, 3),
    lambda: [].pop(1, 2),
    lambda: "".join(),
    lambda: iter(),
    lambda: hash(),
    lambda: divmod(1),
):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: len() takes exactly one argument (0 given)
# expect: len() takes exactly one argument (2 given)
# expect: abs() takes exactly one argument (0 given)
# expect: chr() takes exactly one argument (0 given)
# expect: isinstance expected 2 arguments, got 1
# expect: getattr expected at least 2 arguments, got 1
# expect: list.append() takes exactly one argument (0 given)
# expect: list.append() takes exactly one argument (2 given)
# expect: str.upper() takes no arguments (1 given)
# expect: get expected at least 1 argument, got 0
# expect: len() takes no keyword arguments
# expect: sorted expected 1 argument, got 0
# expect: int expected at most 2 arguments, got 3
# expect: pop expected at most 1 argument, got 2
# expect: str.join() takes exactly one argument (0 given)
# expect: iter expected at least 1 argument, got 0
# expect: hash() takes exactly one argument (0 given)
# expect: divmod expected 2 arguments, got 1
