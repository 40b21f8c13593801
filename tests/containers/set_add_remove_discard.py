s = {1}
s.add(2)
s.add(2)
print(s, len(s))
s.discard(9)
s.remove(1)
print(s, s.pop(), s)
for call in (lambda: s.remove(1), lambda: s.pop(), lambda: s.add([])):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

# expect: {1, 2} 2
# expect: set() 2 set()
# expect: KeyError 1
# expect: KeyError 'pop from an empty set'
# expect: TypeError unhashable type: 'list'
