# command: run _folder a
# expect: the folder's main ['a'] helper
