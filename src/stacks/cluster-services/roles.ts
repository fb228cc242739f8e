import type { TerraformStack } from "cdktf";
import { publish } from "../../constructs/outputs";
import type { WorkloadRole } from "../../constructs/workload-role";

/** Names of the outputs. Other repositories read them, so a name is never changed, only added. */
const OUTPUTS = {
  secrets: { arn: "external_secrets_role_arn", serviceAccount: "external_secrets_service_account_name" },
  dns: { arn: "external_dns_role_arn", serviceAccount: "external_dns_service_account_name" },
  loadBalancers: {
    arn: "aws_lb_controller_role_arn",
    serviceAccount: "aws_lb_controller_service_account_name",
  },
  autoscaler: {
    arn: "cluster_autoscaler_role_arn",
    serviceAccount: "cluster_autoscaler_service_account_name",
  },
  volumes: {
    arn: "aws_ebs_csi_driver_iam_role_arn",
    serviceAccount: "aws_ebs_csi_driver_controller_service_account_name",
  },
  grafana: { arn: "grafana_iam_role_arn", serviceAccount: "grafana_service_account_name" },
  tagging: { arn: "add_tag_to_image_role_arn", serviceAccount: "add_tag_to_image_service_account_name" },
  renovate: { arn: "renovate_role_arn", serviceAccount: "renovate_service_account_name" },
  tempo: { arn: "tempo_iam_role_arn", serviceAccount: "tempo_service_account_name" },
} as const;

type Addons = Readonly<Record<keyof typeof OUTPUTS, { readonly role: WorkloadRole } | false>>;

/** Publishes the role and the service account of each add-on that is switched on. */
export function publishRoles(stack: TerraformStack, addons: Addons): void {
  for (const name of Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[]) {
    const addon = addons[name];
    if (addon) {
      publish(stack, {
        [OUTPUTS[name].arn]: addon.role.arn,
        [OUTPUTS[name].serviceAccount]: addon.role.serviceAccount,
      });
    }
  }
}
