# Pieces of texts that are ASCII or not, at the borders.
for text in ("", "a", "é", "ab", "é ", " é", "  a  b ", "\x1cé\x1d", "\u2003x\u2003y", "a,b,,c", "ä,ö,,ü", "é" * 30 + " " + "z" * 30):
    print(ascii([text.split(), text.split(","), text.strip(), text.upper(), text.replace("é", "e"), text[:1], text[-1:]]))
# expect: [[], [''], '', '', '', '', '']
# expect: [['a'], ['a'], 'a', 'A', 'a', 'a', 'a']
# expect: [['\xe9'], ['\xe9'], '\xe9', '\xc9', 'e', '\xe9', '\xe9']
# expect: [['ab'], ['ab'], 'ab', 'AB', 'ab', 'a', 'b']
# expect: [['\xe9'], ['\xe9 '], '\xe9', '\xc9 ', 'e ', '\xe9', ' ']
# expect: [['\xe9'], [' \xe9'], '\xe9', ' \xc9', ' e', ' ', '\xe9']
# expect: [['a', 'b'], ['  a  b '], 'a  b', '  A  B ', '  a  b ', ' ', ' ']
# expect: [['\xe9'], ['\x1c\xe9\x1d'], '\xe9', '\x1c\xc9\x1d', '\x1ce\x1d', '\x1c', '\x1d']
# expect: [['x', 'y'], ['\u2003x\u2003y'], 'x\u2003y', '\u2003X\u2003Y', '\u2003x\u2003y', '\u2003', 'y']
# expect: [['a,b,,c'], ['a', 'b', '', 'c'], 'a,b,,c', 'A,B,,C', 'a,b,,c', 'a', 'c']
# expect: [['\xe4,\xf6,,\xfc'], ['\xe4', '\xf6', '', '\xfc'], '\xe4,\xf6,,\xfc', '\xc4,\xd6,,\xdc', '\xe4,\xf6,,\xfc', '\xe4', '\xfc']
# expect: [['\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9', 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'], ['\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9 zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'], '\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9 zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', '\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9\xc9 ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeee zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', '\xe9', 'z']
print("aXbXc".replace("X", "é"), "aéb".replace("é", ""), "aaa".replace("a", "bb", 2), "abc".replace("", "-"))
# expect: aébéc ab bbbba -a-b-c-
print("abab".replace("ab", "é"), "éaéa".replace("éa", "b", 1), "x".replace("x", ""), "abc".replace("", "-", 2))
# expect: éé béa  -a-bc
s = "s,s"
print(s.split(s), s.replace(s, s), s.join([s, s]), s.split(s[1]), s.find(s))  # expect: ['', ''] s,s s,ss,ss,s ['s', 's'] 0
print("x".join([]), "x".join(["a"]), "é".join(("a", "b")), "".join(iter("abc")), ",".join({"k": 1}))  # expect:  a aéb abc k
print("abc".startswith(("x", "ab")), "abc".endswith(()), "abc".startswith("b", 1), "".startswith("", 1), "é".endswith("é"))
# expect: True False True False True
for wrong in (
    lambda: "a".startswith(1),
    lambda: "a".startswith(("b", 1)),
    lambda: "a".find(1),
    lambda: "a".rindex(None),
    lambda: "".join(["a", 1]),
    lambda: "a".strip(1),
    lambda: "a".split(""),
):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
# expect: startswith first arg must be str or a tuple of str, not int
# expect: tuple for startswith must only contain str, not int
# expect: find() argument 1 must be str, not int
# expect: rindex() argument 1 must be str, not None
# expect: sequence item 1: expected str instance, int found
# expect: strip arg must be None or str
# expect: empty separator
