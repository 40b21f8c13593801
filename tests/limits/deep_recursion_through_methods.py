class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class B:
    def __repr__(self):
        return repr(self)


class C:
    def __eq__(self, other):
        return self == other


for call in (lambda: A().x, lambda: repr(B()), lambda: C() == C(), lambda: str([B()])):
    try:
        call()
    except RecursionError as error:
        print("RecursionError")

# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
