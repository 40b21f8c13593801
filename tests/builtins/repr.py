print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\\x00é\x7f\u200b"))
print(repr(1.0), repr(None), repr([1, "x", (2,)]), repr({"k": {1}}), repr(b"a'\xff"))


class P:
    def __repr__(self):
        return "P!"


print(P(), [P()], str(P()), f"{P()}", f"{P()!r:>4}")
a = [1]
a.append(a)
d = {}
d["me"] = d
print(a, d)

# expect: "a'b" 'a"b' 'a\'b"c' '\n\t\\\x00é\x7f\u200b'
# expect: 1.0 None [1, 'x', (2,)] {'k': {1}} b"a'\xff"
# expect: P! [P!] P! P!   P!
# expect: [1, [...]] {'me': {...}}
