import sys

main = sys.modules["__main__"]
value = 5
print(__name__, main.value, main.__name__, __package__, __doc__)
main.value = 6
print(value, main is sys.modules["__main__"])

# expect: __main__ 5 __main__ None None
# expect: 6 True
