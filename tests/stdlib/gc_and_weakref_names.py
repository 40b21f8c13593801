import gc

print(isinstance(gc.collect(), int), gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable())

# expect: True True None False None
