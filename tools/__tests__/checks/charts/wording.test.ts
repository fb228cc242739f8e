import { describe, expect, it } from "vitest";
import type { ReleaseResult } from "../../../checks/charts/check-stacks";
import { caveatsOf, chartsTable, checkedIn, findingsOf, notCheckedOf } from "../../../checks/charts/wording";

const result = (more: Partial<ReleaseResult>): ReleaseResult => ({
  environment: "production",
  release: "dex",
  chart: "dex 1.0.0",
  objects: 10,
  findings: [],
  ...more,
});
const releases = [
  result({ findings: ["no probe"] }),
  result({ environment: "staging", findings: ["no probe"] }),
  result({ release: "argo", chart: "argo 2.0.0", objects: 0, notRendered: "no such host" }),
];

describe("the words for charts", () => {
  it("name a finding once, with its environments", () => {
    expect(findingsOf(releases)).toEqual(["dex: no probe [production, staging]"]);
  });

  it("say what is accepted but no longer found, once everything was rendered", () => {
    expect(findingsOf(releases.slice(0, 2))).toContainEqual(
      expect.stringContaining("tools/checks/charts/accepted: roles no longer has"),
    );
  });

  it("say aloud what was not checked", () => {
    const helm = { program: "helm", version: "3.0.0", caveats: ["helm 3.0.0 on PATH, not 3.1.0"] };
    const nearest = ["Kubernetes 1.36 by the schemas of 1.35"];

    const results = { helm, schemas: { missing: "python3 was not found" }, releases, nearest };

    expect(caveatsOf(results)).toEqual([
      "helm 3.0.0 on PATH, not 3.1.0",
      "Kubernetes 1.36 by the schemas of 1.35",
    ]);
    expect(notCheckedOf(results)).toEqual([
      "WITHOUT THE SCHEMAS of Kubernetes' own kinds: python3 was not found",
      "argo: NOT RENDERED argo 2.0.0: no such host [production]",
    ]);
  });

  it("count what was rendered", () => {
    expect(checkedIn(releases)).toBe("2 releases, 20 objects of 2 environments");
  });

  it("show each release in a row, and roles where something is wrong with them", () => {
    const roles = (finding: string) =>
      result({ release: "roles", chart: "", objects: 0, findings: [finding] });
    const accepted = "role renovate-irsa-govuk trusts a/b, which no release makes";

    expect(chartsTable([roles("role a trusts b")])).toContain("roles");
    expect(chartsTable([...releases, roles(accepted)]).split("\n")).toEqual([
      "release  chart       environments  objects",
      "dex      dex 1.0.0   2             20       1 to mend",
      "argo     argo 2.0.0  1             0        not rendered",
    ]);
  });
});
