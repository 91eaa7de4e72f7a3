import type { Story } from "../../../src/core/story/story.ts";
import { nothing, type Measured } from "../figure.ts";
import type { Gold } from "../gold.ts";
import type { Played } from "./telling.ts";
export async function ownQuestions(_played: readonly Played[]): Promise<Measured> { return nothing; }
export async function goldQuestions(_gold: Gold, _story: Story): Promise<Measured> { return nothing; }
