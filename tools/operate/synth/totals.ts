import { readFileSync } from "node:fs";
import { join } from "node:path";

type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Numbers of stacks and of their resources and data sources, as one line. */
export function totals(names: readonly string[], out: string, milliseconds: number): string {
  const resources = names
    .map((name) => readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8"))
    .map((text) => JSON.parse(text) as { resource?: Blocks; data?: Blocks })
    .flatMap(({ resource = {}, data = {} }) => [...Object.values(resource), ...Object.values(data)])
    .reduce((sum, ofOneType) => sum + Object.keys(ofOneType).length, 0);

  const stacks = names.length === 1 ? "1 stack" : `${names.length} stacks`;
  return `${stacks}, ${resources} resources and data sources in ${out}, ${(milliseconds / 1000).toFixed(1)} s`;
}
