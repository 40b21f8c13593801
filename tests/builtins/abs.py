print(abs(-5), abs(5), abs(-2.5), abs(True), abs(-10**30), abs(-0.0))


class V:
    def __abs__(self):
        return "own"


print(abs(V()))
try:
    abs("x")
except TypeError as error:
    print(error)

# expect: 5 5 2.5 1 1000000000000000000000000000000 0.0
# expect: own
# expect: bad operand type for abs(): 'str'
