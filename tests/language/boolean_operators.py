print(0 or "fallback")  # expect: fallback
print("first" or "second")  # expect: first
print([] and 1)  # expect: []
print(1 and [] or "x")  # expect: x
print(not "", not 0, not None, not [0])  # expect: True True True False
print(None or 0 or "")  # expect:
