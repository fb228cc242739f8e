import { type ApiClient, refusalOf } from "../../offline/api-client";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { changedValues } from "./changed-values";
import type { StackObject } from "./stack-objects";

/**
 * Makes the objects of a stack, compares what the API server keeps with what it was sent, and removes them
 * again, the last first. Returns what Terraform would stumble over.
 */
export async function tryObjects(objects: readonly StackObject[], client: ApiClient): Promise<string[]> {
  const findings: string[] = [];
  const made: StackObject[] = [];
  try {
    for (const one of objects) {
      const answer = await client.create(one.path, one.object);
      const refusal = refusalOf(answer);
      if (refusal === undefined) {
        made.push(one);
        findings.push(...unrest(one, answer.body));
      } else {
        findings.push(
          `${one.place}: expected the API server to take it, got: ${refusal}; correct the object`,
        );
      }
    }
  } finally {
    for (const one of made.reverse()) {
      await remove(one, client);
    }
  }
  return findings;
}

/** Values that every plan would change back, for ever. */
const unrest = ({ place, object }: StackObject, kept: JsonMap): string[] =>
  changedValues(object, kept).map(
    (value) =>
      `${place} ${value.path}: expected a value that the API server keeps as it is, got ${value.sent}, of which it makes ${value.kept ?? "nothing"}; write ${value.kept ?? "no such value"}, or every plan changes it back`,
  );

/** Removes an object. No controller runs here that would empty a namespace and let it go. */
async function remove({ path, object }: StackObject, client: ApiClient): Promise<void> {
  const one = `${path}/${textOf(asMap(object.metadata).name)}`;
  const removed = await client.remove(one);
  if (object.kind === "Namespace" && removed.status === 200) {
    await client.replace(`${one}/finalize`, { ...removed.body, spec: { finalizers: [] } });
  }
}
