for s in ("abc", "123", "a1", " ", "", "ABC", "Title Case", "x_1", "½", "é"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isnumeric(), s.isdecimal(), s.isascii(), s.isprintable())

# expect: 'abc' True False True False False True False True False False True True
# expect: '123' False True True False False False False False True True True True
# expect: 'a1' False False True False False True False True False False True True
# expect: ' ' False False False True False False False False False False True True
# expect: '' False False False False False False False False False False True True
# expect: 'ABC' True False True False True False False True False False True True
# expect: 'Title Case' False False False False False False True False False False True True
# expect: 'x_1' False False False False False True False True False False True True
# expect: '½' False False True False False False False False True False False True
# expect: 'é' True False True False False True False True False False False True
