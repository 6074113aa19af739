// Instants as nanoseconds since 1970: what decides may be one of them, and a Date has only milliseconds.

const SECOND = 1_000_000_000n;
const formats = new Map();

export const MINUTE = 60n * SECOND;
export const HOUR = 60n * MINUTE;
export const DAY = 24n * HOUR;

export function parse(text) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  if (!parts) {
    throw new Error(`'${text}' is no instant.`);
  }

  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  return BigInt(Date.UTC(year, month - 1, day, hour, minute, second)) * 1_000_000n + BigInt((parts[7] ?? "").padEnd(9, "0"));
}

export function toIso(instant) {
  const { whole, rest } = split(instant);
  const text = new Date(Number(whole / 1_000_000n)).toISOString().slice(0, 19);
  return rest === 0n ? `${text}Z` : `${text}.${String(rest).padStart(9, "0")}Z`;
}

/** Date and time in a zone; a nanosecond beside a second is told as such. */
export function format(instant, language, zone) {
  const { whole, rest } = split(instant);
  const below = rest > SECOND - 1000n;
  const seconds = formatter(language, zone, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(Number((below ? whole + SECOND : whole) / 1_000_000n)));
  return rest === 0n ? seconds
    : below ? `${seconds} − ${SECOND - rest} ns`
    : rest < 1000n ? `${seconds} + ${rest} ns`
    : `${seconds} + ${Number(rest) / 1e6} ms`;
}

export function formatTick(instant, step, language, zone) {
  const options = step >= 28n * DAY ? { year: "numeric", month: "short" } : step >= DAY ? { month: "short", day: "numeric" } : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return formatter(language, zone, options).format(new Date(Number(instant / 1_000_000n)));
}

export function formatDay(instant, language, zone) {
  return formatter(language, zone, { month: "short", day: "numeric" }).format(new Date(Number(instant / 1_000_000n)));
}

/** How far the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(instant, zone) {
  const date = new Date(Number(instant / 1_000_000n));
  const parts = Object.fromEntries(formatter("en", zone, { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" })
    .formatToParts(date).map(part => [part.type, Number(part.value)]));
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return BigInt(local - Math.floor(date.getTime() / 1000) * 1000) * 1_000_000n;
}

/** A length of time in its two largest units. */
export function formatLength(length, units) {
  const parts = [[DAY, units.day], [HOUR, units.hour], [MINUTE, units.minute], [SECOND, units.second]];
  const told = [];
  let rest = length;
  for (const [size, unit] of parts) {
    if (rest >= size && told.length < 2) {
      told.push(`${rest / size} ${unit}`);
      rest %= size;
    }
  }

  return told.length > 0 ? told.join(" ") : `${length} ${units.nanosecond}`;
}

function split(instant) {
  const rest = ((instant % SECOND) + SECOND) % SECOND;
  return { whole: instant - rest, rest };
}

function formatter(language, zone, options) {
  const key = JSON.stringify([language, zone, options]);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(language, { ...options, timeZone: zone }));
  }

  return formats.get(key);
}
