/** Numbers, units and currencies of news English. */

const small = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const numberWords: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
  ...tens.flatMap((word, at) =>
    small.slice(1, 10).map((unit, more) => [`${word}-${unit}`, (at + 2) * 10 + more + 1] as const),
  ),
  ["hundred", 100],
  ["dozen", 12],
  ["half a dozen", 6],
  ["dozens", 24],
  ["half", 0.5],
]);

export const scales: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["mn", 1e6],
  ["m", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);

export const currencies: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["$", "USD"],
  ["us$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₹", "INR"],
  ["euro", "EUR"],
  ["euros", "EUR"],
  ["eur", "EUR"],
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["usd", "USD"],
  ["pound", "GBP"],
  ["pounds", "GBP"],
  ["sterling", "GBP"],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["rouble", "RUB"],
  ["roubles", "RUB"],
  ["ruble", "RUB"],
  ["rubles", "RUB"],
  ["hryvnia", "UAH"],
  ["hryvnias", "UAH"],
  ["rupee", "INR"],
  ["rupees", "INR"],
  ["franc", "CHF"],
  ["francs", "CHF"],
  ["crown", "CROWN"],
  ["crowns", "CROWN"],
  ["krona", "CROWN"],
  ["kroner", "CROWN"],
]);

/** Words before a number that make it less than exact, and which way. */
export const approximations: ReadonlyMap<string, "approx" | "min" | "max"> = new Map([
  ["about", "approx"],
  ["around", "approx"],
  ["nearly", "approx"],
  ["almost", "approx"],
  ["roughly", "approx"],
  ["approximately", "approx"],
  ["some", "approx"],
  ["estimated", "approx"],
  ["least", "min"],
  ["over", "min"],
  ["than", "min"],
  ["exceeding", "min"],
  ["most", "max"],
  ["under", "max"],
  ["below", "max"],
]);
