/** No test may reach beyond this machine: every socket ends in `net.Socket.connect`, so that is where it is refused. */
import { Socket } from "node:net";

const connect = Socket.prototype.connect;
const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const options = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | undefined;
  const host = typeof options === "object" ? (options?.host ?? "localhost") : "localhost";
  if (!options?.path && !loopback.test(host))
    throw new Error(`A test tried to connect to ${host}; only loopback is allowed.`);
  return Reflect.apply(connect, this, args);
} as typeof connect;
