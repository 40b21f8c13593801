import logging

logging.warning("%d", "x")
print("goes on")
# expect: goes on
# expect stderr: --- Logging error ---
# expect stderr some: TypeError: %d format: a real number is required, not str
