/**
 * Reads documents in one worker thread, one after the other, each within a deadline and a heap cap. A worker that
 * overruns or dies is replaced; its document is answered with why, and the next one is served. It knows no format.
 */
import { Worker } from "node:worker_threads";
import { type ReaderLimits, readerLimits } from "./limits.ts";
import type { ReadOutcome, ReadRequest } from "./read.ts";

export type Reader = {
  read(request: ReadRequest): Promise<ReadOutcome>;
  close(): Promise<void>;
};

type Job = { readonly request: ReadRequest; readonly done: (outcome: ReadOutcome) => void };

/** Opens nothing until the first document comes; between documents the worker does not keep the process alive. */
export function openReader(limits: Partial<ReaderLimits> = {}): Reader {
  const settings = { ...readerLimits, ...limits };
  const queue: Job[] = [];
  let worker: Promise<Worker> | null = null;
  let busy = false;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;
  /** A thread costs tens of megabytes: between polls there is none. */
  const retireWhenIdle = () => {
    idle = setTimeout(() => {
      const resting = worker;
      worker = null;
      void resting?.then((one) => one.terminate()).catch(() => {});
    }, settings.idleMs);
    idle.unref();
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    clearTimeout(idle);
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      if (closed) {
        job.done(failed("The reader was closed."));
        continue;
      }
      worker ??= startWorker(settings);
      const answer = await runJob(worker, job.request, settings);
      if (answer.broken) worker = null;
      job.done(answer.outcome);
    }
    busy = false;
    retireWhenIdle();
  };

  return {
    read: (request) =>
      new Promise((done) => {
        queue.push({ request, done });
        void work();
      }),
    close: async () => {
      closed = true;
      clearTimeout(idle);
      const running = await worker?.catch(() => null);
      await running?.terminate();
    },
  };
}

type Answer = { readonly outcome: ReadOutcome; readonly broken: boolean };

async function runJob(starting: Promise<Worker>, request: ReadRequest, limits: ReaderLimits): Promise<Answer> {
  let worker: Worker;
  try {
    worker = await starting;
  } catch (error) {
    return { outcome: failed(`The reader did not start: ${messageOf(error)}`), broken: true };
  }
  worker.ref();
  const answer = await exchange(worker, request, limits);
  if (answer.broken) await worker.terminate();
  else worker.unref();
  return answer;
}

function exchange(worker: Worker, request: ReadRequest, limits: ReaderLimits): Promise<Answer> {
  return new Promise((settle) => {
    const finish = (outcome: ReadOutcome, broken: boolean) => {
      clearTimeout(deadline);
      worker.removeAllListeners("message").removeAllListeners("exit");
      settle({ outcome, broken });
    };
    const deadline = setTimeout(
      () => finish(failed(`Reading took longer than ${limits.readMs} ms and was ended.`), true),
      limits.readMs,
    );
    worker.on("message", (outcome: ReadOutcome) => finish(outcome, false));
    worker.on("exit", () => finish(failed("Reading needed too much memory or crashed, and was ended."), true));
    // A copy, because the caller's buffer must stay usable; the copy is moved, not cloned.
    const bytes = request.bytes.slice();
    worker.postMessage({ ...request, bytes }, [bytes.buffer]);
  });
}

/** Resolves when the worker has loaded its modules, so that loading does not count as reading. */
function startWorker(limits: ReaderLimits): Promise<Worker> {
  return new Promise((ready, fail) => {
    const worker = new Worker(new URL("./read.worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
      env: {},
      execArgv: ["--import", new URL("../cache.js", import.meta.url).href],
      stdout: true,
      stderr: true,
    });
    const tooLate = setTimeout(() => {
      fail(new Error(`it was not ready within ${limits.startMs} ms`));
      void worker.terminate();
    }, limits.startMs);
    // An error is always followed by "exit", which is where it is answered; unheard it would end the process.
    worker.on("error", fail);
    worker.once("message", () => {
      clearTimeout(tooLate);
      worker.unref();
      ready(worker);
    });
    worker.once("exit", () => {
      clearTimeout(tooLate);
      fail(new Error("it ended"));
    });
  });
}

function failed(reason: string): ReadOutcome {
  return { kind: "failed", looksLike: "other", reason };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
