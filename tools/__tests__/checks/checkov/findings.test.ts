import { describe, expect, it } from "vitest";
import { reportOf } from "../../../checks/checkov/findings";

const text = JSON.stringify({ resource: { aws_rds_cluster: { db: { engine: "aurora" } } } }, null, 2);

const scanned = {
  plans: 1,
  stackOf: (file: string) => file.split(/[/.]/)[1]!,
  textOf: (file: string) => (file.startsWith("stacks/") ? text : undefined),
};

const failed = (file_path: string, resource: string, line = 1) => ({
  check_id: "CKV_AWS_1",
  check_name: "Do it",
  file_path,
  resource,
  file_line_range: [line, line + 3],
});

const part = (check_type: string, failed_checks: object[]) => ({
  check_type,
  results: { failed_checks, parsing_errors: [] as string[] },
  summary: { passed: 3 },
});

const report = (...parts: object[]) => reportOf(JSON.stringify(parts), scanned);

describe("reportOf", () => {
  it("tells the type of a resource, of which checkov tells the name alone", () => {
    const { findings } = report(
      part("terraform_json", [failed("/stacks/vpc/cdk.tf.json", "resource.db", 4)]),
    );

    expect(findings).toEqual([
      { check: "CKV_AWS_1", asks: "Do it", where: "vpc: aws_rds_cluster.db", onlyInPlan: false },
    ]);
  });

  it("says each finding once, and which only a plan shows", () => {
    const { findings } = report(
      part("terraform_plan", [
        failed("/plans/vpc.json", "aws_rds_cluster.db"),
        failed("/plans/vpc.json", "module.bucket.aws_s3_bucket.this"),
      ]),
      part("terraform_json", [failed("/stacks/vpc/cdk.tf.json", "aws_rds_cluster.db")]),
    );

    expect(findings.map(({ where, onlyInPlan }) => [where, onlyInPlan])).toEqual([
      ["vpc: aws_rds_cluster.db", false],
      ["vpc: module.bucket.aws_s3_bucket.this", true],
    ]);
  });

  it("counts what passed, of one kind of file or of several", () => {
    expect(report(part("terraform", []), part("terraform_json", [])).passed).toBe(6);
    expect(reportOf(JSON.stringify(part("terraform", [])), scanned).passed).toBe(3);
  });

  it("lists files that checkov cannot read", () => {
    const unread = {
      results: { failed_checks: [], parsing_errors: ["/stacks/vpc/cdk.tf.json"] },
      summary: {},
    };

    expect(report(unread).unread).toEqual(["/stacks/vpc/cdk.tf.json"]);
  });
});
