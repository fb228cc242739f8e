import type { AccessTable } from "./table";

const CHANGE = "route53:ChangeResourceRecordSets";
const ZONE = "arn:aws:route53:::hostedzone/<zone>";

/** Context of a change of one record. */
const change = (name: string, type: string) => ({
  [`${CHANGE}NormalizedRecordNames`]: [name],
  [`${CHANGE}RecordTypes`]: [type],
});

/** The controller that proves names of the cluster's zone to authorities. */
export const CERTIFICATES: AccessTable = {
  "cert-manager-<cluster>": {
    may: [
      { actions: [CHANGE], on: ZONE, when: change("_acme-challenge.<domain>", "TXT") },
      { actions: [CHANGE], on: ZONE, when: change("_acme-challenge.api.<domain>", "TXT") },
      { actions: ["route53:ListResourceRecordSets"], on: ZONE },
      { actions: ["route53:GetChange"], on: "arn:aws:route53:::change/C0123456789" },
    ],
    mayNot: [
      {
        actions: [CHANGE],
        on: ZONE,
        when: change("grafana.<domain>", "A"),
        because: "addresses of the platform's pages",
      },
      {
        actions: [CHANGE],
        on: ZONE,
        when: change("_acme-challenge.api.<domain>", "CNAME"),
        because: "records that pass a name on to another zone",
      },
      {
        actions: [CHANGE],
        on: ZONE,
        when: change("grafana.<domain>", "TXT"),
        because: "the records by which external-dns knows its own",
      },
      {
        actions: [CHANGE],
        on: "arn:aws:route53:::hostedzone/ZANOTHER",
        when: change("_acme-challenge.example.org", "TXT"),
        because: "another zone",
      },
      {
        actions: ["route53:DeleteHostedZone"],
        on: ZONE,
        because: "the zone, which Terraform keeps",
      },
    ],
  },
};
