def area(width: int, height: "float" = 2, *rest: str, unit: str = "m", **extra: dict) -> float:
    return width * height


count: int = 3
label: str
print(area(2), count)
print(area.__annotations__)
print(__annotations__)
try:
    label
except NameError as error:
    print(error)

# expect: 4 3
# expect: {'width': <class 'int'>, 'height': 'float', 'rest': <class 'str'>, 'unit': <class 'str'>, 'extra': <class 'dict'>, 'return': <class 'float'>}
# expect: {'count': <class 'int'>, 'label': <class 'str'>}
# expect: name 'label' is not defined
