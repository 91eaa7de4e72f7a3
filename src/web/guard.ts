/**
 * The only way to open a socket to a foreign address. A name is resolved once, every answer is judged, and the
 * socket goes to those answers and nowhere else; literals, which never pass a lookup, are judged before; the address
 * at the far end is judged once more when it is open. It does not know HTTP.
 *
 * Why three checks: `net.connect` never calls `lookup` for a literal, and a name may answer differently each time.
 */
import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { isPublic } from "./address.ts";
import { publicPorts } from "./limits.ts";

type Resolved = { readonly address: string; readonly family: number };

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

export type GuardOptions = {
  /** Exact `host:port` pairs that may be private; from the configuration file only, never from a person. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly connectMs: number;
  readonly resolve: Resolve;
};

/** The address is not one that Parley may reach. People are told "could not be reached"; the log says this. */
export class Blocked extends Error {
  readonly code = "PARLEY_BLOCKED";
}

export const resolveBySystem: Resolve = (hostname) =>
  new Promise((done, fail) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses)));
  });

/** Whether a URL may be asked for at all; null when it may, else why not. The host is judged when connecting. */
export function refusal(url: URL, allowedHosts: ReadonlySet<string>, morePorts: ReadonlySet<string>): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return `${url.protocol} addresses are not fetched.`;
  const port = portOf(url.protocol, url.port);
  if (allowedHosts.has(`${bare(url.hostname)}:${port}`) || publicPorts.has(port) || morePorts.has(port)) return null;
  return `Port ${port} is not one that feeds are served from.`;
}

export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const direct = buildConnector({ timeout: options.connectMs });
  return (target, done) => {
    const host = bare(target.hostname);
    if (options.allowedHosts.has(`${host}:${portOf(target.protocol, target.port)}`)) return direct(target, done);
    connectPublic(target, host, options).then(
      (socket) => done(null, socket),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

type Socket = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1];

async function connectPublic(target: buildConnector.Options, host: string, options: GuardOptions): Promise<Socket> {
  const addresses = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await options.resolve(host);
  const refused = addresses.find(({ address }) => !isPublic(address));
  if (refused || addresses.length === 0) throw new Blocked(`${host} leads to ${refused?.address ?? "nowhere"}.`);
  const connect = buildConnector({ timeout: options.connectMs, lookup: pinned(addresses) });
  return new Promise((opened, fail) => {
    connect(target, (...[error, socket]) => {
      if (error !== null) return fail(error);
      if (isPublic(socket.remoteAddress ?? "")) return opened(socket);
      socket.destroy();
      fail(new Blocked(`${host} was answered by ${socket.remoteAddress}.`));
    });
  });
}

type Lookup = NonNullable<Extract<buildConnector.BuildOptions, { lookup?: unknown }>["lookup"]>;

/** Answers with what was resolved and judged, whatever is asked. */
function pinned(addresses: readonly Resolved[]): Lookup {
  return (_hostname, asked, done) => {
    const first = addresses[0];
    if (asked.all === true) return done(null, [...addresses]);
    done(null, first?.address ?? "", first?.family);
  };
}

function portOf(protocol: string, port: string): string {
  return port === "" ? (protocol === "https:" ? "443" : "80") : port;
}

/** Without the brackets that URLs put around IPv6. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}
