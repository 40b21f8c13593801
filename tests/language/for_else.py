for n in (4, 6, 8):
    if n % 2:
        print("odd found")
        break
else:
    print("all even")  # expect: all even
for n in (4, 5):
    if n % 2:
        break
else:
    print("never printed")
for n in ():
    pass
else:
    print("empty loop runs else")  # expect: empty loop runs else
