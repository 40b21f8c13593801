class S:
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
    def __rand__(self, o): return "rand"


s = S()
print(s & 1, s | 1, s ^ 1, s << 1, s >> 1, 1 & s)  # expect: and or xor lshift rshift rand
