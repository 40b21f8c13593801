if (n := len("hello")) > 3:
    print(n)
while (line := input()) != "stop":
    print("got", line)
print([y := 1, y + 1])
print([last := x for x in range(3)], last)
print((a := 1, b := 2), a, b)
# stdin: one
# stdin: two
# stdin: stop

# expect: 5
# expect: got one
# expect: got two
# expect: [1, 2]
# expect: [0, 1, 2] 2
# expect: (1, 2) 1 2
