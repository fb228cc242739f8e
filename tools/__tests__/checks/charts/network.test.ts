import { describe, expect, it } from "vitest";
import { networkProblems } from "../../../checks/charts/network";
import { environment, testEnvironment } from "../../../../__tests__/support/environments";
import { deployment, rendered } from "../../../../__tests__/support/rendered";

const policy = (name: string, spec: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: ${spec}
`;

const denyAll = policy("deny-all", "{ podSelector: {}, policyTypes: [Ingress, Egress] }");
const askForNames = policy(
  "ask-for-names",
  `{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }],
    to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: {} }] }] }`,
);
const closed = denyAll + askForNames;
const ofDex = (ingress = "", app = "dex") =>
  policy(
    "dex",
    `{ podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Ingress], ingress: [${ingress}] }`,
  );

const service = `---
apiVersion: v1
kind: Service
metadata: { name: dex, labels: { app: dex } }
spec: { selector: { app: dex }, ports: [{ name: http, port: 80, targetPort: web }] }
`;
const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: dex }
spec:
  rules: [{ http: { paths: [{ backend: { service: { name: dex, port: { number: 80 } } } }] } }]
`;
const prometheus = `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main }
spec: {}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: dex }
spec: { selector: { matchLabels: { app: dex } }, endpoints: [{ port: http }] }
`;
const webhook = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: dex }
webhooks: [{ clientConfig: { service: { name: dex, namespace: cluster-services, port: 80 } } }]
`;

const dex = deployment({ container: "ports: [{ name: web, containerPort: 5556 }]" });

const startsOpen = environment({ cluster: { podsStartOpen: { reason: "they always did" } } });

const problems = (yaml: string, of = startsOpen) => networkProblems([rendered(yaml)], [], of);

const rights = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: dex }
roleRef: { kind: ClusterRole, name: dex }
subjects: [{ kind: ServiceAccount, name: dex, namespace: cluster-services }]
`;
const NOT_SELECTED =
  "Deployment dex: expected a network policy about its pods, got none; say with whom they speak";

describe("network policies against what charts render", () => {
  it("find nothing where no namespace is closed", () => {
    expect(problems(dex + service + ingress)).toEqual([]);
  });

  it("find pods in a closed namespace that say nothing, unless they have their node's address", () => {
    expect(problems(closed + dex)).toEqual([NOT_SELECTED]);
    expect(problems(closed + deployment({ pod: "hostNetwork: true" }))).toEqual([]);
  });

  it("find pods without a policy wherever they are, where pods start without a network", () => {
    expect(problems(dex, testEnvironment)).toEqual([NOT_SELECTED]);
    expect(problems(dex + ofDex(), testEnvironment)).toEqual([]);
    expect(problems(deployment({ pod: "hostNetwork: true" }), testEnvironment)).toEqual([]);
  });

  it("find pods that may not ask for names", () => {
    expect(problems(denyAll + dex + ofDex())).toEqual([
      "Deployment dex asks for names: expected a way through the network policies, got no egress to port 53",
      "Deployment dex asks for names: expected a way through the network policies, got no egress to port 53",
    ]);
  });

  it("find pods with rights in the cluster that may not call the Kubernetes API", () => {
    const mayCall = policy(
      "api",
      `{ podSelector: { matchLabels: { app: dex } }, policyTypes: [Egress], egress: [{ to: [
        { ipBlock: { cidr: 172.20.0.1/32 } }, { ipBlock: { cidr: 10.100.0.1/32 } }] }] }`,
    );

    expect(new Set(problems(closed + dex + ofDex() + rights))).toEqual(
      new Set([
        "Deployment dex calls the Kubernetes API: expected a way through the network policies, got no egress to port 443",
      ]),
    );
    expect(problems(closed + dex + ofDex() + rights + mayCall)).toEqual([]);
  });

  it("let pods without a token be, unless they ask for one in a volume", () => {
    const account = `---
apiVersion: v1
kind: ServiceAccount
metadata: { name: dex, namespace: cluster-services }
automountServiceAccountToken: false
`;
    const withoutToken = "automountServiceAccountToken: false";
    const projected =
      "volumes: [{ name: token, projected: { sources: [{ serviceAccountToken: { path: token } }] } }]";
    const of = (pod: string, more = "") =>
      problems(closed + deployment({ pod }) + more + ofDex() + rights).length;

    expect(of(withoutToken)).toBe(0);
    expect(of("", account)).toBe(0);
    expect(of("automountServiceAccountToken: true", account)).toBe(2);
    expect(of(`${withoutToken}\n${projected}`)).toBe(2);
  });

  it("find a policy with labels that no chart gives", () => {
    expect(problems(closed + dex + ofDex("", "dex") + ofDex("", "dexter"))).toEqual([
      "NetworkPolicy dex: expected pods with its labels, got none; see how the chart labels them",
    ]);
  });

  it("may be about pods of a chart that Argo CD installs, which is not rendered here", () => {
    const delivered = environment({ addons: { reloader: { installedBy: "argo-cd" } } });

    expect(problems(closed + dex + ofDex() + ofDex("", "reloader"), delivered)).toEqual([]);
  });

  it("find an Ingress whose load balancer is not let in to the port behind the Service's", () => {
    const lets = (port: number) =>
      ofDex(
        Object.values(testEnvironment.network.subnets.public)
          .map(
            (cidr) => `{ from: [{ ipBlock: { cidr: ${cidr} } }], ports: [{ port: ${port}, protocol: TCP }] }`,
          )
          .join(", "),
      );

    expect(problems(closed + dex + service + ingress + lets(5556))).toEqual([]);
    expect(new Set(problems(closed + dex + service + ingress + lets(80)))).toEqual(
      new Set(["Ingress dex: expected a way through the network policies, got no ingress to port 5556"]),
    );
  });

  it("find a webhook that the API server cannot call", () => {
    expect(new Set(problems(closed + dex + service + ofDex() + webhook))).toEqual(
      new Set([
        "ValidatingWebhookConfiguration dex: expected a way through the network policies, got no ingress to port 5556",
      ]),
    );
  });

  it("find a monitor whose pods Prometheus may not call, or that do not let it in", () => {
    expect(problems(closed + dex + service + ofDex() + prometheus)).toEqual([
      "Prometheus main: expected a network policy about its pods, got none; say with whom they speak",
      "ServiceMonitor dex: expected a way through the network policies, got no egress to port 5556",
      "ServiceMonitor dex: expected a way through the network policies, got no ingress to port 5556",
    ]);
  });
});
