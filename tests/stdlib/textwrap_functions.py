import textwrap

text = "the quick brown fox jumps over the lazy dog-like creature"
print(textwrap.wrap(text, 14))
print(textwrap.fill(text, 30, subsequent_indent="  "))
print(repr(textwrap.dedent("\n   a\n     b\n\n   c")))
print(textwrap.indent("a\n\nb", "> "), textwrap.shorten("hello world this is", 12))

# expect: ['the quick', 'brown fox', 'jumps over the', 'lazy dog-like', 'creature']
# expect: the quick brown fox jumps over
# expect:   the lazy dog-like creature
# expect: '\na\n  b\n\nc'
# expect: > a
# expect:
# expect: > b hello [...]
