import concurrent.futures
import os.path
import os.path as p
from collections import abc

print(os.path.basename("a/b.txt"), p is os.path, concurrent.futures.ThreadPoolExecutor.__name__, abc.Iterable.__name__)

# expect: b.txt True ThreadPoolExecutor Iterable
