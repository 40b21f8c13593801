print(repr("  a b \n".strip()), repr("  a ".lstrip()), repr(" a  ".rstrip()))
print("xxaxx".strip("x"), "abcba".strip("ab"), "www.x.com".lstrip("w."), "file.py".removesuffix(".py"), "pre-x".removeprefix("pre-"))
print("x".removesuffix("y"), repr("\t\u00a0x\u2003".strip()))

# expect: 'a b' 'a ' ' a'
# expect: a c x.com file x
# expect: x 'x'
