import { DAY, HOUR, MINUTE, formatDay, formatTick, offsetAt, parse } from "./time.js";
import { classOf, stateOf, wordOf } from "./states.js";

const NS = "http://www.w3.org/2000/svg";
const MOST_ROWS = 40;
const STEPS = [MINUTE, 5n * MINUTE, 15n * MINUTE, 30n * MINUTE, HOUR, 2n * HOUR, 3n * HOUR, 6n * HOUR, 12n * HOUR, DAY, 2n * DAY, 7n * DAY, 14n * DAY, 28n * DAY, 91n * DAY, 364n * DAY];

/** The findings of a timeline, a row for each clause and subject, in the order in which they begin to speak. */
export function rowsOf(timeline) {
  const rows = new Map();
  for (const finding of timeline.findings) {
    const key = `${finding.standard} ${finding.subject.type} ${finding.subject.id}`;
    const row = rows.get(key) ?? { standard: finding.standard, subject: finding.subject, findings: [] };
    row.findings.push({
      ...finding,
      start: finding.holds.start && parse(finding.holds.start),
      end: finding.holds.end && parse(finding.holds.end),
      due: finding.margin?.due && parse(finding.margin.due),
      done: finding.margin?.done && parse(finding.margin.done),
    });
    rows.set(key, row);
  }

  return [...rows.values()];
}

/** Every instant at which a finding begins or ends, sorted. */
export function boundariesOf(rows) {
  const all = new Set();
  for (const finding of rows.flatMap(row => row.findings)) {
    for (const at of [finding.start, finding.end]) {
      if (at != null) {
        all.add(at);
      }
    }
  }

  return [...all].sort(compare);
}

/** The stretch of time that is shown: that in which things change, or a part of it around the instant. */
export function rangeOf(rows, boundaries, asOf, shown) {
  const length = { day: DAY, week: 7n * DAY, month: 30n * DAY }[shown];
  if (length) {
    return { from: asOf - length / 2n, until: asOf + length / 2n };
  }

  const marks = [...boundaries, ...rows.flatMap(row => row.findings).map(finding => finding.due).filter(due => due != null)].sort(compare);
  const first = marks[0] ?? asOf;
  // What recurs has no last one: the first month of it is enough to begin with.
  const last = marks.length > 60 ? marks.findLast(mark => mark <= first + 31n * DAY) : marks.at(-1) ?? asOf;
  const pad = max((last - first) / 14n, HOUR);
  return { from: min(first - pad, asOf), until: max(last + pad * 2n, asOf) };
}

/** Draws the rows as an SVG; its words stand in the list of findings as well. */
export function draw(host, view) {
  const { rows, range, asOf, next, titles, words, language, zone, label } = view;
  const width = Math.max(host.clientWidth, 280);
  const narrow = width < 620;
  const left = narrow ? 0 : width > 760 ? 260 : 190, right = 6, top = 44, height = narrow ? 46 : 30;
  const shown = rows.slice(0, MOST_ROWS);
  const bottom = top + shown.length * height;
  const total = bottom + 24;
  const plot = width - left - right;
  const x = at => left + Number((at - range.from) * 100_000n / (range.until - range.from)) / 100_000 * plot;
  const clamp = value => Math.min(Math.max(value, left), left + plot);
  const svg = element("svg", { viewBox: `0 0 ${width} ${total}`, height: total, role: "img", "aria-label": label });

  for (const { at, text } of ticks(range, plot / (narrow ? 76 : 96), language, zone)) {
    svg.append(element("line", { class: "grid", x1: x(at), x2: x(at), y1: top - 6, y2: bottom }));
    svg.append(element("text", { x: clamp(x(at)), y: bottom + 17, "text-anchor": anchor(x(at), left, left + plot) }, text));
  }

  const bars = element("g", {}), names = element("g", {}), marks = element("g", {});
  shown.forEach((row, index) => {
    const y = top + index * height + (narrow ? 20 : 5), thick = 20;
    const title = titles.get(row.standard) ?? "";
    const name = element("text", { x: 0, y: narrow ? y - 8 : y + 14 });
    name.append(element("tspan", { class: "row-id" }, row.standard), element("tspan", { class: "row-title", dx: 6 }, cut(narrow ? `${title} · ${row.subject.id}` : title, narrow ? width - 70 : left - 66)));
    name.append(element("title", {}, `${row.standard} ${title} · ${row.subject.type} ${row.subject.id}`));
    names.append(name);
    bars.append(element("rect", { class: "lane", x: left, y, width: plot, height: thick, rx: 5 }));
    for (const finding of row.findings) {
      const from = clamp(finding.start == null ? left : x(finding.start)), to = clamp(finding.end == null ? left + plot : x(finding.end));
      if (to <= left || from >= left + plot || to - from < .5) {
        continue;
      }

      const state = stateOf(finding), holds = (finding.start == null || finding.start <= asOf) && (finding.end == null || asOf < finding.end);
      const bar = element("rect", { class: `${classOf(state)}${holds ? "" : " past"}`, x: from, y, width: Math.max(to - from - 1, 2), height: thick, rx: 5 });
      bar.append(element("title", {}, finding.message));
      bars.append(bar);
      const word = wordOf(finding, words);
      if (holds && to - from > measure(word) + 14) {
        marks.append(element("text", { class: "state-word", x: from + 8, y: y + 14, "aria-hidden": "true" }, word));
      }
    }

    for (const finding of unique(row.findings)) {
      const middle = y + thick / 2;
      if (finding.due != null && within(finding.due, range)) {
        marks.append(element("path", { class: "due", d: `M${x(finding.due)} ${middle - 6}l5 6l-5 6l-5-6z` }));
      }

      if (finding.done != null && within(finding.done, range)) {
        marks.append(element("circle", { class: "done", cx: x(finding.done), cy: middle, r: 3.5 }));
      }
    }
  });

  svg.append(bars);
  if (next != null && within(next, range)) {
    svg.append(element("line", { class: "next", x1: x(next), x2: x(next), y1: top - 6, y2: bottom }));
    svg.append(element("text", { class: "next-text", x: clamp(x(next)), y: top - 10, "text-anchor": anchor(x(next), left + 40, left + plot - 40) }, words.nextMark));
  }

  if (within(asOf, range)) {
    const at = x(asOf), word = words.nowMark, box = measure(word) + 14;
    const corner = Math.min(Math.max(at - box / 2, left), left + plot - box);
    svg.append(element("line", { class: "now", x1: at, x2: at, y1: 18, y2: bottom }));
    svg.append(element("rect", { class: "now-cap", x: corner, y: 0, width: box, height: 18, rx: 9 }));
    svg.append(element("text", { class: "now-text", x: corner + box / 2, y: 13, "text-anchor": "middle" }, word));
  }

  svg.append(names, marks);
  host.replaceChildren(svg);
  if (rows.length > shown.length) {
    const more = document.createElement("p");
    more.className = "muted small";
    more.textContent = words.more(rows.length - shown.length);
    host.append(more);
  }

  return { left, right };
}

function ticks(range, most, language, zone) {
  const length = range.until - range.from;
  const step = STEPS.find(size => length / size <= BigInt(Math.max(Math.floor(most), 2))) ?? STEPS.at(-1);
  const offset = offsetAt(range.from, zone), all = [];
  let day = null;
  for (let at = ((range.from + offset) / step + 1n) * step - offset; at < range.until; at += step) {
    const own = formatDay(at, language, zone);
    all.push({ at, text: step < DAY && own !== day ? own : formatTick(at, step, language, zone) });
    day = own;
  }

  return all;
}

/** Of findings that share a margin, one: its marks stand once. */
function unique(findings) {
  return [...new Map(findings.map(finding => [`${finding.due} ${finding.done}`, finding])).values()];
}

function element(name, attributes, text) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }

  if (text !== undefined) {
    made.textContent = text;
  }

  return made;
}

const canvas = document.createElement("canvas").getContext("2d");

function measure(text) {
  canvas.font = "600 12px system-ui, sans-serif";
  return canvas.measureText(text).width;
}

function cut(text, most) {
  let rest = text;
  while (rest.length > 1 && measure(rest) > most) {
    rest = rest.slice(0, -1);
  }

  return rest === text ? text : `${rest.slice(0, -1).trimEnd()}…`;
}

const anchor = (at, from, to) => at < from + 24 ? "start" : at > to - 24 ? "end" : "middle";
const within = (at, range) => at >= range.from && at <= range.until;
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
const min = (a, b) => a < b ? a : b;
const max = (a, b) => a > b ? a : b;
