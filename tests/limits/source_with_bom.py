print("bom")

# expect: bom
