import string

print(string.ascii_lowercase, string.digits, string.hexdigits, string.ascii_uppercase[:3], string.punctuation)
print(repr(string.whitespace), len(string.ascii_letters), len(string.printable), string.capwords("a bc d"))
print(string.Template("$a and ${b} $$").substitute(a=1, b=2), string.Template("$x").safe_substitute())

# expect: abcdefghijklmnopqrstuvwxyz 0123456789 0123456789abcdefABCDEF ABC !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~
# expect: ' \t\n\r\x0b\x0c' 52 100 A Bc D
# expect: 1 and 2 $ $x
