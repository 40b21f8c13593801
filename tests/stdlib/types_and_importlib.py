import importlib
import types


def f(): pass


print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), types.SimpleNamespace(a=1))
print(importlib.import_module("math").floor(2.5), types.MappingProxyType({"a": 1})["a"], type(types) is types.ModuleType)

# expect: True True namespace(a=1)
# expect: 2 1 True
