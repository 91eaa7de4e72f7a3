/** Configuration and stories as the operator wrote them, or one clear line about the first fault. */
import { type Config, showProblem } from "../../config/config.ts";
import { type Environment, type Loaded, loadConfig } from "../../config/load.ts";
import { readStory } from "../core/story/read.ts";
import type { Story } from "../core/story/story.ts";
import { UsageError } from "./command.ts";

export type Settings = { readonly loaded: Loaded; readonly config: Config; readonly stories: readonly Story[] };

/** Every fault of the configuration and the stories, one line each; the environment is the process's own without another. */
export function faultsOf(
  root: string,
  env?: Environment,
): {
  readonly loaded: Loaded;
  readonly stories: readonly Story[];
  readonly faults: readonly string[];
} {
  const loaded = loadConfig(env ? { root, env } : { root });
  const read = loaded.stories.map(({ file, text }) => readStory(text, file));
  const stories = read.flatMap(({ story }) => (story ? [story] : []));
  const faults = [
    ...loaded.problems.map(showProblem),
    ...read.flatMap(({ problems }) => problems.map(({ file, line, what, fix }) => `${file}:${line}: ${what}. ${fix}`)),
    ...strays(loaded.config, stories, loaded.file),
  ];
  return { loaded, stories, faults };
}

/** Throws a `UsageError` with the first fault. */
export function settingsOf(root: string): Settings {
  const { loaded, stories, faults } = faultsOf(root);
  if (faults.length > 0 || !loaded.config) {
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more: parley doctor lists them)` : "";
    throw new UsageError(`${faults[0] ?? "the configuration cannot be used"}${more}`);
  }
  return { loaded, config: loaded.config, stories };
}

const platforms = ["terminal", "discord", "slack"];

/** Destinations that name a story or a platform that is not there. */
function strays(config: Config | null, stories: readonly Story[], file: string): readonly string[] {
  if (!config) return [];
  return config.destinations.flatMap(({ place, story }) => [
    ...(stories.some((one) => one.id === story)
      ? []
      : [
          `${file}: The destination ${place} follows "${story}", which no story file describes. Known: ${stories.map((one) => one.id).join(", ") || "none"}`,
        ]),
    ...(platforms.some((name) => place.startsWith(`${name}:`))
      ? []
      : [`${file}: No platform posts to "${place}". Use one of: ${platforms.map((name) => `${name}:`).join(", ")}`]),
  ]);
}
