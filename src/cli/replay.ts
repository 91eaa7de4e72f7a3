/** `parley replay`: the whole core over archived articles with a simulated clock. */
import { type Instant, versionOf } from "../core/article/article.ts";
import type { Change, Digest } from "../core/digest/digest.ts";
import { postOf } from "../core/post/digest-post.ts";
import { type Replay, replay } from "../core/replay.ts";
import type { Story } from "../core/story/story.ts";
import { renderPost } from "../platforms/terminal/render.ts";
import { wantsColour } from "../platforms/terminal/terminal.ts";
import { type CliCommand, UsageError } from "./command.ts";
import { archiveOf, instantOf, storyOf } from "./inputs.ts";
import { evidenceJson, iso } from "./json.ts";
import { jsonText } from "./say.ts";
import { widthOf } from "./width.ts";

/** More cut-offs than this are a slip in --every. */
const cutoffsMax = 10_000;

export const replayCommand: CliCommand = {
  name: "replay",
  about: "Runs everything over archived articles with a simulated clock and prints the digests.",
  example: "parley replay articles.jsonl --cutoffs 2025-12-19T20:00Z,2025-12-20T20:00Z",
  positionals: "FILE…",
  options: {
    cutoffs: { type: "string", hint: "T,T…", about: "a digest at each of these times" },
    every: { type: "string", hint: "6h", about: "a digest every so many hours (h) or days (d)" },
    story: { type: "string", hint: "ID|FILE", about: "the story; the first configured one without it" },
    json: { type: "boolean", hint: "", about: "print JSON and nothing else" },
  },
  async run(args, io) {
    if (args.text("cutoffs") && args.text("every")) throw new UsageError("Give --cutoffs or --every, not both.");
    const story = storyOf(args.text("story"), io.root);
    const { articles, problems } = await archiveOf(args.positionals, io);
    const versions = articles.map(versionOf);
    const result = replay(articles, story, cutoffsOf(args.text("cutoffs"), args.text("every"), versions));
    if (args.flag("json")) io.out(jsonText(replayJson(story, result)));
    else for (const digest of result.digests) io.out(`${drawn(digest, story)}\n`);
    return problems > 0 ? 1 : 0;
  },
};

function cutoffsOf(cutoffs: string | null, every: string | null, versions: readonly Instant[]): readonly Instant[] {
  if (cutoffs !== null) {
    const times = cutoffs.split(",").map((one) => instantOf(one, "--cutoffs"));
    if (times.some((time, at) => at > 0 && time <= times[at - 1]!))
      throw new UsageError("--cutoffs: each time must be later than the one before.");
    return times;
  }
  return every === null ? [] : stepsOver(versions, stepOf(every), every);
}

/** The ends of equal steps over all versions. One without a date stands at 1970 and falls into the first step. */
function stepsOver(versions: readonly Instant[], step: number, written: string): readonly Instant[] {
  const dated = versions.filter((version) => version > 0);
  if (dated.length === 0) return [];
  const [first, last] = [dated.reduce((a, b) => Math.min(a, b)), dated.reduce((a, b) => Math.max(a, b))];
  const ends: Instant[] = [];
  for (let at = Math.floor(first / step) * step + step; ; at += step) {
    ends.push(at);
    if (at >= last) return ends;
    if (ends.length >= cutoffsMax)
      throw new UsageError(
        `--every ${written} makes more than ${cutoffsMax} digests from ${iso(first)} to ${iso(last)}. Take a longer step, or leave out articles with odd dates.`,
      );
  }
}

function stepOf(every: string): number {
  const match = /^(\d{1,4})\s*(h|d|m)$/.exec(every.trim());
  const step = match ? Number(match[1]) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] as "m" | "h" | "d"] : 0;
  if (step === 0) throw new UsageError(`--every: "${every}" is no step. Write 6h, 30m or 1d.`);
  return step;
}

function drawn(digest: Digest, story: Story): string {
  const look = { width: widthOf(), colour: wantsColour(process.stdout.isTTY === true, undefined) };
  return renderPost(postOf(digest, story, "UTC"), look).join("\n");
}

function replayJson(story: Story, { articles, matched, digests }: Replay): unknown {
  return { story: story.id, articles, matched, digests: digests.map(digestJson) };
}

function digestJson(digest: Digest): unknown {
  const { since, until } = digest.window;
  return {
    since: since === null ? null : iso(since),
    until: iso(until),
    articles: digest.articles,
    origins: digest.origins,
    quiet: digest.quiet,
    changes: digest.changes.map(changeJson),
  };
}

function changeJson(change: Change): unknown {
  const { ref, kind, text, was, actors, issue, modality, independentOrigins } = change;
  return {
    ref,
    kind,
    text,
    was,
    actors,
    issue,
    modality,
    independentOrigins,
    evidence: change.evidence.map(evidenceJson),
  };
}
