import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about secrets that External Secrets copies from AWS. */
export const SECRETS_CASES: AlertCases = {
  ExternalSecretNotReady: [
    {
      when: "its secret is missing in AWS",
      series: {
        'externalsecret_status_condition{exported_namespace="apps",name="a",condition="Ready",status="False"}':
          "1x30",
      },
      at: "20m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { exported_namespace: "apps", name: "a" },
          description: "ExternalSecret apps/a is not ready.",
        },
      ],
    },
    {
      when: "it is ready",
      series: {
        'externalsecret_status_condition{exported_namespace="apps",name="a",condition="Ready",status="False"}':
          "0x30",
        'externalsecret_status_condition{exported_namespace="apps",name="a",condition="Ready",status="True"}':
          "1x30",
      },
      at: "20m",
      alerts: [],
    },
  ],
  MasterPasswordLeft: [
    {
      when: "a run was killed while the Job ran",
      series: {
        'externalsecret_status_condition{exported_namespace="monitoring",name="a-master",condition="Ready",status="True"}':
          "1x60",
      },
      at: "40m",
      alerts: [
        {
          severity: "warning",
          since: "30m",
          labels: { exported_namespace: "monitoring", name: "a-master" },
          description: "ExternalSecret monitoring/a-master outlived its Job.",
        },
      ],
    },
    {
      when: "Helm removes it with the Job, and other secrets stay",
      series: {
        'externalsecret_status_condition{exported_namespace="monitoring",name="a-master",condition="Ready",status="True"}':
          "1x10",
        'externalsecret_status_condition{exported_namespace="monitoring",name="a-user-1",condition="Ready",status="True"}':
          "1x60",
      },
      at: "40m",
      alerts: [],
    },
  ],
  SecretStoreNotReady: [
    {
      when: "AWS refuses it",
      series: {
        'clustersecretstore_status_condition{name="aws",condition="Ready",status="False"}': "1x30",
      },
      at: "15m",
      alerts: [
        {
          severity: "page",
          since: "10m",
          labels: { name: "aws" },
          description: "ClusterSecretStore aws is not ready.",
        },
      ],
    },
    {
      when: "AWS does not answer for five minutes",
      series: {
        'clustersecretstore_status_condition{name="aws",condition="Ready",status="False"}': "1x5 0x25",
      },
      at: "15m",
      alerts: [],
    },
  ],
};
