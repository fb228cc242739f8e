import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../charts/render-stack";
import type { KubernetesObject } from "../charts/objects";

/** Release with a known fault: a container with all rights over its node. */
export const CANARY = "canary";

const PRIVILEGED = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "privileged", namespace: "default" },
  spec: {
    containers: [{ name: "one", image: "example.com/one:latest", securityContext: { privileged: true } }],
  },
};

/** Writes a folder for each release, with a file for each different rendering of it, and one for the canary. */
export function writeRendered(folder: string, outcomes: readonly Outcome[]): void {
  write(folder, CANARY, [PRIVILEGED]);
  for (const outcome of outcomes) {
    if ("rendered" in outcome) {
      const objects = outcome.rendered.objects.filter(({ kind }) => kind !== "CustomResourceDefinition");
      write(folder, outcome.release.name, objects.map(inNamespace(outcome.release.namespace)));
    }
  }
}

/** Charts leave the namespace of most objects to Helm. */
const inNamespace =
  (namespace: string) =>
  (object: KubernetesObject): object => ({ ...object, metadata: { namespace, ...object.metadata } });

function write(folder: string, release: string, objects: readonly object[]): void {
  // JSON is YAML.
  const text = objects.map((object) => JSON.stringify(object, undefined, 1)).join("\n---\n");
  const name = createHash("sha256").update(text).digest("hex").slice(0, 12);
  mkdirSync(join(folder, release), { recursive: true });
  writeFileSync(join(folder, release, `${name}.yaml`), text);
}
