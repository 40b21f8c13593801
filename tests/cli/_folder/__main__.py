import sys

import helper

print("the folder's main", sys.argv[1:], helper.name)
