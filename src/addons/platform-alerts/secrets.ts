import { MASTER_COPIES } from "../../constructs/database-user/master-copy";
import type { AlertGroup } from "./alert-rule";

const NOT_READY = '{condition="Ready",status="False"}';

/** Rules about secrets that External Secrets copies from AWS. */
export const SECRETS: AlertGroup = {
  name: "secrets",
  rules: [
    {
      name: "ExternalSecretNotReady",
      summary: "A secret cannot be copied from AWS Secrets Manager.",
      description: "ExternalSecret {{ $labels.exported_namespace }}/{{ $labels.name }} is not ready.",
      impact: "Applications keep the secret's last value, or cannot start if they never had one.",
      firstLook: "Describe the ExternalSecret first and read the answer of AWS in its events.",
      levels: {
        warning: {
          expr: `max by (exported_namespace, name) (externalsecret_status_condition${NOT_READY}) == 1`,
          for: "15m",
        },
      },
    },
    {
      name: "MasterPasswordLeft",
      summary: "The password of a database's master stays in the cluster.",
      description: "ExternalSecret {{ $labels.exported_namespace }}/{{ $labels.name }} outlived its Job.",
      impact: "Code that reads Secrets of the namespace can sign in as the master of the database.",
      firstLook: "Look first at whether a run of Terraform still waits for the Job.",
      levels: {
        warning: {
          expr: `max by (exported_namespace, name) (externalsecret_status_condition{name=~"${MASTER_COPIES}"}) >= 0`,
          // The release waits two minutes for each Job.
          for: "30m",
        },
      },
    },
    {
      name: "SecretStoreNotReady",
      summary: "No secret can be copied from AWS Secrets Manager.",
      description: "ClusterSecretStore {{ $labels.name }} is not ready.",
      impact: "Running applications keep their secrets; new ones that need a secret cannot start.",
      firstLook: "Describe the ClusterSecretStore first and read its conditions.",
      levels: {
        page: { expr: `max by (name) (clustersecretstore_status_condition${NOT_READY}) == 1`, for: "10m" },
      },
    },
  ],
};
