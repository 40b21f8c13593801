print(ascii("aé\n"), ascii(["ü", 1]))  # expect: 'a\xe9\n' ['\xfc', 1]
print(ascii("\U0001F600"))  # expect: '\U0001f600'
