# flags: --switch-interval 1ms
# expect: 0.001
import sys

print(sys.getswitchinterval())
