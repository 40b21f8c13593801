def hello(self):
    return "hello from " + self.name


C = type("Made", (object,), {"name": "x", "hello": hello})
print(C.__name__, C().hello(), C.__bases__, C)
try:
    type("X")("y")
    type(1, 2)
except TypeError as error:
    print(error)

# expect: Made hello from x (<class 'object'>,) <class '__main__.Made'>
# expect: type() takes 1 or 3 arguments
