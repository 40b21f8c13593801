# command: run --model py1.0 x.py
# expect stderr some: py3.13
# exit: 2
