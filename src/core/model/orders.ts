/**
 * Text that speaks to a machine or to the reader rather than of the world. It is not sent where a model judges or chooses,
 * so that one sentence of an article cannot plead for or against its neighbours. A sieve, no wall: what a model says is
 * checked whatever it read.
 */
const toMachines =
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:previous|prior|above|earlier|all|any)\b|\b(?:instructions?|system prompt|prompts?|language models?|chatbots?|assistants?|machines?|LLMs?|AIs?)\b|\b(?:I|we) (?:order|command|instruct|ask) (?:you|every)\b|\bmark (?:every|all|each)\b|\[\/?INST\]|"role"|<\/?\w+>|[{}<>@]|https?:|\bwww\./i;
const toReaders =
  /^[“"]?(?:please|click|follow|join|visit|sign up|subscribe|read|see|share|call|tell|post|say|add|write|report|mention|ping|end|print)\b(?! (?:by|from|that the)\b)|\b(?:your|you)\b/i;

export const isOrder = (text: string): boolean => toMachines.test(text) || toReaders.test(text);
