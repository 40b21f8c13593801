größe = 3
π = 3.14
print(größe * 2, π)  # expect: 6 3.14
名前 = "name"
print(名前)  # expect: name
