len = lambda x: "mine"
print(len([1, 2]))  # expect: mine
del len
print(len([1, 2]))  # expect: 2
import builtins

print(builtins.len("abc"), builtins.max is max)  # expect: 3 True
