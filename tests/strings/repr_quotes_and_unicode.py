for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nul\0", "é", "\u200b", "😀", "\xad"):
    print(ascii(s), repr(s) if s.isprintable() else "-")

# expect: 'plain' 'plain'
# expect: "it's" "it's"
# expect: 'say "hi"' 'say "hi"'
# expect: 'both \' and "' 'both \' and "'
# expect: 'tab\t' -
# expect: 'nul\x00' -
# expect: '\xe9' 'é'
# expect: '\u200b' -
# expect: '\U0001f600' '😀'
# expect: '\xad' -
