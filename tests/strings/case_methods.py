s = "heLLo wOrld"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), "ß".upper(), "STRASSE".casefold())
print("it's a test".title(), "ÀÉ".lower(), "éa".capitalize())

# expect: HELLO WORLD hello world Hello World Hello world HEllO WoRLD SS strasse
# expect: It'S A Test àé Éa
