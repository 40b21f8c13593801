import io
import sys

keep = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1)
text = sys.stdout.getvalue()
sys.stdout = keep
print(repr(text))  # expect: 'captured 1\n'
