print("a" < "b", "Z" < "a", "abc" < "abd", "" < "a", "a" < "aa", "é" > "z", "10" < "9", max("b", "a"), sorted(["B", "a", "C"]))

# expect: True True True True True True True b ['B', 'C', 'a']
