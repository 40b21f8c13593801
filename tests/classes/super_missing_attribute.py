class A:
    pass


class B(A):
    def f(self):
        return super().nope


try:
    B().f()
except AttributeError as error:
    print(error)  # expect: 'super' object has no attribute 'nope'


def outside():
    return super()


try:
    outside()
except RuntimeError as error:
    print(error)  # expect: super(): no arguments
