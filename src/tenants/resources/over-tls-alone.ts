import { policyDocument } from "../../constructs/iam-policy";

type Statement = Parameters<typeof policyDocument>[0][number];

/** Policy of a queue or topic that refuses requests without TLS, beside other statements. */
export const overTlsAlone = (arn: string, actions: readonly string[], others: readonly Statement[]): string =>
  policyDocument([
    ...others,
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: actions,
      Resource: [arn],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
