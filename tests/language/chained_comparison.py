def middle():
    print("middle once")
    return 5


print(1 < middle() < 10)
print(1 < middle() > 10)
print(1 == 1.0 == True)
print(3 > 2 > 1 != 0)
print(1 in [1] == True)

# expect: middle once
# expect: True
# expect: middle once
# expect: False
# expect: True
# expect: True
# expect: False
