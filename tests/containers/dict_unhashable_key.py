for key in ([], {}, set(), ([],)):
    try:
        {key: 1}
    except TypeError as error:
        print(error)
try:
    {}[{}] = 1
except TypeError as error:
    print(error)

# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
