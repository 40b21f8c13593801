import sys

sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
for bad in (0, -1, "a"):
    try:
        sys.setswitchinterval(bad)
    except (ValueError, TypeError) as error:
        print(error)

# expect: 0.001
# expect: switch interval must be strictly positive
# expect: switch interval must be strictly positive
# expect: must be real number, not str
