# command: - x y
# stdin: import sys
# stdin: print("from stdin", sys.argv)
# expect: from stdin ['-', 'x', 'y']
