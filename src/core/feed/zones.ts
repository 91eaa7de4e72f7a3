/**
 * Time zone names and offsets as dates in feeds write them, in minutes east of UTC.
 * It does not know daylight saving rules: a name says itself which of the two it means.
 */
const names: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  ict: 420,
  wib: 420,
  sgt: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  ndt: -150,
  nst: -210,
  brt: -180,
  art: -180,
  adt: -180,
  ast: -240,
  edt: -240,
  est: -300,
  et: -300,
  cdt: -300,
  cst: -360,
  ct: -360,
  mdt: -360,
  mst: -420,
  mt: -420,
  pdt: -420,
  pst: -480,
  pt: -480,
  akdt: -480,
  akst: -540,
  hst: -600,
};

const minutesOfDayMax = 15 * 60;

/** `+hh`, `+hhmm` or `+hh:mm`; null when it is none of these or beyond 15 hours. */
function offsetOf(text: string): number | null {
  const match = /^([+\-\u2212])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > minutesOfDayMax) return null;
  return match[1] === "+" ? minutes : -minutes;
}

/** RFC 822 section 5.1 counts A–M (no J) westwards and N–Y eastwards. */
function militaryOf(letter: string): number | null {
  const west = "abcdefghiklm".indexOf(letter);
  if (west >= 0) return -(west + 1) * 60;
  const east = "nopqrstuvwxy".indexOf(letter);
  return east >= 0 ? (east + 1) * 60 : null;
}

/** Minutes east of UTC for a name, a letter, an offset, or a name with an offset ("GMT+2"); null when unknown. */
export function zoneOf(text: string): number | null {
  const zone = text.toLowerCase();
  if (Object.hasOwn(names, zone)) return names[zone] ?? null;
  if (/^[a-z]$/.test(zone)) return militaryOf(zone);
  return offsetOf(zone.replace(/^(gmt|utc|ut)(?=[+\-\u2212])/, ""));
}
