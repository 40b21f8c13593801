class A:
    def __repr__(self):
        return "<A>"


class B(A):
    def __str__(self):
        return "a B"


class C:
    def __repr__(self):
        return 5


print(A(), str(A()), B(), [B()], repr(B()), f"{B()!r} {B()!s}")  # expect: <A> <A> a B [<A>] <A> <A> a B
try:
    repr(C())
except TypeError as error:
    print(error)  # expect: __repr__ returned non-string (type int)
