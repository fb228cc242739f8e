import { EPHEMERAL_NAME, type Environment } from "../../../src/settings/environment/environment";
import { STACK_NAMES } from "../../../src/settings/environment/stack-names";
import { stacksOf } from "../../../src/settings/environment/stack-names";

/** Stacks in the manifest of synth, `cdktf.out/manifest.json`. */
export interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** Actions for changed stacks. Each stack is in one list, so that none is left out unnoticed. */
export interface DeployOrder {
  /** Stacks to apply, by environment in the order of promotion; each comes after all that it depends on. */
  readonly environments: Readonly<Record<string, readonly string[]>>;

  /** Stacks of environments outside the order of promotion, which `ephemeral.yml` applies. */
  readonly ephemeral: Readonly<Record<string, readonly string[]>>;

  /** Stacks that set up Terraform itself, which an engineer applies. */
  readonly byHand: readonly string[];

  /**
   * Stacks that are no longer synthesised. The resources of their workspaces stay until an engineer destroys
   * them.
   */
  readonly gone: readonly string[];
}

/** Sorts changed stacks by their applier and time, even if stacks between two of them have not changed. */
export function deployOrder(
  { stacks }: Manifest,
  changed: readonly string[],
  environments: readonly Environment[],
): DeployOrder {
  const all = [...new Set(changed)].sort(
    (one, other) => depth(one, stacks) - depth(other, stacks) || one.localeCompare(other),
  );
  const known = all.filter((id) => Object.hasOwn(stacks, id));
  const byEnvironment = environments.map((environment): [string, string[]] => {
    const own = stacksOf(environment)
      .filter(({ name }) => (STACK_NAMES as readonly string[]).includes(name))
      .map(({ id }) => id);
    return [environment.name, known.filter((id) => own.includes(id))];
  });

  const ours = byEnvironment.flatMap(([, ids]) => ids);
  return {
    environments: Object.fromEntries(byEnvironment.filter(([name]) => !isEphemeral(name))),
    ephemeral: Object.fromEntries(byEnvironment.filter(([name]) => isEphemeral(name))),
    byHand: known.filter((id) => !ours.includes(id)),
    gone: all.filter((id) => !known.includes(id)),
  };
}

const isEphemeral = (environment: string): boolean => EPHEMERAL_NAME.test(environment);

/** Length of the longest chain of stacks below one. */
const depth = (id: string, stacks: Manifest["stacks"]): number =>
  1 + Math.max(0, ...(stacks[id]?.dependencies ?? []).map((dependency) => depth(dependency, stacks)));
