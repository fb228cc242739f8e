import type { AccessTable } from "./table";

const REPOSITORIES = "arn:aws:ecr:eu-west-1:<registry>:repository";
const KEY = "arn:aws:kms:eu-west-1:<registry>:key/<key signing_key>";
const SIGNING = { "kms:RequestAlias": "alias/container-signing-key" };

/** Role of the policy that verifies images' signatures. */
export const SUPPLY_CHAIN: AccessTable = {
  "kyverno-admission-controller-<cluster>": {
    may: [
      { actions: ["kms:GetPublicKey", "kms:DescribeKey"], on: KEY, when: SIGNING },
      { actions: ["ecr:GetAuthorizationToken"], on: "*" },
      {
        actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        on: `${REPOSITORIES}/github/alphagov/govuk/frontend`,
      },
    ],
    mayNot: [
      {
        actions: ["kms:Sign"],
        on: KEY,
        when: SIGNING,
        because: "signing: it only tells whether somebody else has",
      },
      {
        actions: ["kms:GetPublicKey", "kms:DescribeKey"],
        on: KEY,
        because: "keys that it is not sent to by the signing key's alias",
      },
      {
        actions: ["ecr:PutImage", "ecr:BatchDeleteImage"],
        on: `${REPOSITORIES}/github/alphagov/govuk/frontend`,
        because: "any change to images or signatures",
      },
      {
        actions: ["ecr:BatchGetImage"],
        on: `${REPOSITORIES}/docker.io/library/ruby`,
        because: "copies of others' images, which nobody here signs",
      },
    ],
  },
};
