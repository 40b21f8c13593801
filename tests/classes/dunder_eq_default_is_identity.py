class A: pass


a = A()
print(a == a, a == A(), a != a, a in [a], [a].index(a))  # expect: True False False True 0
try:
    A() < A()
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'A' and 'A'
