import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../../src/settings/environment/environment";
import type { Json } from "../../../src/output/leaves";
import { PlatformApp } from "../../../src/output/platform-app";
import { addStacks } from "../../../src/stacks";
import { tenants } from "../../samples/platform";
import { STACK_NAMES } from "../../../src/settings/state/stack-names";
import { stacksOf } from "../../../src/settings/environment/stack-names";

/** A resource or a data source, as Terraform reads it. */
export type Block = Readonly<Record<string, Json | undefined>>;

/** Blocks by type and name. */
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>> | undefined>>;

export interface TerraformJson {
  readonly resource?: Blocks;
  readonly data?: Blocks;
}

/** One stack of an environment, as synth wrote it. */
export interface SynthesisedStack {
  /** Name without the environment: `cluster-access`. */
  readonly name: string;

  /** Names of the stacks that are applied before it. */
  readonly after: readonly string[];
  readonly terraform: TerraformJson;
}

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly synthesizedStackPath: string; readonly dependencies: readonly string[] } | undefined
    >
  >;
}

/**
 * Synthesises an environment, outside `cdktf.out`, and returns its stacks in the order in which they are
 * applied.
 */
export function synthesise(environment: Environment): SynthesisedStack[] {
  const outdir = mkdtempSync(join(tmpdir(), "graph-"));
  try {
    const app = new PlatformApp({ outdir });
    addStacks(app, [environment], tenants);
    app.synth();
    return stacksIn(outdir, environment);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function stacksIn(outdir: string, environment: Environment): SynthesisedStack[] {
  const { stacks } = read(outdir, "manifest.json") as Manifest;
  const names = new Map<string, string>(
    stacksOf(environment)
      .filter(({ name }) => (STACK_NAMES as readonly string[]).includes(name))
      .map(({ id, name, cluster }) => [
        id,
        cluster === undefined || cluster.cluster.main ? name : `${name}-${cluster.cluster.name}`,
      ]),
  );

  return [...names].flatMap(([id, name]) => {
    const stack = stacks[id];
    return stack === undefined
      ? []
      : {
          name,
          after: stack.dependencies.map((dependency) => names.get(dependency) ?? dependency),
          terraform: read(outdir, stack.synthesizedStackPath) as TerraformJson,
        };
  });
}

const read = (outdir: string, file: string): unknown => JSON.parse(readFileSync(join(outdir, file), "utf8"));

/** The blocks of one type, by name. */
export const blocksOf = (blocks: Blocks | undefined, type: string): [string, Block][] =>
  Object.entries(blocks?.[type] ?? {});
