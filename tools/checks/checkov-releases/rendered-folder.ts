import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../charts/render-stack";
import { type KubernetesObject, nameOf } from "../charts/objects";
import { textOf } from "../../terraform-json/json-map";

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

/**
 * Writes a folder for each release, and one for the canary. Clusters share most objects of a release: each different
 * one is written once, and objects of one name to different files, because Checkov tells them apart by their names.
 */
export function writeRendered(folder: string, outcomes: readonly Outcome[]): void {
  write(folder, CANARY, [PRIVILEGED]);
  const releases = new Map<string, Map<string, KubernetesObject>>();
  for (const outcome of outcomes) {
    if ("rendered" in outcome) {
      const { name, namespace } = outcome.release;
      const different = releases.get(name) ?? new Map<string, KubernetesObject>();
      outcome.rendered.objects
        .filter(({ kind }) => kind !== "CustomResourceDefinition")
        .map(inNamespace(namespace))
        .forEach((object) => different.set(JSON.stringify(object), object));
      releases.set(name, different);
    }
  }
  for (const [release, objects] of releases) {
    write(folder, release, [...objects.values()]);
  }
}

/** Charts leave the namespace of most objects to Helm. */
const inNamespace =
  (namespace: string) =>
  (object: KubernetesObject): KubernetesObject => ({
    ...object,
    metadata: { namespace, ...object.metadata },
  });

function write(folder: string, release: string, objects: readonly KubernetesObject[]): void {
  mkdirSync(join(folder, release), { recursive: true });
  filesOf(objects).forEach((some, index) => {
    // JSON is YAML.
    const text = some.map((object) => JSON.stringify(object, undefined, 1)).join("\n---\n");
    writeFileSync(join(folder, release, `${index}.yaml`), text);
  });
}

/** Objects for each file, in none of which two have the same name. */
function filesOf(objects: readonly KubernetesObject[]): readonly (readonly KubernetesObject[])[] {
  const files: KubernetesObject[][] = [];
  const seen = new Map<string, number>();
  for (const object of objects) {
    const name = `${nameOf(object)} ${textOf(object.metadata.namespace)}`;
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    files[index] = [...(files[index] ?? []), object];
  }
  return files;
}
