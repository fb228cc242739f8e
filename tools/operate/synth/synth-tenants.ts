import { resolve } from "node:path";
import { bundlePlatform } from "../../toolbox/bundle-platform";
import { changedFiles, findBase } from "../../kit/git";
import type { TenantsArguments } from "./arguments";
import { type Reach, reachOf } from "./reach-of-change";
import { run } from "./run";
import type { SynthOutcome } from "./synth";

const BUNDLE = "node_modules/.cache/platform/tenants.cjs";

/**
 * Checks the whole platform, and synthesises the stacks of tenants: all, or those that a change can reach.
 *
 * @throws CommandError if the platform's folder or the ref is wrong
 */
export async function synthTenants(
  { platform, changed, out }: TenantsArguments,
  silent: boolean,
  signal: AbortSignal,
): Promise<SynthOutcome> {
  const start = performance.now();
  const bundled = await bundle(platform);
  const reach =
    changed === undefined ? undefined : reachOf(await filesSince(changed, signal), { platform, bundled });
  const made = run(BUNDLE, {
    CDKTF_OUTDIR: resolve(out),
    ...(reach?.files ? { CHANGED_PRODUCTS: JSON.stringify(reach.files) } : {}),
  }) as { readonly stacks: Promise<readonly string[] | undefined> } | undefined;
  const stacks = await made?.stacks;

  return silent || stacks === undefined
    ? { code: stacks === undefined ? 1 : 0 }
    : { code: 0, stderr: summary(stacks, reach, out, performance.now() - start) };
}

/** Tenants that the changes since a ref can reach. */
export async function reachSince(platform: string, ref: string, signal: AbortSignal): Promise<Reach> {
  const bundled = await bundle(platform);
  return reachOf(await filesSince(ref, signal), { platform, bundled });
}

/** Bundles the synth of tenants, and returns the source files of the bundle. */
async function bundle(platform: string): Promise<ReadonlySet<string>> {
  const { metafile } = await bundlePlatform(platform, BUNDLE, {
    entryPoints: ["tools/operate/synth/main-tenants.ts"],
    metafile: true,
  });
  return new Set(Object.keys(metafile!.inputs));
}

function summary(
  stacks: readonly string[],
  reach: Reach | undefined,
  out: string,
  milliseconds: number,
): string {
  const why =
    reach?.because === undefined ? [] : [`${reach.because} changed, which all tenants are made from`];
  const tenants = `${stacks.length.toLocaleString("en")} ${stacks.length === 1 ? "tenant" : "tenants"}`;
  return [...why, `${tenants} in ${out}, ${(milliseconds / 1000).toFixed(1)} s`].join("\n");
}

async function filesSince(ref: string, signal: AbortSignal): Promise<string[]> {
  const checkout = { project: process.cwd(), signal };
  const { commit } = await findBase(checkout, ref, "--changed");
  return changedFiles(checkout, commit);
}
