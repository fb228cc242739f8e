import { beforeAll, describe, expect, it } from "vitest";
import { rightsOf } from "../../../src/addons/teleport-kube-agent/rights";
import { TELEPORT_ACCOUNT } from "../../../src/names/teleport-names";
import type { ObjectClient } from "../../offline/api-client";
import { withApiServer } from "../../offline/api-server";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import { controlPlaneProgram } from "../../toolbox/control-plane";
import type { Tool } from "../../toolbox/tools";

const { signal } = new AbortController();
const RBAC = "/apis/rbac.authorization.k8s.io/v1";

/** Programs of an API server on this machine; a reason where they cannot be had. */
let etcd: Tool;
let apiServer: Tool;
beforeAll(async () => {
  etcd = await controlPlaneProgram("etcd", signal);
  apiServer = await controlPlaneProgram("kube-apiserver", signal);
}, 900_000);

/** Answer to the question that the API server asks itself of each header of a request by which one speaks for another. */
async function maySpeakFor(
  resource: string,
  name: string,
  client: ObjectClient,
  namespace = "",
): Promise<boolean> {
  const { body } = await client.create("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: {
      user: `system:serviceaccount:teleport:${TELEPORT_ACCOUNT}`,
      groups: ["system:serviceaccounts", "system:serviceaccounts:teleport", "system:authenticated"],
      resourceAttributes: { verb: "impersonate", resource, name, namespace },
    },
  });
  return asMap(body.status).allowed === true;
}

describe("the agent of Teleport, at a real API server", () => {
  it("speaks for its user and the levels that it was given, and for nothing of Kubernetes itself", async (context) => {
    if ("missing" in etcd || "missing" in apiServer) {
      return context.skip("NOT CHECKED: no API server could be had");
    }
    const programs = { etcd: etcd.program, "kube-apiserver": apiServer.program };
    await withApiServer(programs, signal, async (client) => {
      const [role, binding] = rightsOf("teleport", ["operator"]) as unknown as JsonMap[];
      expect((await client.create(`${RBAC}/clusterroles`, role!)).status).toBe(201);
      expect((await client.create(`${RBAC}/clusterrolebindings`, binding!)).status).toBe(201);

      for (const [resource, name] of [
        ["users", "teleport"],
        ["groups", "operator"],
        ["groups", "system:authenticated"],
      ] as const) {
        expect([name, await maySpeakFor(resource, name, client)]).toEqual([name, true]);
      }
      for (const [resource, name] of [
        ["users", "system:kube-controller-manager"],
        ["users", "anna"],
        ["groups", "system:masters"],
        ["groups", "administrator"],
        ["groups", "system:nodes"],
      ] as const) {
        expect([name, await maySpeakFor(resource, name, client)]).toEqual([name, false]);
      }
      expect(await maySpeakFor("serviceaccounts", "default", client, "kube-system")).toBe(false);
    });
  }, 300_000);
});
