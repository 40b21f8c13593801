parts = []
for i in range(1000):
    parts.append(str(i))
text = "".join(parts)
print(len(text), text[:12], text[-6:], hash(text) == hash("".join(parts)))  # expect: 2890 012345678910 998999 True
s = ""
for i in range(2000):
    s += "x"
print(len(s), s == "x" * 2000)  # expect: 2000 True
