import { atATime } from "../../kit/on-all-cores";
import type { ObjectClient } from "../../offline/api-client";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { type Deed, DEEDS } from "./deeds";

const RBAC = "/apis/rbac.authorization.k8s.io/v1";

/** Group of every user who has signed in. */
export const SIGNED_IN = "system:authenticated";

/** Place that stands for every cluster-wide right. */
const EVERYWHERE = "everywhere";

/** Namespaces in which a group may do a deed, or `everywhere`, by deed and group. */
export type Rights = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Groups and namespaces of the bindings that a server has, without those of Kubernetes itself. */
async function bindingsOf(client: ObjectClient) {
  const lists = await Promise.all(
    ["clusterrolebindings", "rolebindings"].map((kind) => client.get(`${RBAC}/${kind}`)),
  );
  const bindings = lists.flatMap(({ body }) => asList(body.items).filter(isMap));
  const theirs = bindings.filter((binding) => groupsOf(binding).length > 0);
  return {
    groups: [...new Set(theirs.flatMap(groupsOf))].sort(),
    namespaces: [
      ...new Set(theirs.flatMap(({ metadata }) => namespaceOf(asMap(metadata)))),
      // A namespace without a binding of theirs.
      "kube-system",
    ].sort(),
  };
}

const namespaceOf = ({ namespace }: JsonMap): string[] =>
  namespace === undefined ? [] : [textOf(namespace)];

const groupsOf = ({ subjects }: JsonMap): string[] =>
  asList(subjects)
    .filter(isMap)
    .filter(({ kind, name }) => kind === "Group" && !textOf(name).startsWith("system:"))
    .map(({ name }) => textOf(name));

/** Answer of a server to the question whether members of a group may do a deed in a namespace. */
export async function isAllowed(
  group: string,
  { verb, resource, subresource = "", group: apiGroup = "" }: Deed,
  namespace: string,
  client: ObjectClient,
): Promise<boolean> {
  const resourceAttributes = { verb, resource, subresource, group: apiGroup, namespace };
  const { body } = await client.create("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { user: "someone", groups: [...new Set([group, SIGNED_IN])], resourceAttributes },
  });
  return asMap(body.status).allowed === true;
}

const AT_A_TIME = 8;

/** Rights of all groups that a server's bindings name, and of everybody who has signed in. */
export async function rightsOn(client: ObjectClient): Promise<Rights> {
  const { groups, namespaces } = await bindingsOf(client);
  const all = [SIGNED_IN, ...groups];
  const questions = [...DEEDS].flatMap(([name, deed]) => all.map((group) => ({ name, deed, group })));
  const answers = await atATime(AT_A_TIME, questions, async ({ deed, group }) => {
    if (await isAllowed(group, deed, "", client)) {
      return [EVERYWHERE];
    }
    const allowed: string[] = [];
    for (const namespace of namespaces) {
      if (await isAllowed(group, deed, namespace, client)) {
        allowed.push(namespace);
      }
    }
    return allowed;
  });
  const rights = new Map<string, Map<string, readonly string[]>>();
  questions.forEach(({ name, group }, index) => {
    const row = rights.get(name) ?? new Map<string, readonly string[]>();
    rights.set(name, row.set(group, answers[index]!));
  });
  return rights;
}
