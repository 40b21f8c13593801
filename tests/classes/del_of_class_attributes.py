# What an attribute of a class or of a module held goes when it gets another value.
import math


class Service:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __del__(self):
        print("del service")


first, second = Service(), Service()
print(first is second)
del first, second
print("the class has it")
Service.instance = None
print("reset")
# expect: True
# expect: the class has it
# expect: del service
# expect: reset

math.service = Service()
del Service.instance, math.service
print("end")
# expect: del service
# expect: end
