# command: demo
# expect some: io_vs_cpu
# expect some: lost_update_py39
# expect some: low_level_thread
