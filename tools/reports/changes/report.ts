import { TENANT_STACK } from "../../../src/names/tenant-names";
import { organisation } from "../../samples/platform";
import { type AccessChange, accessChangesBetween } from "./access";
import { type DestructiveChange, destructiveChangesIn } from "./destructive-changes";
import { type Folded, fold, type Located } from "./fold";
import { asList, isMap, type JsonMap } from "../../terraform-json/json-map";
import { type Change, changesIn, sidesOf } from "./stack-changes";
import { type VersionChange, versionChangesIn } from "./versions";

/** The `cdk.tf.json` of every stack, by id. */
export type Stacks = ReadonlyMap<string, JsonMap>;

/** Everything that a pull request changes. `--format json` prints it as it is. */
export interface Report {
  /** Name of the commit to compare with. */
  readonly base: string;

  /** Environments that either side has. */
  readonly environments: readonly string[];

  /** Changes that destroy data for good. */
  readonly destructiveChanges: readonly Folded<DestructiveChange & Located>[];
  readonly versions: readonly Folded<VersionChange & Located>[];
  readonly access: readonly Folded<AccessChange & Located>[];
  readonly changes: readonly Folded<Change & Located>[];
}

const NOTHING: JsonMap = {};

/** Compares every stack that either side has. */
export function reportOn(baseName: string, base: Stacks, head: Stacks): Report {
  const environments = environmentsOf([...head.values(), ...base.values()]);
  const ids = [...new Set([...head.keys(), ...base.keys()])];
  const stacks = inOrder(ids, environments, (id) => head.get(id) ?? base.get(id) ?? NOTHING).map(
    ({ id, location }) => {
      const [before, after] = [base.get(id) ?? NOTHING, head.get(id) ?? NOTHING];
      const sides = sidesOf(before, after);
      const changes = changesIn(sides);
      return {
        location,
        changes,
        destructiveChanges: destructiveChangesIn(sides, changes),
        versions: versionChangesIn(sides),
        access: accessChangesBetween(before, after),
      };
    },
  );

  const all = <T extends object>(pick: (stack: (typeof stacks)[number]) => readonly T[]) =>
    fold(stacks.flatMap((stack) => pick(stack).map((item) => ({ ...stack.location, ...item }))));
  return {
    base: baseName,
    environments,
    destructiveChanges: all(({ destructiveChanges }) => destructiveChanges),
    versions: all(({ versions }) => versions),
    access: all(({ access }) => access),
    changes: all(({ changes }) => changes),
  };
}

/** Environments that stacks tag their resources with, in the order of promotion. */
function environmentsOf(stacks: readonly JsonMap[]): string[] {
  const names = stacks.flatMap(environmentsTaggedIn);
  return [...new Set([...organisation.promotion.filter((name) => names.includes(name)), ...names])];
}

const environmentsTaggedIn = ({ provider }: JsonMap): string[] =>
  (isMap(provider) ? asList(provider.aws) : [])
    .flatMap((aws) => (isMap(aws) ? asList(aws.default_tags) : []))
    .flatMap((defaults) => (isMap(defaults) ? asList(defaults.tags) : []))
    .flatMap((own) => (isMap(own) && typeof own.environment === "string" ? [own.environment] : []));

/** Ids stack by stack, and within each in the order of promotion. */
function inOrder(ids: readonly string[], environments: readonly string[], jsonOf: (id: string) => JsonMap) {
  const rank = ({ environment }: Located) => environments.indexOf(environment);
  return ids
    .map((id) => ({ id, location: locationOf(id, jsonOf(id)) }))
    .sort(({ location: a }, { location: b }) => a.stack.localeCompare(b.stack) || rank(a) - rank(b));
}

/** Reads the environment from the stack's tags: its id may end in the name of a cluster. */
function locationOf(id: string, json: JsonMap): Located {
  const [environment = ""] = environmentsTaggedIn(json);
  // A tenant is known by its stack's whole name.
  if (id.startsWith(TENANT_STACK)) {
    return { environment, stack: id };
  }
  return { environment, stack: environment ? id.replace(`-${environment}`, "") : id };
}
