/** What the host answers where it cannot decide: RFC 9457. */
export class Problem extends Error {
  constructor(title, errors, status) {
    super(title);
    this.errors = errors;
    this.status = status;
  }
}

/** What came of a try to sign in: signedIn, refused or locked. */
export async function signIn(login, password) {
  const response = await fetch("sign-in", { method: "POST", body: JSON.stringify({ login, password }), headers: { "Content-Type": "application/json" } });
  return (await response.json()).outcome;
}

export const getJson = (path, language) => send(path, { headers: { "Accept-Language": language } });

export const postCase = (path, body, language, signal) =>
  send(path, { method: "POST", body, signal, headers: { "Content-Type": "application/json", "Accept-Language": language } });

async function send(path, options) {
  const response = await fetch(path, options);
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok) {
    const problem = type.includes("json") ? await response.json() : {};
    throw new Problem(problem.title ?? `${response.status} ${response.statusText}`, problem.errors ?? [], response.status);
  }

  return await response.json();
}
