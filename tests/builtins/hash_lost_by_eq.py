class A:
    def __eq__(self, other):
        return True


try:
    hash(A())
except TypeError as error:
    print(error)  # expect: unhashable type: 'A'
print(A.__hash__)  # expect: None
