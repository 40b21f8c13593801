print(chr(97), chr(8364), ord("a"), ord("€"), ord(b"A"))
for call in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: a € 97 8364 65
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError ord() expected string of length 1, but int found
