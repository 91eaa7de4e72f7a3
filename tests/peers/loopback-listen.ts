/** Whatever a stand-in listens on, it listens on this machine only; some of them would take every interface. */
import { Server } from "node:net";

const listen = Server.prototype.listen;

Server.prototype.listen = function (this: Server, port?: unknown, ...rest: unknown[]) {
  const isAnyHost = typeof port === "number" && typeof rest[0] !== "string";
  return Reflect.apply(listen, this, isAnyHost ? [port, "127.0.0.1", ...rest] : [port, ...rest]);
} as typeof listen;
