/** All commands, in the order in which help shows them. */
import type { Command } from "./command.ts";
import { talks } from "./talks.ts";

export const commands: readonly Command[] = [talks];
