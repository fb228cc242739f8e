import { beforeAll, describe, expect, it } from "vitest";
import { Workplace } from "../../../__tests__/support/workplace";
import { ADOPTED_ADDRESSES } from "../../../src/platform/adopted-addresses";
import { environmentSettings } from "../../../src/platform/environments";
import type { StackName } from "../../../src/settings/state/stack-names";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import type { Adoption, OldState } from "../../operate/adopt/adoption";
import { identityOf } from "../../operate/adopt/identity";
import { readState, type StateEntry } from "../../operate/adopt/read-state";
import { takeOver } from "../../operate/adopt/run";
import { stateSettings } from "../../operate/adopt/settings-text";
import { synthesisedStacks } from "../../operate/adopt/successor";
import type { TargetStack } from "../../operate/adopt/target-stack";
import { defineEnvironments } from "../../samples/platform";
import { existingStates, PLACES, shownState } from "../operate/adopt/existing-platform";

let environments: ReadonlyMap<string, ReadonlyMap<StackName, TargetStack>>;
beforeAll(async () => {
  environments = await inTemporaryFolder("adopt", (folder) =>
    Promise.resolve(synthesisedStacks(defineEnvironments(environmentSettings), folder)),
  );
}, 120_000);

/** Address of the `terraform_data` that stands for a resource, in the same module. */
const twin = (address: string): string =>
  address.replace(/([a-z][a-z0-9_]*)\.([^.[]+)((?:\[(?:\d+|"[^"]*")\])?)$/, "terraform_data.$1__$2$3");

/** Address of a twin outside modules, which these stacks have in folders of their own. */
const ownTwin = (address: string): string =>
  address.startsWith("module.") ? `terraform_data.${address.replaceAll(/[.[\]"]+/g, "__")}` : twin(address);

const nameOf = (address: string): string => /^terraform_data\.([^[]+)/.exec(address)![1]!;
const keyOf = (address: string): string | undefined => /\["([^"]*)"\]$/.exec(address)?.[1];

/** State in which twins stand for the resources of another, replaced if their names change. */
const stateOf = (entries: readonly StateEntry[]): string =>
  JSON.stringify({
    version: 4,
    terraform_version: "1.11.0",
    serial: 1,
    lineage: "11111111-2222-3333-4444-555555555555",
    outputs: {},
    resources: entries
      .map((entry) => {
        const [, module, , index] = /^(?:(.*)\.)?(terraform_data\.[^.[]+)(?:\[(.+)\])?$/.exec(
          twin(entry.address),
        )!;
        return {
          ...(module !== undefined && { module }),
          ...{
            mode: "managed",
            type: "terraform_data",
            name: nameOf(twin(entry.address).replace(/^.*terraform_data/, "terraform_data")),
          },
          provider: 'provider["terraform.io/builtin/terraform"]',
          instances: [
            {
              ...(index !== undefined && { index_key: JSON.parse(index) as string | number }),
              schema_version: 0,
              attributes: {
                id: entry.address,
                input: null,
                output: null,
                triggers_replace: triggerOf(entry),
              },
            },
          ],
        };
      })
      .reduce<Resource[]>(merged, []),
  });

interface Resource {
  readonly module?: string;
  readonly name: string;
  readonly instances: readonly object[];
}

/** Instances of one resource, together. */
const merged = (all: Resource[], one: Resource): Resource[] => {
  const same = all.find(({ module, name }) => module === one.module && name === one.name);
  return same === undefined
    ? [...all, one]
    : all.map((each) =>
        each === same ? { ...each, instances: [...each.instances, ...one.instances] } : each,
      );
};

function triggerOf({ type, values = {} }: StateEntry) {
  const value = STABLE.has(type) ? identityOf(type, values) : undefined;
  return value === undefined ? null : { value, type: "string" };
}

/** Types that are found by a name which no provider lets change. */
const STABLE = new Set(["aws_vpc", "aws_subnet", "aws_route53_zone", "aws_rds_cluster", "helm_release"]);

/** Stack of twins, with the blocks that take over a state. */
function codeOf(adoption: Adoption, adoptions: readonly Adoption[], target: TargetStack): string {
  const { stack } = adoption;
  const { moved, imported, removed } = stateSettings(adoptions);
  const of = <Item extends { readonly stack: StackName }>(items: readonly Item[]) =>
    items.filter((item) => item.stack === stack);
  const kept = adoption.kept.map(({ to }) => to);
  const blocks = new Map<string, object>();
  for (const { address, type, isRepeated, identity } of target.targets.values()) {
    if (type !== "module" && !isRepeated) {
      blocks.set(
        nameOf(ownTwin(address)),
        STABLE.has(type) && identity !== undefined ? { triggers_replace: identity } : {},
      );
    }
  }
  for (const to of kept) {
    const keys = kept
      .filter((one) => nameOf(ownTwin(one)) === nameOf(ownTwin(to)))
      .flatMap((one) => keyOf(ownTwin(one)) ?? []);
    if (keys.length > 0) {
      blocks.set(nameOf(ownTwin(to)), { for_each: Object.fromEntries(keys.map((key) => [key, ""])) });
    } else if (to.startsWith("module.")) {
      blocks.set(nameOf(ownTwin(to)), {});
    }
  }
  return JSON.stringify({
    resource: { terraform_data: Object.fromEntries(blocks) },
    moved: of(moved).map(({ from, to }) => ({ from: twin(from), to: ownTwin(to) })),
    import: of(imported).map(({ address, id }) => ({ to: ownTwin(address), id })),
    removed: of(removed).map(({ from }) => ({ from: twin(from), lifecycle: { destroy: false } })),
  });
}

interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly importing?: object };
}

function planned(code: string, state: string): readonly Change[] {
  const place = new Workplace();
  place.synth({ type: "local" });
  place.write("cdk.tf.json", code);
  place.write("terraform.tfstate", state);
  place.terraform("init", "-input=false");
  place.terraform("plan", "-input=false", "-out=plan");
  const shown = JSON.parse(place.terraform("show", "-json", "plan")) as { resource_changes: Change[] };
  return shown.resource_changes;
}

describe.each(PLACES)("npm run adopt in $environment, with a real Terraform", (place) => {
  it("destroys and replaces what the report lists, and nothing else", () => {
    const states = Object.entries(existingStates(place)).map(([stack, resources]): OldState => ({
      stack: stack as StackName,
      entries: readState(shownState(resources), stack),
    }));
    const stacks = environments.get(place.environment)!;
    const { adoptions } = takeOver(states, {
      environment: place.environment,
      environments,
      table: ADOPTED_ADDRESSES,
    });

    for (const adoption of adoptions) {
      const { stack, handed, again, staying, destroyed } = adoption;
      const { entries } = states.find((state) => state.stack === stack)!;
      const changes = planned(codeOf(adoption, adoptions, stacks.get(stack)!), stateOf(entries));
      const having = (action: string) =>
        changes.filter(({ change }) => change.actions.includes(action)).map(({ address }) => address);

      expect(having("delete").sort()).toEqual(destroyed.map(({ entry }) => twin(entry.address)).sort());
      expect(having("forget").sort()).toEqual(
        [...handed, ...again, ...staying].map(({ entry }) => twin(entry.address)).sort(),
      );
      expect(changes.filter(({ change }) => change.importing !== undefined).length).toBe(
        adoptions.flatMap((one) => [...one.handed, ...one.again]).filter((one) => one.stack === stack).length,
      );
    }
  }, 240_000);
});
