a = [1, 2, 3, 2]
print(a.pop(), a.pop(0), a)
a.remove(2)
print(a)
for call in (lambda: a.remove(9), lambda: [].pop(), lambda: a.pop(5)):
    try:
        call()
    except (ValueError, IndexError) as error:
        print(error)
a.clear()
print(a)

# expect: 2 1 [2, 3]
# expect: [3]
# expect: list.remove(x): x not in list
# expect: pop from empty list
# expect: pop index out of range
# expect: []
