class A:
    def m(self):
        return "called on " + repr(self)


print(A.m(5), A.m("x"))  # expect: called on 5 called on 'x'
