name = input("name? ")  # expect: name? hello Ada
print("hello", name)
print(repr(input()))  # expect: ' spaced'
try:
    input("more? ")  # expect: more?
except EOFError as error:
    print()
    print(error)  # expect: EOF when reading a line
# stdin: Ada
# stdin:  spaced
