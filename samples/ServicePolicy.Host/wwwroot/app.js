import { Problem, getJson, postCase, signIn } from "./api.js";
import { boundariesOf, draw, rangeOf, rowsOf } from "./chart.js";
import { classOf, stateOf, wordOf } from "./states.js";
import { format, formatLength, parse, toIso } from "./time.js";
import { wordsOf } from "./words.js";

const STEPS = 10_000n;
const byId = id => document.getElementById(id);
const address = new URLSearchParams(location.hash.slice(1));

const page = {
  language: address.get("language") ?? (navigator.language.startsWith("zh") ? "zh-Hans" : "en"),
  zone: address.get("zone") ?? "Asia/Shanghai",
  groups: [],
  titles: new Map(),
  facts: "",
  rows: [],
  boundaries: [],
  asOf: null,
  range: null,
  explanation: null,
  told: [],
  watched: null,
  pending: null,
};

const words = () => wordsOf(page.language);
const told = instant => format(instant, page.language, page.zone);

start();

async function start() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (own && ![...byId("zone").options].some(option => option.value === own)) {
    byId("zone").append(new Option(own, own));
  }

  byId("zone").value = page.zone;
  listen();
  speak();
  try {
    page.groups = await getJson("cases", page.language);
    await readTitles();
    fillGroups();
    const id = Number(address.get("case") ?? page.groups[0].cases[0].id);
    const group = page.groups.find(each => each.cases.some(one => one.id === id)) ?? page.groups[0];
    byId("group").value = group.name;
    fillSamples();
    byId("sample").value = String(id);
    await pick(address.get("asOf"));
  } catch (error) {
    tell(error);
  }

  document.body.dataset.ready = "true";
}

function listen() {
  byId("sign-in").addEventListener("cancel", event => event.preventDefault());
  byId("sign-in-form").addEventListener("submit", async event => {
    event.preventDefault();
    const outcome = await signIn(byId("login").value, byId("password").value);
    if (outcome === "signedIn") {
      location.reload();
    } else {
      byId("password").value = "";
      byId("sign-in-answer").textContent = words()[outcome];
    }
  });
  byId("group").addEventListener("change", () => { fillSamples(); pick(); });
  byId("sample").addEventListener("change", () => pick());
  byId("decide").addEventListener("click", () => take(byId("facts").value));
  byId("watch").addEventListener("click", watch);
  byId("zone").addEventListener("change", event => { page.zone = event.target.value; show(); });
  byId("span").addEventListener("change", () => { page.range = null; show(); });
  byId("slider").addEventListener("input", event => moveTo(page.range.from + (page.range.until - page.range.from) * BigInt(event.target.value) / STEPS));
  byId("previous").addEventListener("click", () => moveTo(page.boundaries.findLast(at => at < page.asOf) ?? page.asOf));
  byId("next").addEventListener("click", () => { const next = nextChange(); if (next != null) { moveTo(next); } });
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", async () => {
      page.language = button.dataset.language;
      speak();
      fillGroups();
      await readTitles();
      await take(page.facts, page.asOf);
    });
  }

  new ResizeObserver(() => show()).observe(byId("chart"));
  setInterval(readTold, 5000);
}

/** All words of the page that stand there whatever the case. */
function speak() {
  document.documentElement.lang = page.language;
  for (const place of document.querySelectorAll("[data-word]")) {
    place.textContent = words()[place.dataset.word];
  }

  for (const place of document.querySelectorAll("[data-label]")) {
    place.setAttribute("aria-label", words()[place.dataset.label]);
  }

  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === page.language));
  }

  showTold();
}

async function readTitles() {
  const catalogue = await getJson("policy/catalogue", page.language);
  page.titles = new Map(catalogue.map(entry => [entry.standard, entry.title]));
}

function fillGroups() {
  const chosen = byId("group").value;
  byId("group").replaceChildren(...page.groups.map(group => new Option(words().groups[group.name] ?? group.name, group.name)));
  byId("group").value = chosen || (page.groups[0]?.name ?? "");
}

function fillSamples() {
  const group = page.groups.find(each => each.name === byId("group").value);
  byId("sample").replaceChildren(...group.cases.map(one => new Option(one.description, one.id)));
}

async function pick(asOf) {
  const id = Number(byId("sample").value);
  const sample = page.groups.flatMap(group => group.cases).find(one => one.id === id);
  try {
    const facts = JSON.stringify(await getJson(`cases/${id}`, page.language), null, 2);
    const at = asOf ?? sample.asOf;
    await take(facts, at ? parse(at) : null);
  } catch (error) {
    tell(error);
  }
}

/** Takes a case in: its timeline once, and the decision at an instant of it. */
async function take(facts, asOf) {
  byId("facts").value = facts;
  try {
    const timeline = await postCase("policy/timeline", facts, page.language);
    page.facts = facts;
    page.rows = rowsOf(timeline);
    page.boundaries = boundariesOf(page.rows);
    page.asOf = asOf ?? page.boundaries[0] ?? parse(timeline.window.start);
    page.range = null;
    byId("problems").hidden = true;
    await decide();
  } catch (error) {
    tell(error);
  }
}

function moveTo(instant) {
  page.asOf = instant;
  if (byId("span").value !== "all" && (instant < page.range.from || instant > page.range.until)) {
    page.range = null;
  }

  show();
  decide();
}

/** Of instants that follow each other quickly the last one counts. */
async function decide() {
  page.pending?.abort();
  const pending = page.pending = new AbortController();
  try {
    page.explanation = await postCase(`policy/explain?asOf=${encodeURIComponent(toIso(page.asOf))}`, page.facts, page.language, pending.signal);
    if (pending === page.pending) {
      show();
    }
  } catch (error) {
    if (error.name !== "AbortError") {
      tell(error);
    }
  }
}

function nextChange() {
  const change = page.explanation?.decision.nextChange;
  return change?.kind === "at" ? parse(change.at) : null;
}

function show() {
  if (page.asOf == null || page.explanation == null) {
    return;
  }

  page.range ??= rangeOf(page.rows, page.boundaries, page.asOf, byId("span").value);
  const { decision } = page.explanation;
  const current = parse(decision.asOf) === page.asOf;
  document.body.dataset.asOf = current ? decision.asOf : "";
  showOutcome(decision);
  const next = nextChange();
  const outcome = words().states[decision.outcome];
  const { left, right } = draw(byId("chart"), {
    rows: page.rows, range: page.range, asOf: page.asOf, next: current ? next : null, titles: page.titles, words: words(), language: page.language, zone: page.zone,
    label: words().chart(page.rows.length, told(page.asOf), outcome),
  });
  const slider = byId("slider");
  slider.style.marginLeft = `${left}px`;
  slider.style.width = `calc(100% - ${left + right}px)`;
  const length = page.range.until - page.range.from;
  slider.value = String(((page.asOf - page.range.from) * STEPS + length / 2n) / length);
  slider.setAttribute("aria-valuetext", `${told(page.asOf)}, ${outcome}`);
  byId("previous").disabled = !page.boundaries.some(at => at < page.asOf);
  byId("next").disabled = next == null;
  showFindings(decision);
  showWhy(page.explanation);
  showLegend();
  byId("version").textContent = words().version(decision.version);
  byId("fact-count").textContent = words().factCount(1 + (JSON.parse(page.facts).facts?.length ?? 0));
  const state = new URLSearchParams({ case: byId("sample").value, asOf: toIso(page.asOf), language: page.language, zone: page.zone });
  history.replaceState(null, "", `#${state}`);
}

function showOutcome(decision) {
  const card = byId("outcome");
  card.className = `card outcome ${classOf(decision.outcome)}`;
  byId("subject").textContent = `${decision.case.type} ${decision.case.id}`;
  setText(byId("outcome-word"), words().states[decision.outcome] ?? decision.outcome);
  byId("as-of").textContent = told(page.asOf);
  const change = decision.nextChange;
  byId("outcome-next").textContent = change.kind === "at" ? words().changesAt(told(parse(change.at)), formatLength(parse(change.at) - parse(decision.asOf), words().units))
    : change.kind === "never" ? words().neverChanges
    : words().noChangeBefore(told(parse(change.until)));
}

function showFindings(decision) {
  const deciding = new Set(decision.deciding);
  const order = decision.findings.map((finding, index) => ({ finding, decides: deciding.has(index) })).sort((a, b) => b.decides - a.decides);
  byId("holds-count").textContent = String(order.length);
  byId("findings").replaceChildren(...order.map(({ finding, decides }) => {
    const state = stateOf(finding);
    const item = make("li", { class: "finding", "data-standard": finding.standard, "data-state": state });
    const title = make("p", { class: "title" }, `${finding.standard} ${page.titles.get(finding.standard) ?? ""} `);
    if (decides) {
      title.append(make("span", { class: "deciding" }, words().deciding));
    }

    item.append(make("span", { class: `chip ${classOf(state)}` }, wordOf(finding, words())), title, make("p", { class: "message" }, local(finding.message)));
    return item;
  }));
  if (order.length === 0) {
    byId("findings").append(make("li", { class: "empty" }, words().nothingHolds));
  }
}

/** The conditions that were asked, a clause each: first of those that speak, then of those that a no kept from speaking. */
function showWhy({ decision, trace }) {
  const open = new Set([...byId("why").querySelectorAll("details[open]")].map(details => details.dataset.standard));
  const speaking = new Set(decision.findings.map(finding => finding.standard));
  const clauses = Map.groupBy(trace, entry => entry.standard);
  const parts = [];
  for (const [heading, wanted] of [[words().whyYes, true], [words().whyNot, false]]) {
    const chosen = [...clauses].filter(([standard, entries]) => speaking.has(standard) === wanted && (wanted || entries.some(entry => entry.answer !== "yes")));
    if (chosen.length > 0) {
      parts.push(make("h3", {}, heading), ...chosen.map(([standard, entries]) => clause(standard, entries, open.has(standard))));
    }
  }

  byId("why").replaceChildren(...parts);
  if (parts.length === 0) {
    byId("why").append(make("p", { class: "empty" }, words().nothingAsked));
  }
}

function clause(standard, entries, isOpen) {
  const details = make("details", { "data-standard": standard });
  details.open = isOpen;
  const summary = make("summary", {});
  summary.append(make("b", {}, standard), make("span", {}, page.titles.get(standard) ?? ""));
  details.append(summary);
  for (const [about, asked] of Map.groupBy(entries, entry => `${entry.rule} · ${entry.fact.type} ${entry.fact.id}${entry.second ? ` · ${entry.second.type} ${entry.second.id}` : ""}`)) {
    details.append(make("p", { class: "about" }, about));
    const list = make("ul", {});
    for (const entry of asked) {
      const item = make("li", { class: entry.answer });
      item.append(make("span", { class: "mark", role: "img", "aria-label": words()[entry.answer] }, { yes: "✓", no: "✗", unknown: "?" }[entry.answer]));
      item.append(make("span", {}, entry.condition));
      if (entry.values.length > 0) {
        item.append(make("span", { class: "values" }, entry.values.map(value => `${value.input} = ${value.value}`).join(", ")));
      }

      list.append(item);
    }

    details.append(list);
  }

  return details;
}

function showLegend() {
  const states = [...new Set(page.rows.flatMap(row => row.findings.map(stateOf)))];
  byId("legend").replaceChildren(
    ...states.map(state => legend(words().states[state] ?? state, "rect", { class: classOf(state), width: 14, height: 14, rx: 4 })),
    legend(words().dueMark, "path", { d: "M7 1l5 6l-5 6l-5-6z", fill: "none", stroke: "currentColor", "stroke-width": 1.75 }),
    legend(words().doneMark, "circle", { cx: 7, cy: 7, r: 3.5, fill: "currentColor" }));
}

function legend(word, shape, attributes) {
  const item = make("li", {});
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("aria-hidden", "true");
  const mark = document.createElementNS("http://www.w3.org/2000/svg", shape);
  for (const [name, value] of Object.entries(attributes)) {
    mark.setAttribute(name, value);
  }

  svg.append(mark);
  item.append(svg, word);
  return item;
}

async function watch() {
  try {
    page.watched = await postCase("watch", page.facts, page.language);
    byId("problems").hidden = true;
    await readTold();
  } catch (error) {
    tell(error);
  }
}

async function readTold() {
  if (page.watched == null) {
    return;
  }

  try {
    page.told = await getJson("watch", page.language);
    showTold();
  } catch (error) {
    tell(error);
  }
}

function showTold() {
  byId("watched").textContent = page.watched ? words().watched(page.watched.case, page.watched.store) : "";
  byId("told").replaceChildren(...page.told.slice(0, 5).map(change =>
    make("li", {}, words().told(change.case, words().states[change.before], words().states[change.outcome], told(parse(change.at))))));
}

/** What keeps a case from being decided, each with its place. */
function tell(error) {
  if (error instanceof Problem && error.status === 401) {
    if (!byId("sign-in").open) {
      byId("sign-in").showModal();
    }

    return;
  }

  const problems = byId("problems");
  const list = make("ul", {});
  for (const each of error instanceof Problem ? error.errors : []) {
    const item = make("li", {});
    if (each.pointer) {
      item.append(make("code", {}, each.pointer), " ");
    }

    item.append(each.detail);
    list.append(item);
  }

  problems.replaceChildren(make("p", {}, error instanceof Problem ? `${words().problems} ${error.message}` : error instanceof TypeError ? words().unreachable : error.message), list);
  problems.hidden = false;
}

function make(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }

  if (text !== undefined) {
    made.textContent = text;
  }

  return made;
}

/** A message with its instants in the zone that is shown. */
function local(message) {
  return message.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, instant => told(parse(instant)));
}

/** A live region speaks again whenever it is written to, so it is written to only where it differs. */
function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
