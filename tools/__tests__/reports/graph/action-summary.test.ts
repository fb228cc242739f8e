import { expect, test } from "vitest";
import { actionSummary } from "../../../reports/graph/action-summary";

test("names the few actions of a service, in order and once", () => {
  expect(actionSummary(["sts:TagSession", "sts:AssumeRole", "sts:AssumeRole"])).toEqual([
    "sts: AssumeRole, TagSession",
  ]);
});

test("counts the verbs of many", () => {
  expect(
    actionSummary(["ec2:DescribeVpcs", "ec2:DescribeTags", "ec2:CreateTags", "ec2:DescribeImages"]),
  ).toEqual(["ec2: Create, Describe ×3"]);
});

test("has a line for each service, in order", () => {
  expect(actionSummary(["s3:GetObject", "acm:ListCertificates"])).toEqual([
    "acm: ListCertificates",
    "s3: GetObject",
  ]);
});
