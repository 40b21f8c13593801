import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(user)s %(message)s"))
log = logging.getLogger("app")
log.addHandler(handler)
log.setLevel("INFO")
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.info("in")
adapter.debug("not shown")
log.addFilter(lambda record: "secret" not in record.getMessage())
adapter.error("secret")
adapter.error("out")
print(adapter, log, handler)

# expect: INFO ann in
# expect: ERROR ann out
# expect: <LoggerAdapter app (INFO)> <Logger app (INFO)> <StreamHandler <stdout> (NOTSET)>
