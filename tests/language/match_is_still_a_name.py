match = 5
case = {"k": match}
print(match, case["k"])  # expect: 5 5
match[0] if False else print("soft keyword")  # expect: soft keyword
print(type := 3)  # expect: 3
