import type { AccessTable, RefusedRequests } from "./table";

const REPOSITORIES = "arn:aws:ecr:<registry region>:<registry>:repository";
const REPLICA = "arn:aws:ecr:<region>:<account>:repository";
const KEY = "arn:aws:kms:<registry region>:<registry>:key/<key signing_key>";
const SIGNING = { "kms:RequestAlias": "alias/<signing key>" };

/** Requests that would make more than a reader of the organisation's images of the role. */
const CHANGES: readonly RefusedRequests[] = [
  {
    actions: ["kms:Sign"],
    on: KEY,
    when: SIGNING,
    because: "signing: it only tells whether somebody else has",
  },
  {
    actions: ["ecr:PutImage", "ecr:BatchDeleteImage"],
    on: `${REPOSITORIES}/<images>/frontend`,
    because: "any change to images or signatures",
  },
  {
    actions: ["ecr:BatchGetImage"],
    on: `${REPOSITORIES}/docker.io/library/ruby`,
    because: "copies of others' images, which nobody here signs",
  },
];

/** Role of the policy that verifies images' signatures. */
export const SUPPLY_CHAIN: AccessTable = {
  "kyverno-admission-controller-<cluster>": {
    may: [
      { actions: ["kms:GetPublicKey", "kms:DescribeKey"], on: KEY, when: SIGNING },
      { actions: ["ecr:GetAuthorizationToken"], on: "*" },
      {
        actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        on: `${REPOSITORIES}/<images>/frontend`,
      },
    ],
    mayNot: [
      ...CHANGES,
      {
        actions: ["kms:GetPublicKey", "kms:DescribeKey"],
        on: KEY,
        because: "keys that it is not sent to by the signing key's alias",
      },
    ],
  },
  "kyverno-admission-controller-<cluster with a replica>": {
    may: [
      { actions: ["ecr:GetAuthorizationToken"], on: "*" },
      ...[REPOSITORIES, REPLICA].map((repositories) => ({
        actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        on: `${repositories}/<images>/<base image>`,
      })),
    ],
    mayNot: [
      ...CHANGES,
      {
        actions: ["kms:GetPublicKey", "kms:DescribeKey"],
        on: KEY,
        when: SIGNING,
        because: "the key, whose public half it has at hand",
      },
      {
        actions: ["ecr:PutImage", "ecr:BatchDeleteImage"],
        on: `${REPLICA}/<images>/frontend`,
        because: "any change to the replica",
      },
    ],
  },
};
