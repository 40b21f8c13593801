class A: pass


a = A()
print(a.__class__ is A, type(a) is A, a.__class__.__name__)  # expect: True True A


class B:
    def hello(self):
        return "I am a B now"


a.__class__ = B
print(a.hello(), isinstance(a, B), type(a).__name__)  # expect: I am a B now True B
