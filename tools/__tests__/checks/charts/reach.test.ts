import { describe, expect, it } from "vitest";
import { objectsIn } from "../../../checks/charts/objects";
import { type Connection, refusals } from "../../../checks/charts/reach";

const policy = (name: string, spec: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: platform }
spec: ${spec}
`;

const closed = policy("deny-all", "{ podSelector: {}, policyTypes: [Ingress, Egress] }");

const connection: Connection = {
  from: { namespace: "platform", labels: { app: "client" } },
  to: { namespace: "platform", labels: { app: "server" } },
  port: 80,
};

const of = (yaml: string, differences: Partial<Connection> = {}) =>
  refusals(objectsIn(yaml), { ...connection, ...differences });

const lets = (direction: "ingress" | "egress", rule: string, app: string) =>
  policy(
    app,
    `{ podSelector: { matchLabels: { app: ${app} } }, policyTypes: [${direction === "ingress" ? "Ingress" : "Egress"}], ${direction}: [${rule}] }`,
  );

describe("a connection", () => {
  it("is refused by nobody where there is no policy, and by both ends where all are closed", () => {
    expect(of("")).toEqual([]);
    expect(of(closed)).toEqual(["egress", "ingress"]);
  });

  it("needs both ends, and not only one", () => {
    const out = lets("egress", "{ to: [{ podSelector: { matchLabels: { app: server } } }] }", "client");
    const into = lets("ingress", "{ from: [{ podSelector: { matchLabels: { app: client } } }] }", "server");

    expect(of(closed + out)).toEqual(["ingress"]);
    expect(of(closed + into)).toEqual(["egress"]);
    expect(of(closed + out + into)).toEqual([]);
  });

  it("is refused where port, protocol, labels or namespace differ", () => {
    const rule =
      "{ from: [{ podSelector: { matchLabels: { app: client } } }], ports: [{ port: 80, protocol: TCP }] }";
    const server = lets("ingress", rule, "server");

    expect(of(server)).toEqual([]);
    expect(of(server, { port: 81 })).toEqual(["ingress"]);
    expect(of(server, { protocol: "UDP" })).toEqual(["ingress"]);
    expect(of(server, { from: { namespace: "platform", labels: { app: "other" } } })).toEqual(["ingress"]);
    expect(of(server, { from: { namespace: "apps", labels: { app: "client" } } })).toEqual(["ingress"]);
  });

  it("is let in from namespaces with a label, and from no others", () => {
    const rule = "{ from: [{ namespaceSelector: { matchLabels: { kind: applications } } }] }";
    const server = lets("ingress", rule, "server");
    const client = { namespace: "apps", labels: { app: "client" } };

    expect(of(server, { from: { ...client, namespaceLabels: { kind: "applications" } } })).toEqual([]);
    expect(of(server, { from: client })).toEqual(["ingress"]);
  });

  it("comes from addresses of a block, but for those that it leaves out", () => {
    const rule = "{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }] }";
    const server = lets("ingress", rule, "server");

    expect(of(server, { from: { address: "10.2.0.1" } })).toEqual([]);
    expect(of(server, { from: { address: "10.1.0.1" } })).toEqual(["ingress"]);
    expect(of(server, { from: { address: "8.8.8.8" } })).toEqual(["ingress"]);
  });
});
