import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Blocks = Readonly<Record<string, object>>;

/** Number of resources and data sources in the stacks of an output folder. */
export const resourcesIn = (outdir: string): number =>
  stacksIn(outdir)
    .map((text) => JSON.parse(text) as { readonly resource?: Blocks; readonly data?: Blocks })
    .flatMap(({ resource = {}, data = {} }) => [...Object.values(resource), ...Object.values(data)])
    .reduce((sum, ofOneType) => sum + Object.keys(ofOneType).length, 0);

/** Bytes of all stacks of an output folder. */
export const bytesIn = (outdir: string): number =>
  stacksIn(outdir).reduce((sum, text) => sum + Buffer.byteLength(text), 0);

function stacksIn(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  return readdirSync(stacks).map((stack) => readFileSync(join(stacks, stack, "cdk.tf.json"), "utf8"));
}
