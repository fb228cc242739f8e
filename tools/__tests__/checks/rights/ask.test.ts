import { expect, test } from "vitest";
import { rightsOn, SIGNED_IN } from "../../../checks/rights/ask";
import type { Answer, ObjectClient } from "../../../offline/api-client";
import { asList, asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";

const group = (name: string): JsonMap => ({ kind: "Group", name });

const BINDINGS: Readonly<Record<string, readonly JsonMap[]>> = {
  clusterrolebindings: [
    { metadata: { name: "admins" }, subjects: [group("admin"), group("system:masters")] },
    { metadata: { name: "program" }, subjects: [{ kind: "ServiceAccount", name: "controller" }] },
  ],
  rolebindings: [
    { metadata: { name: "developers", namespace: "apps" }, subjects: [group("developer")] },
    { metadata: { name: "leader", namespace: "monitoring" }, subjects: [group("system:nodes")] },
  ],
};

/** A server that lets administrators do anything, and developers read pods in one namespace. */
function server() {
  const asked: string[] = [];
  const may = (groups: readonly string[], { verb, resource, namespace }: JsonMap): boolean =>
    groups.includes("admin") ||
    (groups.includes("developer") && verb === "get" && resource === "pods" && namespace === "apps");
  const client = {
    async get(path: string): Promise<Answer> {
      return { status: 200, body: { items: BINDINGS[path.split("/").at(-1)!] ?? [] } };
    },
    async create(_: string, { spec }: JsonMap): Promise<Answer> {
      const { groups, resourceAttributes } = asMap(spec);
      asked.push(textOf(asMap(resourceAttributes).namespace));
      return {
        status: 201,
        body: { status: { allowed: may(asList(groups).map(textOf), asMap(resourceAttributes)) } },
      };
    },
  } as unknown as ObjectClient;
  return { client, asked };
}

test("asks for each group that a binding names, and for everybody who has signed in", async () => {
  const rights = await rightsOn(server().client);

  expect([...rights.get("get pods")!]).toEqual([
    [SIGNED_IN, []],
    ["admin", ["everywhere"]],
    ["developer", ["apps"]],
  ]);
  expect([...rights.get("delete pods")!.values()]).toEqual([[], ["everywhere"], []]);
});

test("asks about namespaces with bindings of theirs, and about one without", async () => {
  const { client, asked } = server();
  await rightsOn(client);

  expect([...new Set(asked)].sort()).toEqual(["", "apps", "kube-system"]);
});
