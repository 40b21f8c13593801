class A:
    n = 1

    def bump(self):
        type(self).n += 1


class B(A): pass


A().bump()
B().bump()
print(A.n, B.n)  # expect: 2 3
