/** Ten years, forty zones, and the wakes of a bot that restarts and a clock that jumps. */
import { dayMs, hourMs } from "../../../src/core/schedule/zone.ts";
import { chance } from "../../fakes/chance.ts";

export const zones = [
  "UTC Europe/Berlin Europe/London Europe/Dublin Europe/Kyiv Europe/Moscow Europe/Istanbul Europe/Lisbon",
  "America/New_York America/Los_Angeles America/Chicago America/St_Johns America/Havana America/Santiago",
  "America/Sao_Paulo America/Asuncion America/Caracas America/Mexico_City America/Nuuk America/Miquelon",
  "Africa/Casablanca Africa/Cairo Africa/El_Aaiun Africa/Lagos Africa/Juba Asia/Kathmandu Asia/Kolkata Asia/Tehran",
  "Asia/Gaza Asia/Beirut Asia/Amman Asia/Pyongyang Asia/Tokyo Asia/Almaty Australia/Lord_Howe Australia/Adelaide",
  "Pacific/Auckland Pacific/Chatham Pacific/Apia Antarctica/Troll",
].flatMap((line) => line.split(" "));

export const begin = Date.UTC(2016, 0, 1);
export const end = Date.UTC(2026, 0, 1);

export function* restless(seed: number): Generator<number> {
  const next = chance(seed);
  for (let now = begin; now < end; now += next() < 0.02 ? next() * 3 * dayMs : next() * 20 * hourMs)
    yield next() < 0.05 ? now - next() * 6 * hourMs : now;
}

export function* steady(from: number, until: number, step: number): Generator<number> {
  for (let now = from; now < until; now += step) yield now;
}
