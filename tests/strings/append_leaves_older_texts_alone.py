# A text that grows by its end shares what it has with what it was before; nobody may notice.
import gc


def grow(text, rounds):
    kept = []
    for i in range(rounds):
        if i % 7 == 0:
            kept.append(text)
        text += chr(97 + i % 26)
    return text, kept


start = "0123456789" * 4
text, kept = grow(start, 300)
print(start, len(text), text[38:44])  # expect: 0123456789012345678901234567890123456789 340 89abcd
print(all(text.startswith(old) and len(old) == 40 + 7 * i for i, old in enumerate(kept)))  # expect: True

# Looked at in between, hashed, used as a key, and as the right operand of itself.
a = b = "ab" * 20
a += "c"
print(b == "ab" * 20, b[-1], {b: 1}["ab" * 20], hash(b) == hash("ab" * 20))  # expect: True b 1 True
a += a
print(len(a), a == ("ab" * 20 + "c") * 2)  # expect: 82 True
c = a
a += a[:0]
print(a is c or a == c)  # expect: True

# Not ASCII: lengths in characters, positions in bytes.
d = "äöü€😀" * 8
e = d
for piece in ("x", "é", "😀", ""):
    d += piece
print(len(d), len(e), d[40:], e[-1], e == "äöü€😀" * 8)  # expect: 43 40 xé😀 😀 True
e += "ß"
print(d[39:42], e[39:])  # expect: 😀xé 😀ß

# In attributes, items and closures, and with the old text alive across collections.
class Log:
    text = "-" * 30


log = Log()
before = log.text
lines = {"k": before}
for i in range(20000):
    log.text += "."
    lines["k"] += "!"
    if i == 10000:
        middle = log.text
gc.collect()
garbage = [str(i) * 5 for i in range(200000)]
print(before, Log.text == before, len(middle), middle[29:32], len(log.text), lines["k"][28:32])
# expect: ------------------------------ True 10031 -.. 20030 --!!

# One old text appended to twice: two different futures.
base = "common beginning of some length, "
left, right = base, base
left += "left"
right += "right"
base += "neither"
print(left, right, base, sep="\n")
# expect: common beginning of some length, left
# expect: common beginning of some length, right
# expect: common beginning of some length, neither

# Every beginning kept, then read from the oldest and from the newest.
text, all_of_them = "." * 30, []
for i in range(3000):
    all_of_them.append(text)
    text += str(i % 10)
print(sum(map(len, all_of_them)), all_of_them[0] == "." * 30, all_of_them[-1][-3:])  # expect: 4588500 True 678
print(all(t == text[: 30 + i] for i, t in enumerate(all_of_them)))  # expect: True
