/** `parley manifest`: the manifest of the Slack app, made from the commands, and the link that creates the app from it. */
import { commands } from "../../commands/index.ts";
import { createAppLink, type ManifestSetup, optionalScopes, slackManifest } from "../platforms/slack/manifest.ts";
import { type Args, type CliCommand, noPositionals, UsageError } from "./command.ts";
import { rightsTable, slackRights } from "./rights.ts";
import { jsonText } from "./say.ts";

export const manifestCommand: CliCommand = {
  name: "manifest",
  about: "Prints the manifest of the Slack app, the link that creates the app, and why it needs each right.",
  example: "parley manifest --json",
  positionals: "",
  options: {
    address: { type: "string", hint: "URL", about: "the public https address, for many workspaces over HTTP" },
    with: { type: "string", hint: "SCOPES", about: `optional rights too: ${optional().join(", ")}` },
    json: { type: "boolean", hint: "", about: "print the manifest alone; the rest goes to standard error" },
  },
  async run(args, io) {
    noPositionals(manifestCommand, args);
    const setup = setupFrom(args);
    const talk = `Open this to create the app, or paste the manifest at api.slack.com/apps (From a manifest):\n\n${createAppLink(setup)}\n\nWhat Parley asks for, and why:\n\n${rightsTable(slackRights)}`;
    const manifest = jsonText(slackManifest(setup));
    if (args.flag("json")) {
      io.out(manifest);
      io.err(talk);
    } else io.out(`${talk}\nThe manifest:\n\n${manifest}`);
    return 0;
  },
};

function optional(): readonly string[] {
  return optionalScopes.map(({ name }) => name);
}

function setupFrom(args: Args): ManifestSetup {
  const asked = (args.text("with") ?? "").split(/[\s,]+/).filter((name) => name !== "");
  const unknown = asked.find((name) => !optional().includes(name));
  if (unknown) throw new UsageError(`--with: "${unknown}" is not optional. Known: ${optional().join(", ")}`);
  return { commands, address: addressFrom(args.text("address")), optional: asked };
}

function addressFrom(asked: string | null): string | null {
  if (asked === null) return null;
  const url = URL.parse(asked);
  const isPlain = url?.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (url?.protocol === "https:" && isPlain) return asked;
  throw new UsageError(
    `--address: "${asked}" cannot be used. Slack asks for a plain address that begins with https://.`,
  );
}
