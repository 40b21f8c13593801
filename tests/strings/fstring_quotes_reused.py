d = {"k": "v"}
print(f"{d["k"]} {"inner"} {', '.join(["a", "b"])}")
print(f"{'\n'.join(["x", "y"])}")

# expect: v inner a, b
# expect: x
# expect: y
