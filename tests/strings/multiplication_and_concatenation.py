print("ab" * 3, "ab" * 0, "ab" * -1, 2 * "x", "a" + "b", "-" * 10)  # expect: ababab   xx ab ----------
s = ""
for c in "xyz":
    s += c
print(s)  # expect: xyz
