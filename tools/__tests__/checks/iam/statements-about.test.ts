import { expect, test } from "vitest";
import { statementsAbout } from "../../../checks/iam/statements-about";

const statement = (more: object) => ({ Effect: "Allow", Resource: "*", ...more });

test.each([
  ["names it", { Action: "s3:GetObject" }],
  ["names it among others", { Action: ["sqs:SendMessage", "s3:GetObject"] }],
  ["names it in letters of the other case", { Action: "S3:getobject" }],
  ["has a pattern for it", { Action: "s3:Get*" }],
  ["has a pattern for one letter of it", { Action: "s3:?etObject" }],
  ["is about everything", { Action: "*" }],
  ["is about everything but what it names", { NotAction: "s3:GetObject" }],
])("a statement stays that %s", (_, actions) => {
  const policy = { Version: "2012-10-17", Statement: [statement(actions)] };

  expect(statementsAbout("s3:GetObject", policy)).toEqual(policy);
});

test.each(["s3:PutObject", "s3:GetObjectAcl", "xs3:GetObject", "s3:Get", "s3.GetObject"])(
  "a statement about %s goes",
  (Action) => {
    expect(statementsAbout("s3:GetObject", { Statement: statement({ Action }) })).toEqual({ Statement: [] });
  },
);
