# command: run {script}
# exit: 42
raise SystemExit(42)
