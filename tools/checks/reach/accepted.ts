import type { Finding } from "./findings";

/** Reach that stays as it is for a time. */
export interface Accepted {
  readonly subject: RegExp;

  /** Sort of what is reached, such as `cluster-admin`. */
  readonly reaches: string;

  /** The only targets of the sort that are accepted, each with what is in brackets after it. */
  readonly which: RegExp;
  readonly because: string;

  /** Day on which to look again, such as `2027-05-31`. From then on it is a finding. */
  readonly until: string;
}

/** All reach that is accepted. An entry that nothing needs any more must go. */
export const ACCEPTED: readonly Accepted[] = [
  {
    subject: /^project (?:govuk|datagovuk)$/,
    reaches: "secrets of other namespaces behind a ClusterSecretStore",
    which: /^aws-secretsmanager$/,
    because:
      "Charts name secrets without their namespace, so three namespaces share a store (addons.externalSecrets.shared). The policy own-secrets lets each copy its own alone. Secrets named after their namespace would end it.",
    until: "2027-05-31",
  },
  {
    subject: /^(?:level developer|project (?:govuk|default|berths))$/,
    reaches: "the platform's service accounts",
    which: /^(?:apps\/(?:release|synthetic-test)|berths\/departure-board)-assumer /,
    because:
      "Readers of clusters run beside all other applications of their namespace. Their roles read pods, Deployments and Applications of clusters, and no Secret. A namespace of their own would end it.",
    until: "2027-05-31",
  },
];

/** Findings without the targets that are accepted on a day. */
export const withoutAccepted = (
  findings: readonly Finding[],
  today: string,
  accepted = ACCEPTED,
): Finding[] =>
  findings.flatMap((finding) => {
    const own = accepted.filter((one) => isAbout(one, finding) && today < one.until);
    const left = finding.which.filter((target) => !own.some(({ which }) => which.test(target)));
    return own.length > 0 && left.length === 0 ? [] : [{ ...finding, which: left }];
  });

/** Entries that are past their day, or that no finding needs. The latter are told only where `complete`. */
export const problemsOfAccepted = (
  findings: readonly Finding[],
  today: string,
  complete: boolean,
  accepted = ACCEPTED,
): string[] =>
  accepted.flatMap(({ subject, reaches, until, ...one }) => {
    const name = `tools/checks/reach/accepted.ts: ${subject.source} reaches ${reaches}`;
    const needed = findings.some((finding) => isAbout({ subject, reaches, until, ...one }, finding));
    return [
      ...(today >= until
        ? [`${name}: accepted until ${until}; remove the reason for it, or set a later day`]
        : []),
      ...(complete && !needed ? [`${name}: no longer found; remove the entry`] : []),
    ];
  });

const isAbout = ({ subject, reaches, which }: Accepted, finding: Finding): boolean =>
  subject.test(finding.subject) &&
  reaches === finding.reaches &&
  (finding.which.length === 0 || finding.which.some((target) => which.test(target)));
