import type { ObjectClient } from "../../offline/api-client";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type Rights, rightsOn } from "../rights/ask";
import { manifestObjects } from "./manifest-objects";
import { stackObjects } from "./stack-objects";
import type { TriedObject } from "./tried-object";
import { tryObjects } from "./try-objects";

/** Kinds of which rights are made. */
const OF_RIGHTS = new Set(["Namespace", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"]);

/**
 * Function that returns the rights which the roles and bindings of stacks give: that of a cluster's access, and those of tenants. It asks about these alone, so that the
 * answers are the same on a machine that has no chart; and once, where clusters have the same.
 */
export function rightsAsker(client: ObjectClient): (stacks: readonly SynthesisedStack[]) => Promise<Rights> {
  const known = new Map<string, Promise<Rights>>();
  return (stacks) => {
    const objects = stacks
      .flatMap(({ json }) => [...stackObjects(json), ...manifestObjects(json)])
      .filter(({ object }) => OF_RIGHTS.has(String(object.kind)));
    const key = JSON.stringify(objects.map(({ object }) => object));
    const rights = known.get(key) ?? rightsOf(objects, client);
    known.set(key, rights);
    return rights;
  };
}

async function rightsOf(objects: readonly TriedObject[], client: ObjectClient): Promise<Rights> {
  let rights: Rights = new Map();
  await tryObjects(objects, client, {
    whileThere: async () => {
      rights = await rightsOn(client);
    },
  });
  return rights;
}
