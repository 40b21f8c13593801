// Perfetto's own trace processor, in its WebAssembly build: reads requests from one file and writes answers to another.
//
//     node trace_processor.cjs DIST REQUESTS ANSWERS
//
// DIST is a folder of Perfetto's user interface. Its worker is given what it would find in a browser.
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [dist, requests, answers] = process.argv.slice(2);
const fail = (error) => {
  console.error(String(error && error.message || error).slice(0, 500));
  process.exit(1);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const read = (url) => fs.readFileSync(path.join(dist, path.basename(String(url))));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class XMLHttpRequest {
  open(_method, url) {
    this.url = url;
  }
  send() {
    const bytes = read(this.url);
    this.status = 200;
    this.response = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  }
}

let instances = 0;
const counted = (instantiate) => async (...args) => {
  const instance = await instantiate.apply(WebAssembly, args);
  instances += 1;
  return instance;
};
const wasm = Object.create(WebAssembly, {
  instantiate: { value: counted(WebAssembly.instantiate) },
  instantiateStreaming: { value: counted(WebAssembly.instantiateStreaming) },
});

const worker = {
  location: { href: "http://localhost/engine_bundle.js" },
  fetch: async (url) => new Response(read(url), { headers: { "Content-Type": "application/wasm" } }),
  addEventListener() {},
};
const context = {
  ...worker, self: worker, XMLHttpRequest, WebAssembly: wasm, WorkerGlobalScope: class {},
  TextDecoder, TextEncoder, URL, Response, performance, setTimeout, clearTimeout, queueMicrotask,
  Uint8Array, Promise, Error, TypeError, RangeError,
  console: { log() {}, warn() {}, error() {} },
};
vm.createContext(context);
vm.runInContext(read("engine_bundle.js").toString(), context);

async function main() {
  const received = [];
  const port = { postMessage: (data) => received.push(Buffer.from(data)) };
  worker.onmessage({ data: port });
  for (let tries = 0; instances === 0 && tries < 600; tries += 1) await pause(50);
  await pause(1000); // It sets itself up after it has been loaded.
  const data = fs.readFileSync(requests);
  for (let at = 0; at < data.length; ) {
    const length = data.readUInt32LE(at);
    port.onmessage({ data: new Uint8Array(data.subarray(at + 4, at + 4 + length)) });
    at += 4 + length;
  }
  fs.writeFileSync(answers, Buffer.concat(received));
}
main();
