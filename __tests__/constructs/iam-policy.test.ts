import { describe, expect, it } from "vitest";
import { permissionsDocument, policyDocument, serviceTrust } from "../../src/constructs/iam-policy";

describe("permissionsDocument", () => {
  it("allows the actions on the resources, under the conditions", () => {
    const conditions = { StringEquals: { "aws:ResourceTag/owner": "us" } };

    expect(
      JSON.parse(
        permissionsDocument([{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"], conditions }]),
      ),
    ).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::b/*"], Condition: conditions },
      ],
    });
  });

  it("allows them on any resource only where a reason is given, which stays in the source", () => {
    const document = permissionsDocument([
      { actions: ["route53:ListHostedZones"], anyResourceBecause: "listing has no resource level" },
    ]);

    expect(JSON.parse(document).Statement).toEqual([
      { Effect: "Allow", Action: ["route53:ListHostedZones"], Resource: ["*"] },
    ]);
  });

  it.each([
    { resources: ["*"], got: "*" },
    { resources: ["arn:aws:s3:::one", "*"], got: "arn:aws:s3:::one, *" },
    { resources: [], got: "none" },
  ])("refuses resources that are $got", ({ resources, got }) => {
    expect(() => permissionsDocument([{ actions: ["s3:GetObject"], resources }])).toThrow(
      `s3:GetObject: expected resources by name, got ${got}; say anyResourceBecause and why`,
    );
  });

  it("makes one statement per permission, in order", () => {
    const permissions = ["a:One", "b:Two"].map((action) => ({
      actions: [action],
      resources: ["arn:aws:a:::b"],
    }));

    expect(JSON.parse(permissionsDocument(permissions)).Statement).toMatchObject([
      { Action: ["a:One"] },
      { Action: ["b:Two"] },
    ]);
  });
});

describe("serviceTrust", () => {
  it("lets one service assume a role", () => {
    expect(serviceTrust("ec2.amazonaws.com")).toBe(
      policyDocument([
        { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: ["sts:AssumeRole"] },
      ]),
    );
  });

  it("lets it do more where that is asked for", () => {
    const document = serviceTrust("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]);

    expect(JSON.parse(document).Statement[0].Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
  });
});
