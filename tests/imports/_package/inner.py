from .deep.leaf import leaf

value = "inner value"
