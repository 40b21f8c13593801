import math

print(f"{math.pi:.{2}f}", f"{'x':{'>'}{4}}", f"{3.14159:{'.2f'}}", f"{10:{'x'}}")  # expect: 3.14    x 3.14 a
