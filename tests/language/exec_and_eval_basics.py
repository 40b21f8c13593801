print(eval("1 + 2"))
space = {"x": 5}
print(eval("x * 2", space))
exec("y = x + 1", space)
print(space["y"])
exec("for i in range(2): print(i)")

# expect: 3
# expect: 10
# expect: 6
# expect: 0
# expect: 1
