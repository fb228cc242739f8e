import {
  EPHEMERAL_NAME,
  type ClusterEnvironment,
  type Environment,
} from "../../../src/settings/environment/environment";
import { type StackPlace, stacksOf } from "../../../src/settings/environment/stack-names";
import { hasReplica } from "../../../src/settings/organisation/container-registry";
import { TENANT_STACK } from "../../../src/names/tenant-names";
import { STACK_NAMES } from "../../../src/settings/state/stack-names";
import { workspacesOf } from "../../../src/settings/organisation/terraform-cloud";
import { stateReaders } from "../../../src/stacks/state-readers";

/** Stacks in the manifest of synth, `cdktf.out/manifest.json`. */
export interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** Changed stacks by who applies them. Each is in one place, so that none is left out unnoticed. */
export interface DeployOrder {
  /** Stack of the registry, from which every cluster pulls: it is applied before the first environment. */
  readonly registry: readonly string[];

  /** Stacks to apply, by environment in the order of promotion; each after all that it depends on. */
  readonly environments: Readonly<Record<string, readonly string[]>>;

  /** Stacks of environments outside the order of promotion, which `ephemeral.yml` applies. */
  readonly ephemeral: Readonly<Record<string, readonly string[]>>;

  /** Likewise, of environments that a person has yet to apply for the first time. */
  readonly notDeployed: Readonly<Record<string, readonly string[]>>;

  /** Stacks of tenants, which `tenants-deploy.yml` applies. */
  readonly tenants: readonly string[];

  /** Stacks that set up Terraform itself: a person applies them. */
  readonly byHand: readonly string[];

  /** Stacks that are not synthesised any more. What they made stays until a person destroys it. */
  readonly gone: readonly string[];
}

/**
 * Sorts changed stacks by who applies them and when, also where what lies between two of them has not changed. A stack
 * that reads the outputs of a changed one is among them: the change may reach it by its values alone.
 */
export function deployOrder(
  { stacks }: Manifest,
  changed: readonly string[],
  environments: readonly Environment[],
): DeployOrder {
  const places = new Map(environments.map((environment) => [environment, stacksOf(environment)]));
  const all = [...withReaders(changed, stacks, [...places.values()])].sort(
    (one, other) => depth(one, stacks) - depth(other, stacks) || one.localeCompare(other),
  );
  const known = all.filter((id) => Object.hasOwn(stacks, id));
  const byEnvironment = environments.map((environment): Group => {
    const own = places
      .get(environment)!
      .filter(({ name }) => (STACK_NAMES as readonly string[]).includes(name));
    const ids = known.filter((id) => own.some((place) => place.id === id));
    // A replica of the registry belongs to the runs of its own environment.
    const registry = hasReplica(environment)
      ? []
      : ids.filter((id) => own.some((place) => place.id === id && place.name === "ecr"));
    return { environment, registry, ids };
  });
  const [deployed, notDeployed] = [
    byEnvironment.filter(isDeployed),
    byEnvironment.filter((group) => !isDeployed(group)),
  ];
  const ours = byEnvironment.flatMap(({ ids }) => ids);

  return {
    registry: deployed.flatMap(({ registry }) => registry),
    environments: listed(
      deployed.filter((group) => !isEphemeral(group)),
      withoutRegistry,
    ),
    ephemeral: listed(deployed.filter(isEphemeral), withoutRegistry),
    notDeployed: listed(notDeployed, ({ ids }) => ids),
    tenants: known.filter(isOfTenant),
    byHand: known.filter((id) => !ours.includes(id) && !isOfTenant(id)),
    gone: all.filter((id) => !known.includes(id)),
  };
}

const isOfTenant = (id: string): boolean => id.startsWith(TENANT_STACK);

/** Changed stacks of one environment. */
interface Group {
  readonly environment: Environment;
  readonly registry: readonly string[];
  readonly ids: readonly string[];
}

const listed = (
  groups: readonly Group[],
  idsOf: (group: Group) => readonly string[],
): Record<string, readonly string[]> =>
  Object.fromEntries(groups.map((group) => [group.environment.name, idsOf(group)]));

const withoutRegistry = ({ ids, registry }: Group): string[] => ids.filter((id) => !registry.includes(id));

const isEphemeral = ({ environment }: Group): boolean => EPHEMERAL_NAME.test(environment.name);

const isDeployed = ({ environment }: Group): boolean =>
  environment.backend.type !== "cloud" || workspacesOf(environment).deployed;

/** Stacks, and those that read their outputs, and those that read the outputs of these. */
function withReaders(
  ids: readonly string[],
  synthesised: Manifest["stacks"],
  environments: readonly (readonly StackPlace<ClusterEnvironment>[])[],
): Set<string> {
  const found = new Set(ids);
  // A set hands out what is added while it is walked.
  for (const id of found) {
    for (const places of environments) {
      const place = places.find((one) => one.id === id);
      const readers = place ? stateReaders(place, places) : [];
      readers.filter(({ id: reader }) => reader in synthesised).forEach((reader) => found.add(reader.id));
    }
  }
  return found;
}

/** Length of the longest chain of stacks below one. */
const depth = (id: string, stacks: Manifest["stacks"]): number =>
  1 + Math.max(0, ...(stacks[id]?.dependencies ?? []).map((dependency) => depth(dependency, stacks)));
