import sys

print(sys.argv[1:], sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.byteorder, sys.maxsize == 2 ** 63 - 1)
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.implementation.name != "", isinstance(sys.platform, str), sys.maxunicode)
print(sys.version.startswith("3.13"), isinstance(sys.path, list), "sys" in sys.modules, sys.stdout.writable(), sys.flags.optimize)
# args: a --flag -x

# expect: ['a', '--flag', '-x'] (3, 13) True 3 little True
# expect: 1000 0.005 True True 1114111
# expect: True True True True 0
