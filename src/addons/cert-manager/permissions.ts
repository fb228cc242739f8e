import type { HostedZone } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";

const RECORDS = "route53:ChangeResourceRecordSets";

/**
 * Permissions to answer the questions of authorities: TXT records of the names that ACME asks for, in one zone. Records of
 * other names, such as those by which external-dns knows its own, stay out of reach.
 *
 * @see https://cert-manager.io/docs/configuration/acme/dns01/route53/
 */
export const certManagerPermissions = (zone: HostedZone): readonly Permission[] => [
  {
    actions: [RECORDS],
    resources: [zone.arn],
    conditions: {
      "ForAllValues:StringEquals": { [`${RECORDS}RecordTypes`]: ["TXT"] },
      "ForAllValues:StringLike": {
        [`${RECORDS}NormalizedRecordNames`]: [
          `_acme-challenge.${zone.name}`,
          `_acme-challenge.*.${zone.name}`,
        ],
      },
      // Without the key, the conditions above would hold.
      Null: { [`${RECORDS}NormalizedRecordNames`]: "false" },
    },
  },
  { actions: ["route53:ListResourceRecordSets"], resources: [zone.arn] },
  // Route 53 makes up the id of a change.
  { actions: ["route53:GetChange"], resources: ["arn:aws:route53:::change/*"] },
];
