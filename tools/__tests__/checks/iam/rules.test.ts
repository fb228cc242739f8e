import { describe, expect, it } from "vitest";
import { type DocumentKind, type IamDocument, statementsOf } from "../../../checks/iam/documents";
import { documentFindings } from "../../../checks/iam/rules";

const BUCKET = "arn:aws:s3:::bucket";

const documentOf = (text: string, kind: DocumentKind = "identity"): IamDocument => ({
  place: "stack: policy",
  kind,
  text,
  statements: statementsOf(text),
});

const findings = (statement: object, kind?: DocumentKind) =>
  documentFindings(
    documentOf(
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] }),
      kind,
    ),
  );

describe("documentFindings", () => {
  it("says nothing of what AWS takes", async () => {
    expect(await findings({ Action: ["s3:GetObject"], Resource: [`${BUCKET}/*`] })).toEqual([]);
    expect(await findings({ Action: ["s3:ListAllMyBuckets"], Resource: ["*"] })).toEqual([]);
  });

  it.each([
    {
      what: "an action that AWS does not have",
      statement: { Action: ["s3:GetObjects"], Resource: [`${BUCKET}/*`] },
      finding: "expected an action that AWS has, got s3:GetObjects",
    },
    {
      what: "a wildcard action",
      statement: { Action: ["s3:*"], Resource: [`${BUCKET}/*`] },
      finding: "expected an action that AWS has, got s3:*",
    },
    {
      what: "an action on what it cannot be allowed on",
      statement: { Action: ["s3:GetObject"], Resource: [BUCKET] },
      finding: "s3:GetObject: expected arn:*:s3:*:*:accesspoint/*/object/* or arn:*:s3:::*/*",
    },
    {
      what: "a resource of an action that has none",
      statement: { Action: ["s3:ListAllMyBuckets"], Resource: [BUCKET] },
      finding: `s3:ListAllMyBuckets: expected * alone, got ${BUCKET}`,
    },
    {
      what: "a resource that none of the actions takes",
      statement: { Action: ["sqs:SendMessage"], Resource: ["arn:aws:sqs:eu-west-1:1:queue", BUCKET] },
      finding: `expected an action for ${BUCKET}, got none that takes it`,
    },
    {
      what: "a condition key that the action does not know",
      statement: {
        Action: ["kms:DescribeKey"],
        Resource: ["*"],
        Condition: { StringEquals: { "kms:EncryptionContext:aws:logs:arn": "x" } },
      },
      finding:
        "kms:DescribeKey: expected a condition key that it knows, got kms:EncryptionContext:aws:logs:arn",
    },
    {
      what: "all but something",
      statement: { NotAction: ["s3:GetObject"], Resource: ["*"] },
      finding: "expected what is meant, got NotAction, which means all the rest",
    },
    {
      what: "names beside *",
      statement: { Action: ["s3:GetObject"], Resource: ["*", `${BUCKET}/*`] },
      finding: `expected either * or resources by name, got *, ${BUCKET}/*`,
    },
    {
      what: "a reference to something unknown",
      statement: { Action: ["s3:GetObject"], Resource: ["<unknown module.x.y>/*"] },
      finding: "expected a reference to something known, got module.x.y",
    },
  ])("refuses $what", async ({ statement, finding }) => {
    expect(await findings(statement)).toEqual(
      expect.arrayContaining([expect.stringContaining(`stack: policy: ${finding}`)]),
    );
  });

  it("knows the condition keys of the request, of the action and of its resource", async () => {
    const condition = {
      StringEquals: {
        "aws:RequestedRegion": "eu-west-1",
        "aws:ResourceTag/k8s.io/cluster-autoscaler/govuk": "owned",
      },
    };

    expect(
      await findings({ Action: ["autoscaling:SetDesiredCapacity"], Resource: ["*"], Condition: condition }),
    ).toEqual([]);
  });

  it("lets a key be administered by its account, and by nobody else", async () => {
    const administers = (AWS: string) =>
      findings({ Principal: { AWS }, Action: ["kms:*"], Resource: ["*"] }, "resource");

    expect(await administers("arn:aws:iam::123456789012:root")).toEqual([]);
    expect(await administers("arn:aws:iam::123456789012:role/somebody")).toHaveLength(1);
  });

  it("refuses a document that is too long, or none", async () => {
    const long = { Action: ["s3:GetObject"], Resource: [`${BUCKET}/${"x".repeat(6144)}`] };

    expect(await findings(long)).toEqual([expect.stringMatching(/at most 6144 characters, got 6\d{3}/)]);
    expect(await documentFindings(documentOf('{"Version":"2012-10-17"'))).toEqual([
      'stack: policy: expected a document in JSON, got {"Version":"2012-10-17"',
    ]);
  });
});
