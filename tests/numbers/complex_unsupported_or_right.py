z = 3 + 4j
print(z, z.real, z.imag, abs(z), z * 2, z == 3 + 4j, z.conjugate())  # expect: (3+4j) 3.0 4.0 5.0 (6+8j) True (3-4j)
