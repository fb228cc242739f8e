import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentFindings } from "../tools/checks/iam/rules";
import { upstreamFindings } from "../tools/checks/iam/upstream";
import { UPSTREAM_POLICIES } from "../tools/checks/iam/upstream-policies";
import { iam } from "./support/iam";

const documents = iam.flatMap((environment) => environment.documents);

describe("IAM documents", () => {
  it("are found in every place that has one", () => {
    const places = new Set(documents.map(({ place }) => place.replace(/-[^-]+: .*$/, "")));

    expect([...places]).toEqual(
      expect.arrayContaining(["cluster-infrastructure", "cluster-services", "tfc-aws-config"]),
    );
  });

  it("are written where * takes a reason, if they say what an identity may do", () => {
    const writers = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join("src", name), "utf8"))
      .filter((source) => /new Iam(Role)?Policy\(/.test(source));

    expect(writers.length).toBeGreaterThan(0);
    expect(writers.filter((source) => !source.includes("permissionsDocument("))).toEqual([]);
  });

  it("are ones that AWS takes and that mean what they say", async () => {
    const findings = await Promise.all(documents.map(documentFindings));

    expect(findings.flat()).toEqual([]);
  });
});

describe("IAM roles", () => {
  it("have the actions of upstream's policies, or the reason why not", () => {
    expect(upstreamFindings(iam, [], UPSTREAM_POLICIES, "")).toEqual([]);
  });
});
