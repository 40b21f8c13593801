text = """first
  second "quoted"
last\
 joined"""
print(text)
print('''a'b"c''')
print(len("""
"""))

# expect: first
# expect:   second "quoted"
# expect: last joined
# expect: a'b"c
# expect: 1
