math = __import__("math")
print(math.floor(2.7))  # expect: 2
try:
    __import__("no_such_module")
except ModuleNotFoundError as error:
    print(error, error.name)  # expect: No module named 'no_such_module' no_such_module
