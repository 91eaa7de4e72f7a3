/** What is asked and what a report says of it the other way round: to stay and to leave. It finds a report; it is no verdict. */
import { opposed } from "../language/lexicon.ts";
import { stemOf } from "../language/words.ts";

const pairs = `stay leave|remain leave|join leave|keep close|keep leave|hold break|hold breach|hold collapse|intact breach|intact break
  high low|higher lower|higher less|more less|more fewer|bigger smaller|rise fall|increase decrease|grow shrink
  approve reject|accept reject|agree reject|agree refuse|allow ban|allow forbid|back oppose|support oppose|side reject
  free detain|release detain|lift impose|continue stop|go stay|resume suspend|start stop|open close|safe danger|safe risk
  win lose|win lead|pass fail|succeed fail|confirm deny|admit deny|know deny|quit remain|resign remain|alive dead
  evacuate stay|leave return|guilty innocent|settle open|settle unresolved|agree open|agree unresolved|give sell`;

const known = new Set(
  pairs
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(" ").map(stemOf))
    .flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]),
);

export const isContrary = (a: string, b: string): boolean => known.has(`${a} ${b}`) || (a !== b && opposed(a, b));
