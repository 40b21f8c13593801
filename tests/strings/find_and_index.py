s = "abcabc"
print(s.find("b"), s.find("b", 2), s.find("z"), s.rfind("b"), s.index("c"), s.rindex("c"), s.find(""), s.find("c", 0, 2))
print(s.count("bc"), s.count("z"), "aaaa".count("aa"), "abc".count(""))
for call in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.find(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: 1 4 -1 4 2 5 0 -1
# expect: 2 0 2 4
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: TypeError find() argument 1 must be str, not int
