import os
import os.path

print(os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.split("a/b.c"), os.path.splitext("x.tar.gz"), os.path.dirname("a/b"))
print(os.path.exists("/"), os.path.isdir("/"), os.path.isfile("/"), os.path.basename("/a/b"), os.path.normpath("a/../b//c"), os.path.isabs("/x"), os.sep)
print(os.environ.get("NO_SUCH_VARIABLE", "unset"), isinstance(os.getpid(), int), os.path.abspath("/a/./b"), os.getenv("NO_SUCH"), isinstance(os.cpu_count(), int))
print("PATH" in os.environ, isinstance(os.getcwd(), str), os.linesep == "\n", os.name)
try:
    os.environ["NO_SUCH_VARIABLE"]
except KeyError as error:
    print(error)

# expect: a/b/c.txt /b ('a', 'b.c') ('x.tar', '.gz') a
# expect: True True False b b/c True /
# expect: unset True /a/b None True
# expect: True True True posix
# expect: 'NO_SUCH_VARIABLE'
