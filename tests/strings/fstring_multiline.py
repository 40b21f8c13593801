a = 1
print(f"""line {a}
line {a + 1
      + 1}""")
print(f"one {a}" f" two {a}"
      " three")
print(rf"\n{a}", fR"{a}\t", F"{a}")

# expect: line 1
# expect: line 3
# expect: one 1 two 1 three
# expect: \n1 1\t 1
