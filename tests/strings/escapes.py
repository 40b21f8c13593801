print("a\\b\'c\"d\x41\u0042\U00000043\104")
print(repr("\a\b\f\v\0\t\r\n\x1b\x7f"))
print(len("\
"), "\N{GREEK SMALL LETTER ALPHA}")

# expect: a\b'c"dABCD
# expect: '\x07\x08\x0c\x0b\x00\t\r\n\x1b\x7f'
# expect: 0 α
