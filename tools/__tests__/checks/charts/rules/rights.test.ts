import { describe, expect, it } from "vitest";
import { containersHaveLeastRights, podsKeepOffTheirNode } from "../../../../checks/charts/rules/rights";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { deployment, LEAST_RIGHTS, rendered } from "../../../../../__tests__/support/rendered";

const rights = (container: string, pod = "") =>
  containersHaveLeastRights(rendered(deployment({ container, pod })), testEnvironment);

const withRights = (changed: object) => `securityContext: ${JSON.stringify({ ...LEAST_RIGHTS, ...changed })}`;

describe("the rights of a container", () => {
  it("are the least", () => {
    expect(rights(withRights({}))).toEqual([]);
  });

  it("are partly its pod's", () => {
    const pod = "securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }";
    const container = withRights({ runAsNonRoot: undefined, seccompProfile: undefined });

    expect(rights(container, pod)).toEqual([]);
    expect(rights(container)).toEqual([
      expect.stringContaining("expected runAsNonRoot: true, seccompProfile.type: RuntimeDefault, got {"),
    ]);
  });

  it.each([
    ["privileged: false", { privileged: true }],
    ["runAsNonRoot: true", { runAsNonRoot: false }],
    ["runAsNonRoot: true", { runAsUser: 0 }],
    ["allowPrivilegeEscalation: false", { allowPrivilegeEscalation: undefined }],
    ["readOnlyRootFilesystem: true", { readOnlyRootFilesystem: false }],
    ["capabilities.drop: [ALL]", { capabilities: { drop: ["NET_RAW"] } }],
    ["no capabilities.add", { capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] } }],
    ["seccompProfile.type: RuntimeDefault", { seccompProfile: { type: "Unconfined" } }],
  ])("are expected to be %s", (expected, changed) => {
    expect(rights(withRights(changed))).toEqual([
      expect.stringContaining(`Deployment dex: container dex: expected ${expected}, got {`),
    ]);
  });

  it("none leave a container with all of them to grant", () => {
    expect(rights("")).toEqual([
      "Deployment dex: container dex: expected runAsNonRoot: true, allowPrivilegeEscalation: false, " +
        "capabilities.drop: [ALL], seccompProfile.type: RuntimeDefault, readOnlyRootFilesystem: true, got {}",
    ]);
  });

  it("are those that Prometheus' operator gives, but for its pod's", () => {
    const prometheus = (pod: string) =>
      `{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: { name: main }, spec: { ${pod} } }`;
    const safe = "securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }";

    expect(containersHaveLeastRights(rendered(prometheus(safe)), testEnvironment)).toEqual([]);
    expect(containersHaveLeastRights(rendered(prometheus("")), testEnvironment)).toHaveLength(1);
  });
});

describe("a pod", () => {
  const problems = (pod: string) => podsKeepOffTheirNode(rendered(deployment({ pod })), testEnvironment);

  it("shares nothing of its node", () => {
    expect(problems("hostNetwork: false\nvolumes: [{ name: tmp, emptyDir: {} }]")).toEqual([]);
    expect(problems("hostNetwork: true\nhostPID: true\nhostIPC: true")).toEqual([
      "Deployment dex: expected no hostNetwork of its node, got hostNetwork: true",
      "Deployment dex: expected no hostPID of its node, got hostPID: true",
      "Deployment dex: expected no hostIPC of its node, got hostIPC: true",
    ]);
    expect(problems("volumes: [{ name: logs, hostPath: { path: /var/log } }]")).toEqual([
      "Deployment dex: expected no file of its node, got hostPath /var/log",
    ]);
  });
});
