import type { RoleAccess, AccessTable, RefusedRequests, Requests } from "./table";

const SECRET = "arn:aws:secretsmanager:<region>:<account>:secret";
const ROLE = "arn:aws:iam::<account>:role";
const READER = `${ROLE}/external-secrets/<cluster>`;

const read = (name: string): Requests => ({
  actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
  on: `${SECRET}:${name}-AbCdEf`,
});

const refused = (name: string, because: string): RefusedRequests => ({ ...read(name), because });

/** Requests that no reader of secrets is granted. */
const NOBODY: readonly RefusedRequests[] = [
  refused("another/password", "another prefix's secret"),
  refused("<secrets>-another", "a secret whose name only begins like the prefix"),
  {
    actions: ["secretsmanager:PutSecretValue", "secretsmanager:DeleteSecret"],
    on: `${SECRET}:<secrets>/slack-webhook-AbCdEf`,
    because: "changes to what it reads",
  },
  {
    actions: ["ssm:GetParameter"],
    on: "arn:aws:ssm:<region>:<account>:parameter/another/password",
    because: "another prefix's parameter",
  },
  { actions: ["secretsmanager:ListSecrets"], on: "*", because: "the names of all secrets of the account" },
  {
    actions: ["sts:AssumeRole"],
    on: `${READER}/external-secrets-platform-<cluster>`,
    because: "another reader: only the operator takes their roles",
  },
];

/** Password of a master of the example's databases, which RDS tags with the database. */
const masterOf = (type: string, tag: string, id: string): Requests => ({
  ...read(`rds!${type}-<master tenant-live-flood-warnings-live own_postgres-${id}>`),
  when: {
    [`aws:ResourceTag/aws:rds:${tag}`]: `arn:aws:rds:<region>:<account>:${type}:tenant-flood-warnings`,
  },
});

/** Reader of one namespace's own secrets. */
const readerOf = (namespace: string): RoleAccess => ({
  may: [read(`<secrets>/namespaces/${namespace}/password`)],
  mayNot: [
    ...NOBODY,
    refused("<secrets>/namespaces/another/password", "another namespace's secret"),
    refused(`<secrets>/namespaces/${namespace}-another/password`, "a namespace whose name begins alike"),
    refused("<secrets>/dex/github", "a secret of the platform"),
    refused("<cluster>/grafana/database", "a secret made for the cluster"),
  ],
});

const PARAMETER = "arn:aws:ssm:<region>:<account>:parameter";

/** Reader of a namespace whose parameters are secrets too. */
const withParameters = ({ may, mayNot }: RoleAccess, namespace: string): RoleAccess => ({
  may: [
    ...may,
    { actions: ["ssm:GetParameter"], on: `${PARAMETER}/<secrets>/namespaces/${namespace}/password` },
  ],
  mayNot: [
    ...mayNot,
    {
      actions: ["ssm:GetParameter"],
      on: `${PARAMETER}/<secrets>/namespaces/another/password`,
      because: "another namespace's parameter",
    },
    {
      actions: ["ssm:PutParameter", "ssm:DeleteParameter"],
      on: `${PARAMETER}/<secrets>/namespaces/${namespace}/password`,
      because: "changes to what it reads",
    },
  ],
});

/** Roles by which External Secrets reads. */
export const SECRETS: AccessTable = {
  "external-secrets-<cluster>": {
    may: [{ actions: ["sts:AssumeRole"], on: `${READER}/external-secrets-platform-<cluster>` }],
    mayNot: [
      refused("<secrets>/slack-webhook", "any secret: the roles of stores read them"),
      {
        actions: ["sts:AssumeRole"],
        on: `${ROLE}/terraform-apply`,
        because: "roles that read no secrets for it",
      },
      {
        actions: ["sts:AssumeRole"],
        on: `${ROLE}/external-secrets-another-<cluster>`,
        because: "a role of another path, whose name only begins alike",
      },
      {
        actions: ["sts:AssumeRole"],
        on: `${ROLE}/external-secrets/<cluster>-another/external-secrets-platform-another`,
        because: "a reader of another cluster's secrets",
      },
    ],
  },
  "external-secrets-platform-<cluster>": {
    may: [read("<secrets>/slack-webhook"), read("<cluster>/grafana/database")],
    mayNot: [
      ...NOBODY.filter(({ actions }) => !actions.includes("sts:AssumeRole")),
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:us-east-1:<account>:secret:<secrets>/slack-webhook-AbCdEf",
        because: "another region's secret",
      },
    ],
  },
  "external-secrets-apps-<cluster>": readerOf("apps"),
  "external-secrets-licensify-<cluster>": readerOf("licensify"),
  "external-secrets-datagovuk-<cluster>": readerOf("datagovuk"),
  "external-secrets-floods-<cluster>": readerOf("floods"),
  "external-secrets-berths-<cluster>": readerOf("berths"),
  "external-secrets-shop-<cluster>": readerOf("shop"),
  "external-secrets-tracking-<cluster>": withParameters(readerOf("tracking"), "tracking"),
  "secrets-of-flood-warnings-live--<cluster>": {
    may: [read("tenants/live/flood-warnings-live/secret/signing")],
    mayNot: [
      ...NOBODY,
      refused("tenants/live/flood-warnings-live-old/secret/signing", "a namespace whose name begins alike"),
      refused("tenants/live-blue/flood-warnings-live/secret/signing", "a namespace of another cluster"),
      refused("<secrets>/dex/github", "a secret of the platform"),
      refused("<cluster>/grafana/database", "a secret made for the cluster"),
    ],
  },
  "databases-of-flood-warnings-live--<cluster>": {
    may: [
      masterOf("db", "primaryDBInstanceArn", "gauges_instance"),
      masterOf("cluster", "primaryDBClusterArn", "history_cluster"),
    ],
    mayNot: [
      ...NOBODY,
      refused("rds!db-another", "the master of another database"),
      refused("tenants/live/flood-warnings-live/secret/signing", "a secret that its pods read"),
      refused("<secrets>/dex/github", "a secret of the platform"),
    ],
  },
  "external-secrets-shared-<cluster>": {
    may: [read("<secrets>/signon/mysql"), read("<secrets>/licensify")],
    mayNot: [
      ...NOBODY,
      ...[
        "dex/github",
        "alertmanager/receivers",
        "argocd/github-app",
        "argo-workflows/charts-repository",
      ].map((name) => refused(`<secrets>/${name}`, "a secret of the platform")),
      refused("<secrets>/licensify-another", "a secret whose name begins like a whole name"),
      refused("<cluster>/grafana/database", "a secret made for the cluster"),
    ],
  },
};
