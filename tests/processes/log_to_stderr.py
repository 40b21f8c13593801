# real time: processes are not simulated
import logging
import multiprocessing as mp


def work():
    mp.get_logger().info("work")


mp.log_to_stderr(logging.INFO)
process = mp.Process(target=work)
process.start()
process.join()
# expect stderr: [INFO/Process-1] child process calling self.run()
# expect stderr: [INFO/Process-1] work
# expect stderr: [INFO/Process-1] process exiting with exitcode 0
# expect stderr: [INFO/Process-1] process shutting down
# expect stderr: [INFO/MainProcess] process shutting down
