# skip cpython: it has this one
# expect stderr some: ModuleNotFoundError: No module named 'asyncio'
# exit: 1
import asyncio
