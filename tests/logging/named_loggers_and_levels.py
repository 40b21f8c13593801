import logging
import sys

logging.basicConfig(format="%(name)s %(message)s", stream=sys.stdout)
log = logging.getLogger("app")
child = logging.getLogger("app.db")
log.setLevel(logging.INFO)
log.info("info shown")
child.info("inherits the level")
child.debug("hidden")
print(log.level, child.level, child.getEffectiveLevel(), child.parent is log, log is logging.getLogger("app"))
print(log.isEnabledFor(logging.DEBUG), logging.getLevelName(30), log)

# expect: app info shown
# expect: app.db inherits the level
# expect: 20 0 20 True True
# expect: False WARNING <Logger app (INFO)>
