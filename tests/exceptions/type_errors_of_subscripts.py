def get(x, k):
    return x[k]


def put(x):
    x[0] = 1


def delete(x):
    del x[0]


for call in (
    lambda: get(5, 0), lambda: get(None, 0), lambda: get([1], "a"), lambda: get((1,), "a"), lambda: get("s", "a"),
    lambda: get({}, []), lambda: get(len, 0), lambda: get({1}, 0), lambda: get(int, 0), lambda: get([1], None),
    lambda: put("s"), lambda: put((1,)), lambda: put(5), lambda: delete("s"), lambda: delete((1,)), lambda: delete(None),
):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: 'int' object is not subscriptable
# expect: 'NoneType' object is not subscriptable
# expect: list indices must be integers or slices, not str
# expect: tuple indices must be integers or slices, not str
# expect: string indices must be integers, not 'str'
# expect: unhashable type: 'list'
# expect: 'builtin_function_or_method' object is not subscriptable
# expect: 'set' object is not subscriptable
# expect: type 'int' is not subscriptable
# expect: list indices must be integers or slices, not NoneType
# expect: 'str' object does not support item assignment
# expect: 'tuple' object does not support item assignment
# expect: 'int' object does not support item assignment
# expect: 'str' object doesn't support item deletion
# expect: 'tuple' object doesn't support item deletion
# expect: 'NoneType' object does not support item deletion
