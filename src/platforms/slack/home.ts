/** The app's home page: what can be asked, as the help page says it. */
import type { types } from "@slack/bolt";
import type { Command } from "../../../commands/command.ts";
import { helpView } from "../../../commands/usage.ts";
import { homeBlocksMax } from "./limits.ts";
import { render } from "./render.ts";

export function homeOf(commands: readonly Command[]): types.HomeView {
  return { type: "home", blocks: render(commands.flatMap(helpView), "home").blocks.slice(0, homeBlocksMax) };
}
