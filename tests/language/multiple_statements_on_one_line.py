a = 1; b = 2; print(a + b)
for i in range(2): print(i); print(-i)
if a: print("a")
else: print("b")
class P: x = 1; y = 2
print(P.x, P.y)

# expect: 3
# expect: 0
# expect: 0
# expect: 1
# expect: -1
# expect: a
# expect: 1 2
