import { readFileSync } from "node:fs";
import type { JsonMap } from "../../../terraform-json/json-map";
import { credentialsIn } from "./credentials";
import type { Trial } from "./kinds";
import type { Run } from "./terraform-run";

/** Secrets and credentials in what Terraform read, said and kept. */
export function leaks({ traces, state }: Run, secrets: readonly string[]): string[] {
  const text = traces.join("\n");
  return [
    ...secrets
      .filter((secret) => text.includes(secret))
      .map(() => "a secret's value is in the JSON, the state, a plan or the log"),
    ...credentialsIn(JSON.parse(readFileSync(state, "utf8")) as JsonMap).map(
      (path) => `${path}: expected no credential in the state, got one`,
    ),
  ];
}

/** Finding where a trial has secrets and should have none, or has none and should have some. */
export const tooFew = ({ secrets: expected }: Trial, secrets: readonly string[]): string[] =>
  (secrets.length === 0) === (expected === 0)
    ? []
    : [`expected ${expected} secrets, got ${secrets.length} values: kinds.ts says how many there are`];
