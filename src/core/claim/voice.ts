/** Who speaks in a sentence, and what the one after it inherits: whom "he" means, whose quotation goes on. */
import { type Context, quotingAfter, thingOf } from "./context.ts";
import { isTitled, type Name } from "./names.ts";
import type { Piece } from "./pieces.ts";
import { bearerOf, referencesAfter } from "./references.ts";
import { type Speaker, speakerIn } from "./speaker.ts";

/** Who says a piece: named in its sentence, or in the one that opened its quotation. */
export function speakerOf(piece: Piece, sentence: string, names: readonly Name[], context: Context): Speaker | null {
  const { source } = piece;
  if (source === null) return piece.quoted ? context.speaker : inRecentVoice(sentence, context);
  if (/^(?:he|she)$/i.test(source)) return pronounSpeaker(source, context.person, context.personText);
  const bearer = bearerOf(source, context.references);
  if (bearer) return pronounSpeaker(source, bearer.name, bearer.text);
  return speakerIn({ source, sentence, names, reported: true });
}

/** Nothing but a quotation. */
const quotationAlone = /^[“"][^“”"]+[”"][.!?]?$/;
const inRecentVoice = (sentence: string, { recent }: Context) => (quotationAlone.test(sentence) ? recent : null);

function pronounSpeaker(source: string, person: Name | null, written: string | null): Speaker | null {
  if (!person) return null;
  const shown = written ?? source;
  return {
    attribution: { kind: "person", text: shown, actor: person.id, reported: true, listed: person.kind === "person" },
    name: person,
    shown,
  };
}

const lastWritten = (sentence: string, name: Name) => sentence.slice(name.start, name.end);

/** What the sentence after this one inherits. */
export function after(sentence: string, names: readonly Name[], pieces: readonly Piece[], context: Context): Context {
  const said = pieces.find((piece) => piece.source !== null);
  const speaker = said ? speakerOf(said, sentence, names, context) : context.speaker;
  const pronounSpeaks = said !== undefined && /^(?:he|she)$/i.test(said.source!);
  const people = names.filter((name) => name.named && (name.kind === "person" || name.kind === "name"));
  const at = said ? sentence.indexOf(said.source!) : -1;
  const able = people.filter((name) => at >= 0 && name.start >= at && name.end <= at + said!.source!.length);
  const speaking = able.find((name) => name.kind === "person") ?? able[0];
  const subject = speaking ?? people.find((name) => name.kind === "person" || isTitled(sentence, name)) ?? null;
  // "…, the minister wrote" is somebody named before, so nobody that the minister speaks of becomes "he".
  const known = said && speaker?.attribution.kind === "person" && !speaking && context.person !== null;
  // Nobody whom "he" speaks of is the next "he".
  const goesOn = context.person !== null && !speaking && /^[“"]?(?:He|She)\b/.test(sentence);
  const stays = pronounSpeaks || known || goesOn || !subject;
  const body = pieces[0] ? sentence.slice(pieces[0].bodyStart, pieces[0].bodyEnd) : sentence;
  return {
    person: stays ? context.person : subject,
    personText: stays ? context.personText : lastWritten(sentence, subject),
    speaker: speaker ?? context.speaker,
    recent: said ? speaker : inRecentVoice(sentence, context),
    quoting: quotingAfter(sentence, context.quoting),
    // "They" reaches back one sentence, no further.
    thing: thingOf(body.replace(/^[“"]/, "")),
    references: referencesAfter(sentence, names, said?.source ?? null, context.references),
  };
}
