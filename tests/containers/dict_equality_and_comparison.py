print({"a": [1]} == {"a": [1]}, {"a": 1} == {"a": 2}, {} == [], {"a": 1} != {"a": 1})
try:
    {} < {}
except TypeError as error:
    print(error)

# expect: True False False False
# expect: '<' not supported between instances of 'dict' and 'dict'
