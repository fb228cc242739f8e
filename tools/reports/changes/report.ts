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
  const stacks = inOrder(ids, environments).map(({ id, location }) => {
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
  });

  const all = <T extends object>(pick: (stack: (typeof stacks)[number]) => readonly T[]) =>
    fold(stacks.flatMap((stack) => pick(stack).map((item) => ({ ...stack.location, ...item }))));
  return {
    base: baseName,
    destructiveChanges: all(({ destructiveChanges }) => destructiveChanges),
    versions: all(({ versions }) => versions),
    access: all(({ access }) => access),
    changes: all(({ changes }) => changes),
  };
}

/** The environments that stacks tag their resources with. */
function environmentsOf(stacks: readonly JsonMap[]): string[] {
  const tags = stacks
    .flatMap(({ provider }) => (isMap(provider) ? asList(provider.aws) : []))
    .flatMap((aws) => (isMap(aws) ? asList(aws.default_tags) : []))
    .flatMap((defaults) => (isMap(defaults) ? asList(defaults.tags) : []));

  const names = tags.flatMap((own) =>
    isMap(own) && typeof own.environment === "string" ? [own.environment] : [],
  );
  return [...new Set([...organisation.promotion.filter((name) => names.includes(name)), ...names])];
}

/** Ids stack by stack, and within each in the order of promotion. */
function inOrder(ids: readonly string[], environments: readonly string[]) {
  const rank = ({ environment }: Located) => environments.indexOf(environment);
  return ids
    .map((id) => ({ id, location: locationOf(id, environments) }))
    .sort(({ location: a }, { location: b }) => a.stack.localeCompare(b.stack) || rank(a) - rank(b));
}

function locationOf(id: string, environments: readonly string[]): Located {
  const environment = environments.find((name) => id.endsWith(`-${name}`)) ?? "";
  return { environment, stack: environment ? id.slice(0, -environment.length - 1) : id };
}
