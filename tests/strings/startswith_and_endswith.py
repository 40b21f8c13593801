s = "file.tar.gz"
print(s.startswith("file"), s.endswith(".gz"), s.startswith(("a", "f")), s.endswith((".zip", ".py")), s.startswith("tar", 5), s.startswith(""))
try:
    s.startswith(5)
except TypeError as error:
    print(error)

# expect: True True True False True True
# expect: startswith first arg must be str or a tuple of str, not int
