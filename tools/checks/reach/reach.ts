import { CONSEQUENCES, EDGES } from "./edges";
import type { Inventory } from "./inventory";
import { type Permission, permissionsOfAccount } from "./permissions";
import { type Gain, keyOf, type Target } from "./targets";

/** A target that is reached, with the last step to it. */
export interface Reached {
  readonly target: Target;
  readonly how: string;

  /**
   * The target before it.
   *
   * @default - the subject itself
   */
  readonly from?: Target;
}

/** Everything that is reached, by key. */
export type Reach = ReadonlyMap<string, Reached>;

/** Everything that permissions lead to, at once or through what they lead to, each by one of the shortest ways. */
export function reachOf(permissions: readonly Permission[], inventory: Inventory): Reach {
  const reached = new Map<string, Reached>();
  const gain = ({ target, how, by }: Gain, from = by?.[0]): Reached[] => {
    if (reached.has(keyOf(target))) {
      return [];
    }
    const step = { target, how, ...(from && { from }) };
    reached.set(keyOf(target), step);
    return [step];
  };
  const holds = (target: Target): boolean => reached.has(keyOf(target));

  let fresh = gainsOf(permissions, inventory).flatMap((one) => gain(one));
  while (fresh.length > 0) {
    const byAccounts = fresh.flatMap(({ target }) =>
      target.kind === "account"
        ? gainsOf(permissionsOfAccount(target, inventory), inventory).map((one) => ({ one, from: target }))
        : [],
    );
    const byTargets = CONSEQUENCES.flatMap((consequence) => consequence(holds, inventory));
    fresh = [
      ...byAccounts.flatMap(({ one, from }) => gain(one, from)),
      ...byTargets.flatMap((one) => gain(one)),
    ];
  }
  return reached;
}

const gainsOf = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  EDGES.flatMap((edge) => edge(permissions, inventory));

/** Steps to a target, the first first. */
export function pathTo({ how, from }: Reached, reach: Reach): string[] {
  const before = from && reach.get(keyOf(from));
  return [...(before ? pathTo(before, reach) : []), how];
}

/** Targets on the way to another. */
export function wayTo({ from }: Reached, reach: Reach): Target[] {
  const before = from && reach.get(keyOf(from));
  return before ? [...wayTo(before, reach), before.target] : [];
}
