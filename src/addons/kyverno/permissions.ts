import type { Permission } from "../../constructs/iam-policy";

/** Key in KMS, whose public half is fetched from there. */
export interface KeyInKms {
  readonly region: string;
  readonly accountId: string;

  /** Without `alias/`. */
  readonly alias: string;
  readonly aliasArn: string;
}

export interface SignatureScope {
  /** The key that signs images: where it is in KMS, or its public half as PEM, which is asked for nowhere. */
  readonly signingKey: KeyInKms | { readonly publicKey: string };

  /** ARNs of the repositories that signatures are read from; may end in `*`. */
  readonly repositories: readonly string[];
}

/** Permissions to verify an image: to read the public half of the key, and the signature beside the image. */
export const signaturePermissions = ({ signingKey, repositories }: SignatureScope): readonly Permission[] => [
  ...("publicKey" in signingKey ? [] : [readKey(signingKey)]),
  {
    actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    resources: repositories,
  },
  {
    actions: ["ecr:GetAuthorizationToken"],
    anyResourceBecause: "signing in to a registry has no resource level",
  },
];

const readKey = ({ region, accountId, alias }: KeyInKms): Permission => ({
  // The public half is fetched and signatures are checked in the pod, so kms:Verify is not needed.
  actions: ["kms:GetPublicKey", "kms:DescribeKey"],
  // The id of the key is known only to the account that has it, its alias to everybody.
  resources: [`arn:aws:kms:${region}:${accountId}:key/*`],
  conditions: { StringEquals: { "kms:RequestAlias": `alias/${alias}` } },
});
