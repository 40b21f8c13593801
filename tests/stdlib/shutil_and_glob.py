import glob
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
for name in ("a.py", "b.txt", "c.py"):
    with open(os.path.join(folder, name), "w") as file:
        file.write(name)
shutil.copy(os.path.join(folder, "a.py"), os.path.join(folder, "d.py"))
print(sorted(os.path.basename(p) for p in glob.glob(folder + "/*.py")))
shutil.rmtree(folder)
print(os.path.exists(folder))

# expect: ['a.py', 'c.py', 'd.py']
# expect: False
