print(str(["a", 1.0, None]), str(("x",)), str({"k": "v"}), "%s" % ["q"], f"{['q']}")

# expect: ['a', 1.0, None] ('x',) {'k': 'v'} ['q'] ['q']
