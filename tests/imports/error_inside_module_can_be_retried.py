import sys

for _ in range(2):
    try:
        import _broken
    except RuntimeError as error:
        print(error, "_broken" in sys.modules)

# expect: broken on purpose False
# expect: broken on purpose False
