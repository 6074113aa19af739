// How a finding is shown: its state, or its kind where it has none.

const coloured = new Set(["met", "pending", "atRisk", "breached", "violated", "violation", "prohibition", "permission", "owed", "paid", "indeterminate", "inadmissible", "warning", "denied", "deferred"]);

export const stateOf = finding => finding.state ?? finding.kind;

export const classOf = state => `state-${coloured.has(state) ? state : "other"}`;

/** What a chip or a bar says: the figure of a measure, the class of a classification, or else the state. */
export const wordOf = (finding, words) =>
  finding.kind === "measure" && finding.value !== undefined ? String(finding.value)
  : (finding.kind === "classification" || finding.kind === "warning") && finding.class !== undefined ? finding.class
  : words.states[stateOf(finding)] ?? stateOf(finding);
