class A:
    x = "class"


a = A()
print(a.x)  # expect: class
a.x = "instance"
print(a.x, A.x)  # expect: instance class
del a.x
print(a.x)  # expect: class
A.x = "changed"
print(a.x, A().x)  # expect: changed changed
