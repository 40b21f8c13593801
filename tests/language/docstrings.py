"""The module's own text."""


def f():
    """What f does."""


class C:
    """What C is."""

    def m(self):
        "single quotes do"


def g():
    1


print(__doc__)  # expect: The module's own text.
print(f.__doc__, C.__doc__, C.m.__doc__, g.__doc__, sep="|")  # expect: What f does.|What C is.|single quotes do|None
