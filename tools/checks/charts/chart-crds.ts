import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { ChartCrds } from "../../../src/settings/addon-definition/chart";
import { mapAt } from "./objects";
import { parseAllDocuments } from "yaml";

const CRD = "CustomResourceDefinition";

/**
 * CRDs in the folder `crds` of a chart, which Helm installs once and never upgrades; `undefined` for a chart without
 * any.
 *
 * @see https://helm.sh/docs/chart_best_practices/custom_resource_definitions/
 */
export function crdsIn(folder: string): ChartCrds | undefined {
  const crds = objectsUnder(join(folder, "crds"))
    .filter(({ kind }) => kind === CRD)
    .map((crd) => ({ name: textOf(mapAt(crd, "metadata").name), spec: mapAt(crd, "spec") }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
  return crds.length === 0
    ? undefined
    : {
        names: crds.map(({ name }) => name),
        digest: createHash("sha256").update(JSON.stringify(crds)).digest("hex").slice(0, DIGITS),
      };
}

/** Digits of a digest that tell two versions apart. */
const DIGITS = 16;

const objectsUnder = (folder: string): JsonMap[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          return objectsUnder(path);
        }
        return /\.ya?ml$/.test(entry.name)
          ? parseAllDocuments(readFileSync(path, "utf8"))
              .map((document) => document.toJS() as JsonMap)
              .filter(isMap)
          : [];
      })
    : [];
