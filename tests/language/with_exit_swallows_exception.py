class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("saw", kind.__name__, value, tb is not None)
        return kind is ValueError


with Quiet():
    raise ValueError("hidden")
print("still here")
try:
    with Quiet():
        raise KeyError("k")
except KeyError as error:
    print("passed on", error)

# expect: saw ValueError hidden True
# expect: still here
# expect: saw KeyError 'k' True
# expect: passed on 'k'
