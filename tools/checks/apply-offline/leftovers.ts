import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { AllObjects } from "./all-objects";

/** Objects that a destroy leaves, each with the reason. */
const STAY: readonly { readonly name: RegExp; readonly reason: string }[] = [
  { name: /^CustomResourceDefinition /, reason: "Helm never removes the contents of a chart's folder crds" },
];

/** Objects that were not there before, and that nothing declares to stay: neither the list nor an annotation of Helm. */
export const leftoversOf = (before: AllObjects, after: AllObjects): string[] =>
  [...after]
    .filter(
      ([name, object]) => !before.has(name) && !isKept(object) && !STAY.some((one) => one.name.test(name)),
    )
    .map(
      ([name]) =>
        `${name}: expected nothing after the destroy, got this; remove it with its release, or declare that it stays in leftovers.ts`,
    );

/** True for an object that Helm is told to keep. */
const isKept = ({ metadata }: JsonMap): boolean =>
  textOf(asMap(asMap(metadata).annotations)["helm.sh/resource-policy"]) === "keep";
