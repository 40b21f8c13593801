s = "héllo"
print(s[0], s[-1], s[1], s[1:3], s[::-1], len(s), list(s), s[5:], "".join(reversed(s)))
try:
    s[10]
except IndexError as error:
    print(error)

# expect: h o é él olléh 5 ['h', 'é', 'l', 'l', 'o']  olléh
# expect: string index out of range
