# command: run --model free-threaded {script}
# exit: 2
# expect stderr: gilscope: the model free-threaded needs virtual cores: add --sim
print('not run')
