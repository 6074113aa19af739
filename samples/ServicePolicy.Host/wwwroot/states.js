// How a finding is shown: its state, or its kind where it has none.

const coloured = new Set(["met", "pending", "atRisk", "breached", "violated", "violation", "prohibition", "permission", "owed", "paid", "indeterminate", "inadmissible", "denied", "deferred"]);

export const stateOf = finding => finding.state ?? finding.kind;

export const classOf = state => `state-${coloured.has(state) ? state : "other"}`;
