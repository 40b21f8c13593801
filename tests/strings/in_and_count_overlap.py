print("" in "", "abc" in "abcd", "ac" in "abcd", "aa".count("a"), "banana".count("ana"), "é" in "café")

# expect: True True False 2 1 True
