print("%s and %s" % ("a", 1), "%d%%" % 50, "%s" % None, "%s" % [1], "%r" % "q", "%s" % (("t",),), "%c%c" % (65, "b"))
print("%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%.2f %8.3f %-8.1f| %e %g %g" % (3.14159, 2.5, 1.25, 12345.678, 0.0001, 1e10))
print("%10s|%-10s|%.2s" % ("right", "left", "cut"), "%(a)s-%(b)d" % {"a": 1, "b": 2}, "%*d" % (5, 42), "%a" % "é")
print("%i %u" % (3.9, 4), "%s" % True, "%5.1f%%" % 12.34, "no args" % ())

# expect: a and 1 50% None [1] 'q' ('t',) Ab
# expect:    42|42   |00042|+42| 42 ff FF 10 0xff 0o10
# expect: 3.14    2.500 1.2     | 1.234568e+04 0.0001 1e+10
# expect:      right|left      |cu 1-2    42 '\xe9'
# expect: 3 4 True  12.3% no args
