n = 3
while n:
    n -= 1
else:
    print("ran out", n)  # expect: ran out 0
while True:
    break
else:
    print("never")
print("end")  # expect: end
