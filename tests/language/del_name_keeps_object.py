class A:
    count = 0

    def m(self):
        return A.count


a = A()
b = a
del a
print(b.m())  # expect: 0
