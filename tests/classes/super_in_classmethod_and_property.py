class A:
    @classmethod
    def make(cls):
        return f"A.make of {cls.__name__}"

    @property
    def p(self):
        return 1


class B(A):
    @classmethod
    def make(cls):
        return "B over " + super().make()

    @property
    def p(self):
        return super().p + 1


print(B.make(), B().p)  # expect: B over A.make of B 2
