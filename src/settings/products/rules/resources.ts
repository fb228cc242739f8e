import { oneOf, type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { importsOf, resourceNamed } from "../resources/imported";
import { needsCopies, type OwnResource, resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";

/** Findings about single resources. */
export const ofEach = (
  { tenants }: World,
  judge: (resource: OwnResource, tenant: Tenant, path: Path) => readonly Finding[],
): Finding[] =>
  tenants.flatMap((tenant) =>
    resourcesOf(tenant).flatMap((resource) =>
      judge(resource, tenant, ["resources", resource.kind, resource.name]),
    ),
  );

/** Refuses a subscription to a topic that does not exist, or that cannot keep what the queue promises. */
export const subscriptionsHaveTopics = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    resource.kind !== "queue"
      ? []
      : (resource.settings.subscriptions ?? []).flatMap(({ topic }, index, all) => {
          const topics = topicsOf(world, tenant);
          const found = topics.get(topic);
          const words = (expected: string, fix: string) => [
            at(tenant, [...path, "subscriptions", index, "topic"], { expected, got: show(topic), fix }),
          ];
          if (found === undefined) {
            return words(
              `a topic of ${tenant.ref}: ${oneOf([...topics.keys()])}`,
              "correct the name, or add the topic to resources or imports",
            );
          }
          if (all.findIndex((other) => other.topic === topic) !== index) {
            return words("each topic once", "join both, with the values of both in filter");
          }
          return resource.settings.fifo === true && found.fifo !== true
            ? words(
                "a topic that keeps the order, since the queue does",
                "write fifo: true there, or here none",
              )
            : [];
        }),
  );

/** Topics to which queues of a tenant may subscribe, by the names that they have there. */
const topicsOf = ({ byRef }: World, tenant: Tenant): ReadonlyMap<string, { readonly fifo?: boolean }> =>
  new Map([
    ...Object.entries(tenant.settings.resources?.topic ?? {}),
    ...importsOf(tenant).flatMap(({ kind, as, owner, name }) => {
      const there = kind === "topic" ? byRef.get(owner) : undefined;
      const found = there && resourceNamed(there, "topic", name);
      return found?.kind === "topic" ? [[as, found.settings] as const] : [];
    }),
  ]);

/** Refuses a secret, or a database, on a cluster that copies nothing from Secrets Manager. */
export const secretsAreCopied = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) =>
    !needsCopies(resource) || world.clusters.get(tenant.cluster)?.copiesSecrets !== false
      ? []
      : [
          at(tenant, path, {
            expected: `no ${resource.kind} on ${tenant.cluster}, which copies nothing from Secrets Manager`,
            got: "one",
            fix: "ask the platform's engineers to switch addons.externalSecrets on",
          }),
        ],
  );

/** Refuses a search domain in an account where OpenSearch may not connect to subnets. */
export const searchHasItsRole = (world: World): Finding[] =>
  ofEach(world, ({ kind }, tenant, path) =>
    kind !== "search" || world.clusters.get(tenant.cluster)?.hasSearch !== false
      ? []
      : [
          at(tenant, path, {
            expected: `no search on ${tenant.cluster}, in whose account OpenSearch has no role`,
            got: "one",
            fix: "ask the platform's engineers for serviceLinkedRoles.opensearchservice in the environment",
          }),
        ],
  );

/** Refuses two indexes or keys of a table that give one attribute two types. */
export const attributesHaveOneType = (world: World): Finding[] =>
  ofEach(world, (resource, tenant, path) => {
    if (resource.kind !== "table") {
      return [];
    }
    const { partitionKey, sortKey, indexes = {} } = resource.settings;
    const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)];
    const types = new Map<string, string>();
    return keys
      .flatMap((each) => [each.partitionKey, ...(each.sortKey ? [each.sortKey] : [])])
      .flatMap(({ name, type }) => {
        const first = types.get(name) ?? type;
        types.set(name, first);
        return first === type
          ? []
          : [
              at(tenant, path, {
                expected: `one type of attribute ${show(name)}`,
                got: `${first} and ${type}`,
                fix: "write one of them in all keys",
              }),
            ];
      });
  });
