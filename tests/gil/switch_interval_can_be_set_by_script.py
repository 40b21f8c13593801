# flags: --switch-interval 20ms
# expect: 0.02
# expect: 0.0005
import sys

print(sys.getswitchinterval())
sys.setswitchinterval(0.0005)
print(sys.getswitchinterval())
