import { describe, expect, it } from "vitest";
import { serviceAccountProblems } from "../../../checks/charts/service-accounts";
import type { Trust } from "../../../checks/charts/trusts";
import { deployment, rendered } from "../../../../__tests__/support/rendered";

const trust: Trust = {
  namespace: "cluster-services",
  serviceAccount: "dex",
  role: "dex-govuk",
  annotation: "arn:role/dex-govuk",
};

const account = (annotations = "", name = "dex") => `---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, annotations: { ${annotations} } }
`;
const annotated = account('"eks.amazonaws.com/role-arn": arn:role/dex-govuk');

const problems = (yaml: string, trusts = [trust]) => serviceAccountProblems(trusts, [rendered(yaml)], []);

describe("between IAM and service accounts", () => {
  it("all is well where the trusted account has the role and pods run as it", () => {
    expect(problems(annotated + deployment())).toEqual([]);
  });

  it("a trusted account is missing", () => {
    expect(problems(deployment() + account("", "deks"))).toEqual([
      "role dex-govuk trusts cluster-services/dex, which no release makes",
    ]);
  });

  it("a trusted account may be that of a release that was not rendered", () => {
    const { release } = rendered("", { serviceAccount: { name: "dex" } });

    expect(serviceAccountProblems([trust], [], [release])).toEqual([]);
  });

  it("the annotation names another role, or nothing", () => {
    expect(problems(account('"eks.amazonaws.com/role-arn": arn:role/other') + deployment())).toEqual([
      "role dex-govuk trusts cluster-services/dex, whose annotation is arn:role/other, not arn:role/dex-govuk",
    ]);
    expect(problems(account() + deployment())).toEqual([
      "role dex-govuk trusts cluster-services/dex, whose annotation is missing, not arn:role/dex-govuk",
    ]);
  });

  it("Pod Identity needs no annotation, and bears none", () => {
    const associated = [{ ...trust, annotation: undefined } as unknown as Trust];

    expect(problems(account() + deployment(), associated)).toEqual([]);
    expect(problems(annotated + deployment(), associated)).toEqual([
      "role dex-govuk trusts cluster-services/dex, whose annotation is arn:role/dex-govuk, not absent",
    ]);
  });

  it("no pod runs as the account", () => {
    expect(problems(annotated)).toEqual(["role dex-govuk trusts cluster-services/dex, which no pod runs as"]);
  });

  it("the pods may be those of a release that was not rendered", () => {
    const { release } = rendered("");

    expect(serviceAccountProblems([trust], [rendered(annotated)], [release])).toEqual([]);
  });

  it("pods run as an account whose name only begins like it", () => {
    const other = deployment().replace(/serviceAccountName: dex/, "serviceAccountName: dex2");

    expect(problems(annotated + other)).toEqual([
      "role dex-govuk trusts cluster-services/dex, which no pod runs as",
    ]);
  });

  it("pods that somebody makes later may run as the account", () => {
    const config = (name: string) =>
      `---\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { config: "spec: {\\"serviceAccountName\\": \\"${name}\\"}" } }`;

    expect(problems(annotated + config("dex"))).toEqual([]);
    expect(problems(annotated + config("dex-other"))).toHaveLength(1);
  });

  it("an account names a role that does not trust it", () => {
    expect(problems(annotated + deployment(), [])).toEqual([
      "ServiceAccount cluster-services/dex names arn:role/dex-govuk, which does not trust it",
    ]);
  });
});
