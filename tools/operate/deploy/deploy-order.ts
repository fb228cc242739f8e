import { EPHEMERAL_NAME, type Environment } from "../../../src/settings/environment/environment";
import { STACK_NAMES } from "../../../src/settings/environment/stack-names";
import { stacksOf } from "../../../src/settings/environment/stack-names";

/** What synth says of its stacks in `cdktf.out/manifest.json`. */
export interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** What to do about changed stacks. Each is in one place, so that none is left out unnoticed. */
export interface DeployOrder {
  /** What to apply, by environment in the order of promotion; each stack after all that it depends on. */
  readonly environments: Readonly<Record<string, readonly string[]>>;

  /** Likewise, of environments that no change is promoted through: `ephemeral.yml` applies them. */
  readonly ephemeral: Readonly<Record<string, readonly string[]>>;

  /** What sets up Terraform itself: a person applies it. */
  readonly byHand: readonly string[];

  /** What is not synthesised any more. What its workspace made stays until somebody destroys it. */
  readonly gone: readonly string[];
}

/** Sorts changed stacks by who applies them and when, also where what lies between two of them has not changed. */
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

/** The length of the longest chain of stacks below one. */
const depth = (id: string, stacks: Manifest["stacks"]): number =>
  1 + Math.max(0, ...(stacks[id]?.dependencies ?? []).map((dependency) => depth(dependency, stacks)));
