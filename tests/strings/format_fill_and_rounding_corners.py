# Fill, zeros, groups, upper case and exact ties, which the short ways through formatting must not get wrong.
print([format(255, s) for s in ("a>10X", "é^9x", "#06x", "+,", "08,", "09,", "x<8,", "_b", "#_X", "012_")])
# expect: ['aaaaaaaaFF', 'éééfféééé', '0x00ff', '+255', '0,000,255', '0,000,255', '255xxxxx', '1111_1111', '0XFF', '0_000_000_255']
print([format(v, ".0f") for v in (0.5, 1.5, 2.5, -0.5, 1e15 + 0.5, 2**53, 1e22, 5e-324)])
# expect: ['0', '2', '2', '-0', '1000000000000000', '9007199254740992', '10000000000000000000000', '0']
print([format(v, ".2f") for v in (2.675, 1.005, 0.125, 0.375, 1e17, 123456789.995, -1e-9)], f"{0.1:.20f} {1 / 3:.25f}")
# expect: ['2.67', '1.00', '0.12', '0.38', '100000000000000000.00', '123456790.00', '-0.00'] 0.10000000000000000555 0.3333333333333333148296163
print([format(-1.5, s) for s in ("08.2f", "z.0f", "=+9.1f", "*^9.1f", "E", "%", ",.2f")], format(-0.2, "z.0f"))
# expect: ['-0001.50', '-2', '-     1.5', '**-1.5***', '-1.500000E+00', '-150.000000%', '-1.50'] 0
print([format(float(v), s) for v in ("inf", "-inf", "nan") for s in ("06", "F", "%", ",", "+.1f")])
# expect: ['000inf', 'INF', 'inf%', 'inf', '+inf', '-00inf', '-INF', '-inf%', '-inf', '-inf', '000nan', 'NAN', 'nan%', 'nan', '+nan']
print("%05d|%-5d|%+d|% d|%.4d|%#X|%#o|%08.3f|%-8.2f|%s|%.2s|%5s|%%" % (42, 42, 42, 42, 42, 255, 8, -1.5, 1.5, "é", "añb", "é"))
# expect: 00042|42   |+42| 42|0042|0XFF|0o10|-001.500|1.50    |é|añ|    é|%
t = "%s and %s, which is as long as to need a buffer"
print(t % (t, t))
# expect: %s and %s, which is as long as to need a buffer and %s and %s, which is as long as to need a buffer, which is as long as to need a buffer
print("{0}{1!r:>5}{2:{3}}{4[0]}".format("é", "x", 7, ">3", [1]), "{:,}|{:_}|{{}}".format(-1234567, 10**7))  # expect: é  'x'  71 -1,234,567|10_000_000|{}
for template, value in (("%(a", 1), ("%(a", {}), ("%", 1), ("%5", 1), ("%é", 1), ("%d %d", (1,)), ("%d", (1, 2))):
    try:
        print(template % value)
    except (TypeError, ValueError) as error:
        print(error)
# expect: format requires a mapping
# expect: incomplete format key
# expect: incomplete format
# expect: incomplete format
# expect: unsupported format character '?' (0xe9) at index 1
# expect: not enough arguments for format string
# expect: not all arguments converted during string formatting
