/** The worker's side of reader.ts: one document in, one outcome out. It holds nothing between two documents. */
import { parentPort } from "node:worker_threads";
import { type ReadRequest, readDocument } from "./read.ts";

const port = parentPort;
if (port === null) throw new Error("read.worker.ts runs in a worker thread only.");
port.on("message", async (request: ReadRequest) => port.postMessage(await readDocument(request)));
port.postMessage("ready");
