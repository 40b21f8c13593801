for cls in (
    ArithmeticError, AssertionError, AttributeError, BrokenPipeError, BufferError, ChildProcessError,
    ConnectionError, EOFError, FileExistsError, FileNotFoundError, FloatingPointError, GeneratorExit,
    ImportError, IndentationError, IndexError, InterruptedError, IsADirectoryError, KeyError,
    KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError, NameError, NotADirectoryError,
    NotImplementedError, OSError, OverflowError, PermissionError, ProcessLookupError, RecursionError,
    ReferenceError, RuntimeError, StopAsyncIteration, StopIteration, SyntaxError, SystemError, SystemExit,
    TabError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError,
    UnicodeError, ValueError, ZeroDivisionError, Warning, DeprecationWarning, UserWarning, RuntimeWarning,
    SyntaxWarning, FutureWarning, ExceptionGroup, PythonFinalizationError,
):
    print(" > ".join(c.__name__ for c in cls.__mro__[:-1]))

# expect: ArithmeticError > Exception > BaseException
# expect: AssertionError > Exception > BaseException
# expect: AttributeError > Exception > BaseException
# expect: BrokenPipeError > ConnectionError > OSError > Exception > BaseException
# expect: BufferError > Exception > BaseException
# expect: ChildProcessError > OSError > Exception > BaseException
# expect: ConnectionError > OSError > Exception > BaseException
# expect: EOFError > Exception > BaseException
# expect: FileExistsError > OSError > Exception > BaseException
# expect: FileNotFoundError > OSError > Exception > BaseException
# expect: FloatingPointError > ArithmeticError > Exception > BaseException
# expect: GeneratorExit > BaseException
# expect: ImportError > Exception > BaseException
# expect: IndentationError > SyntaxError > Exception > BaseException
# expect: IndexError > LookupError > Exception > BaseException
# expect: InterruptedError > OSError > Exception > BaseException
# expect: IsADirectoryError > OSError > Exception > BaseException
# expect: KeyError > LookupError > Exception > BaseException
# expect: KeyboardInterrupt > BaseException
# expect: LookupError > Exception > BaseException
# expect: MemoryError > Exception > BaseException
# expect: ModuleNotFoundError > ImportError > Exception > BaseException
# expect: NameError > Exception > BaseException
# expect: NotADirectoryError > OSError > Exception > BaseException
# expect: NotImplementedError > RuntimeError > Exception > BaseException
# expect: OSError > Exception > BaseException
# expect: OverflowError > ArithmeticError > Exception > BaseException
# expect: PermissionError > OSError > Exception > BaseException
# expect: ProcessLookupError > OSError > Exception > BaseException
# expect: RecursionError > RuntimeError > Exception > BaseException
# expect: ReferenceError > Exception > BaseException
# expect: RuntimeError > Exception > BaseException
# expect: StopAsyncIteration > Exception > BaseException
# expect: StopIteration > Exception > BaseException
# expect: SyntaxError > Exception > BaseException
# expect: SystemError > Exception > BaseException
# expect: SystemExit > BaseException
# expect: TabError > IndentationError > SyntaxError > Exception > BaseException
# expect: TimeoutError > OSError > Exception > BaseException
# expect: TypeError > Exception > BaseException
# expect: UnboundLocalError > NameError > Exception > BaseException
# expect: UnicodeDecodeError > UnicodeError > ValueError > Exception > BaseException
# expect: UnicodeEncodeError > UnicodeError > ValueError > Exception > BaseException
# expect: UnicodeError > ValueError > Exception > BaseException
# expect: ValueError > Exception > BaseException
# expect: ZeroDivisionError > ArithmeticError > Exception > BaseException
# expect: Warning > Exception > BaseException
# expect: DeprecationWarning > Warning > Exception > BaseException
# expect: UserWarning > Warning > Exception > BaseException
# expect: RuntimeWarning > Warning > Exception > BaseException
# expect: SyntaxWarning > Warning > Exception > BaseException
# expect: FutureWarning > Warning > Exception > BaseException
# expect: ExceptionGroup > BaseExceptionGroup > Exception > BaseException
# expect: PythonFinalizationError > RuntimeError > Exception > BaseException
