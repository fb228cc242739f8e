import { stripVTControlCharacters } from "node:util";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import { workspaceRead } from "../../terraform-json/remote-state";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** Sentence of HCP Terraform where a workspace reads a state that another does not share with it. */
const NOT_SHARED = /not authorized to read the state of the workspace ["']?([\w-]+?)["'.\s]/;

/** Sentences of Terraform where a state it reads is empty, or has not all outputs yet. */
const NOT_APPLIED = [
  /No stored state was found/,
  /Unable to find remote state/,
  /Unsupported attribute[\s\S]*data\.terraform_remote_state\./,
];

/** Reason for a failed plan, if it is that a stack which it reads from has not been applied yet. */
export function missingProducer({ id, json }: SynthesisedStack, output: string): string | undefined {
  // Terraform draws boxes around its errors, and breaks lines inside them.
  const text = stripVTControlCharacters(output).replace(/[│╷╵\s]+/g, " ");
  const unshared = NOT_SHARED.exec(text)?.[1];
  if (unshared !== undefined) {
    return `${id} may not read the state of ${unshared}; apply tfc-configuration, which shares it`;
  }
  const errors = text
    .split(/(?=Error: )/)
    .filter((error) => NOT_APPLIED.some((pattern) => pattern.test(error)));

  const names = errors.flatMap((error) => /data\.terraform_remote_state\.([\w-]+)/.exec(error)?.[1] ?? []);
  const producers = [...new Set(names)].map((name) => workspaceOf(json, name));
  return producers.length > 0
    ? `${id} reads outputs of ${producers.join(" and ")} that are not there yet; apply ${producers.join(" and ")} first`
    : undefined;
}

/** Workspace whose state a data source reads; its name is its stack's. */
function workspaceOf({ data }: JsonMap, name: string): string {
  const state = asMap(asMap(data).terraform_remote_state)[name];
  return workspaceRead(asMap(state)) ?? name;
}
