import { describe, expect, it } from "vitest";
import { podSecurityProblems } from "../../../checks/charts/pod-security";
import { deployment, LEAST_RIGHTS, rendered } from "../../../../__tests__/support/rendered";

const admits = (level: string) => ({
  "cluster-services": { "pod-security.kubernetes.io/enforce": level },
});

const pods = {
  privileged: deployment({ pod: "hostNetwork: true" }),
  baseline: deployment(),
  restricted: deployment({ container: `securityContext: ${JSON.stringify(LEAST_RIGHTS)}` }),
};

const problems = (yaml: string, level: string, podsMayLack = false) =>
  podSecurityProblems([rendered(yaml)], podsMayLack, admits(level));

describe("a namespace", () => {
  it.each(["privileged", "baseline", "restricted"] as const)(
    "of %s pods admits these and no others",
    (level) => {
      expect(problems(pods[level], level)).toEqual([]);
    },
  );

  it("refuses pods that need more", () => {
    expect(problems(pods.privileged, "baseline")).toEqual([
      "Deployment dex: needs privileged, and cluster-services admits baseline",
    ]);
    expect(problems(pods.restricted + pods.baseline, "restricted")).toEqual([
      "Deployment dex: needs baseline, and cluster-services admits restricted",
    ]);
  });

  it("admits no more than the loosest of its pods needs", () => {
    const tooLoose =
      "namespace cluster-services: expected restricted, which all of its pods keep to, got baseline";

    expect(problems(pods.restricted, "baseline")).toEqual([tooLoose]);
    expect(problems(pods.restricted + pods.baseline, "baseline")).toEqual([]);
    expect(problems(pods.restricted, "baseline", true)).toEqual([]);
    expect(podSecurityProblems([], false, admits("baseline"))).toEqual([]);
  });

  it.each([
    ["files of its node", deployment({ pod: "volumes: [{ name: logs, hostPath: { path: /var/log } }]" })],
    ["a port of its node", deployment({ container: "ports: [{ containerPort: 80, hostPort: 80 }]" })],
    ["all rights", deployment({ container: "securityContext: { privileged: true }" })],
    ["a capability", deployment({ container: "securityContext: { capabilities: { add: [SYS_TIME] } }" })],
  ])("that is not privileged refuses a pod that asks for %s", (_, yaml) => {
    expect(problems(yaml, "baseline")).toHaveLength(1);
    expect(problems(yaml, "privileged")).toEqual([]);
  });

  it("admits at baseline the capabilities that runtimes give anyway", () => {
    expect(
      problems(deployment({ container: "securityContext: { capabilities: { add: [CHOWN] } }" }), "baseline"),
    ).toEqual([]);
  });
});
