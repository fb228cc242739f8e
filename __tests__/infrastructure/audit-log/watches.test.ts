import { describe, expect, it } from "vitest";
import { watches } from "../../../src/infrastructure/audit-log/watches";
import { matches } from "../../support/filter-pattern";

const ALL = watches({
  platformNamespaces: ["cluster-services", "monitoring", "kube-system"],
  terraformRoles: ["terraform-plan", "terraform-apply"],
});

const BEHIND_A_RELAY = watches({
  platformNamespaces: ["cluster-services", "kube-system", "teleport"],
  terraformRoles: ["terraform-plan", "terraform-apply"],
  relayedUser: "teleport",
});

const ENGINEER = "arn:aws:sts::123456789012:assumed-role/anna-admin/anna";
const TERRAFORM = "arn:aws:sts::123456789012:assumed-role/terraform-apply/run-1";

/** Event of an audit log as EKS writes it. */
const event = (username: string, verb: string, objectRef: object, code = 200, requestURI = "/api/v1") => ({
  kind: "Event",
  apiVersion: "audit.k8s.io/v1",
  level: "Metadata",
  auditID: "7f0e6b0e-0c57-4b1d-9d8e-3f6a0f8c5a11",
  stage: "ResponseComplete",
  requestURI,
  verb,
  user: { username, groups: ["system:authenticated"] },
  sourceIPs: ["203.0.113.7"],
  userAgent: "kubectl/v1.36.0",
  objectRef: { apiVersion: "v1", ...objectRef },
  responseStatus: { metadata: {}, code },
});

/** Names of the watches that an event sets off. */
const setOff = (one: ReturnType<typeof event>, all = ALL) =>
  all.filter(({ pattern }) => matches(pattern, one)).map(({ name }) => name);

const exec = (namespace: string) => ({ resource: "pods", namespace, name: "dex-0", subresource: "exec" });
const secrets = { resource: "secrets", namespace: "apps" };
const binding = { resource: "clusterrolebindings", name: "mine", apiGroup: "rbac.authorization.k8s.io" };
const webhook = {
  resource: "validatingwebhookconfigurations",
  name: "gatekeeper",
  apiGroup: "admissionregistration.k8s.io",
};

describe("the audit log", () => {
  it.each([
    [
      "an engineer in a pod of the platform",
      event(ENGINEER, "get", exec("monitoring"), 101),
      ["platform-pod-entered"],
    ],
    [
      "an engineer who calls a program of the platform through the API server",
      event(ENGINEER, "create", { ...exec("monitoring"), resource: "services", subresource: "proxy" }, 200),
      ["platform-pod-entered"],
    ],
    [
      "an engineer who takes the identity of a service account",
      event(
        ENGINEER,
        "create",
        { resource: "serviceaccounts", namespace: "apps", subresource: "token" },
        201,
      ),
      ["secrets-read"],
    ],
    ...["constraints.gatekeeper.sh", "templates.gatekeeper.sh", "policies.kyverno.io", "kyverno.io"].map(
      (apiGroup): [string, ReturnType<typeof event>, string[]] => [
        `an engineer who lifts a policy of ${apiGroup}`,
        event(ENGINEER, "delete", { resource: "policies", name: "mine", apiGroup }),
        ["admission-changed"],
      ],
    ),
    ["an engineer who lists Secrets", event(ENGINEER, "list", secrets), ["secrets-read"]],
    ["an engineer who may read no Secret, and tries", event(ENGINEER, "get", secrets, 403), ["secrets-read"]],
    ["an engineer who binds a role", event(ENGINEER, "create", binding, 201), ["rights-changed"]],
    [
      "an engineer who removes a webhook",
      event(ENGINEER, "deletecollection", webhook),
      ["admission-changed"],
    ],
    [
      "an application that binds a role",
      event("system:serviceaccount:apps:default", "create", binding, 201),
      ["rights-changed"],
    ],
    [
      "a stranger who lists pods",
      event("system:anonymous", "list", { resource: "pods" }, 200, "/api/v1/pods"),
      ["anonymous-admitted"],
    ],
  ])("sets off an alarm about %s", (_, one, names) => {
    expect(setOff(one)).toEqual(names);
  });

  it.each([
    ["an engineer in a pod of an application", event(ENGINEER, "get", exec("apps"), 101)],
    ["an engineer who reads pods", event(ENGINEER, "list", { resource: "pods", namespace: "monitoring" })],
    ["Terraform, which reads the Secrets of releases", event(TERRAFORM, "list", secrets)],
    ["Terraform, which binds roles", event(TERRAFORM, "patch", binding)],
    ["an engineer who may bind no role", event(ENGINEER, "create", binding, 403)],
    [
      "a controller that renews its webhook's certificate",
      event("system:serviceaccount:cluster-services:aws-load-balancer-controller", "patch", webhook),
    ],
    [
      "Gatekeeper, which writes down what it found",
      event("system:serviceaccount:monitoring:gatekeeper-admin", "patch", {
        resource: "allowedimages",
        apiGroup: "constraints.gatekeeper.sh",
      }),
    ],
    [
      "a kubelet that asks for the token of a pod",
      event(
        "system:node:ip-10-13-24-5",
        "create",
        { resource: "serviceaccounts", subresource: "token" },
        201,
      ),
    ],
    ["EKS, which installs an add-on", event("eks:addon-manager", "patch", binding)],
    ["a kubelet that reads Secrets of its pods", event("system:node:ip-10-13-24-5", "get", secrets)],
    ["a load balancer that asks for health", event("system:anonymous", "get", {}, 200, "/readyz")],
    [
      "a stranger who is refused",
      event("system:anonymous", "list", { resource: "pods" }, 403, "/api/v1/pods"),
    ],
  ])("sets off none about %s", (_, one) => {
    expect(setOff(one)).toEqual([]);
  });

  it("knows people for whom a relay speaks from its own requests", () => {
    const relay = "system:serviceaccount:teleport:teleport-kube-agent";
    const relayed = (one: ReturnType<typeof event>) => ({
      ...one,
      impersonatedUser: { username: "teleport" },
    });

    expect(setOff(relayed(event(relay, "get", exec("cluster-services"), 101)), BEHIND_A_RELAY)).toEqual([
      "platform-pod-entered",
    ]);
    expect(setOff(relayed(event(relay, "list", secrets)), BEHIND_A_RELAY)).toEqual(["secrets-read"]);
    expect(setOff(relayed(event(relay, "create", binding)), BEHIND_A_RELAY)).toEqual(["rights-changed"]);
    expect(setOff(event(relay, "get", secrets), BEHIND_A_RELAY)).toEqual([]);
    expect(setOff(event(ENGINEER, "list", secrets), BEHIND_A_RELAY)).toEqual(["secrets-read"]);
  });

  it("has patterns as short as CloudWatch takes them", () => {
    for (const { pattern } of [...ALL, ...BEHIND_A_RELAY]) {
      expect(pattern.length).toBeLessThanOrEqual(1024);
    }
  });
});
