import sys

try:
    raise ValueError("outer")
except ValueError:
    try:
        raise KeyError("inner")
    except KeyError:
        print(sys.exc_info()[1])  # expect: 'inner'
    print(sys.exc_info()[1])  # expect: outer
print(sys.exc_info()[1])  # expect: None
