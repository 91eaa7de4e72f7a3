/** How to type a command: one line of usage, and the page of help. Both are made from the command itself. */

import { type Document, heading, paragraph, strong, text } from "../src/core/post/post.ts";
import { nearest } from "../src/core/text/nearest.ts";
import { type Action, actionOf, type Command, positional } from "./command.ts";
import type { Option } from "./option.ts";

/** `since WHEN`, `timeline [issue|actor]`: what is required in capitals, what may be left out in brackets. */
export function usage(name: string, action: Action): string {
  return [name, ...positional(action.options).map(([option, about]) => placeholder(option, about))].join(" ");
}

function placeholder(name: string, option: Option): string {
  const shown = option.kind === "topic" ? "issue|actor" : name;
  return option.required ? shown.toUpperCase() : `[${shown}]`;
}

/** All actions, one line each: it must fit 24 lines of 80 columns. */
export function helpView(command: Command): Document {
  return [
    heading(`/${command.name} · ${command.about}`),
    {
      kind: "list",
      items: Object.entries(command.actions).map(([name, action]) => [
        strong(usage(name, action)),
        text(` · ${action.about}`),
      ]),
    },
    paragraph(text("Or ask in plain words, for instance by replying in a digest's thread.")),
  ];
}

/** One action, with each of its options. */
export function helpOnView(command: Command, name: string): Document {
  const action = actionOf(command, name);
  if (!action) return [paragraph(text(unknownAction(command, name)))];
  const typed = new Set(positional(action.options).map(([option]) => option));
  return [
    heading(`/${command.name} ${usage(name, action)}`),
    paragraph(text(action.about)),
    {
      kind: "list",
      items: Object.entries(action.options).map(([option, { about, required }]) => [
        strong(typed.has(option) ? option : `${option}=…`),
        text(` · ${required ? "" : "optional · "}${about}`),
      ]),
    },
  ];
}

/** What is said to an action that does not exist. */
export function unknownAction(command: Command, typed: string): string {
  const near = nearest(typed, Object.keys(command.actions));
  const hint = near === null ? "" : ` Did you mean /${command.name} ${near}?`;
  return `There is no /${command.name} ${typed}.${hint} /${command.name} help lists what there is.`;
}
