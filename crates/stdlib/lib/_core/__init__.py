# _core: the hidden twins of native functions, for operands that need script code (see each file).
# Hidden: its frames do not appear in tracebacks. Each file is a module of its own; a twin takes its native's arguments.
# Native hooks: `_vm`, the module of natives that only these files see.
