# -*- coding: utf-8 -*-
print("é")

# expect: é
