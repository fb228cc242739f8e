import { describe, expect, it } from "vitest";
import { tokenProblems } from "../../../checks/charts/tokens";
import { deployment, rendered } from "../../../../__tests__/support/rendered";

const problems = (yaml: string) => tokenProblems([rendered(yaml)]);

const binding = (kind: string, subject: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: dex }
subjects: [{ kind: ServiceAccount, ${subject} }]
`;

const account = (automount: boolean) => `---
apiVersion: v1
kind: ServiceAccount
metadata: { name: dex }
automountServiceAccountToken: ${automount}
`;

const UNUSED = [
  "Deployment dex: expected automountServiceAccountToken: false, for no role is bound to cluster-services/dex",
];

describe("tokens of service accounts", () => {
  it("are mounted where a role is bound to the account", () => {
    expect(problems(deployment() + binding("RoleBinding", "name: dex"))).toEqual([]);
    expect(
      problems(deployment() + binding("ClusterRoleBinding", "name: dex, namespace: cluster-services")),
    ).toEqual([]);
  });

  it("are of no use where none is", () => {
    expect(problems(deployment())).toEqual(UNUSED);
    expect(problems(deployment() + binding("RoleBinding", "name: other"))).toEqual(UNUSED);
    expect(problems(deployment() + binding("RoleBinding", "name: dex, namespace: monitoring"))).toEqual(
      UNUSED,
    );
  });

  it("are kept out by the pod, or by the account unless the pod asks for it", () => {
    const asks = (mounts: boolean) => deployment({ pod: `automountServiceAccountToken: ${mounts}` });

    expect(problems(asks(false) + account(true))).toEqual([]);
    expect(problems(deployment() + account(false))).toEqual([]);
    expect(problems(deployment() + account(true))).toEqual(UNUSED);
    expect(problems(asks(true) + account(false))).toEqual(UNUSED);
  });
});
