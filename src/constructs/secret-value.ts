import { dependable, type ITerraformDependable, TerraformElement } from "cdktf";
import type { Construct } from "constructs";

export interface SecretValueProps {
  /** Id or name of the secret in AWS Secrets Manager; its value is a JSON object. */
  readonly secretId: string;

  /** Resources that must exist before the secret can be read. */
  readonly after: readonly ITerraformDependable[];
}

const TYPE = "aws_secretsmanager_secret_version";

/**
 * Reads a secret at plan and apply without writing it to state or plan, for write-only arguments.
 *
 * CDKTF 0.21 has no `ephemeral` block, so this class writes its own.
 *
 * @see
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/secretsmanager_secret_version
 */
export class SecretValue extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecretValueProps,
  ) {
    super(scope, id);
  }

  /** Terraform expression of one key of the value. */
  key(name: string): string {
    return `\${jsondecode(ephemeral.${TYPE}.${this.friendlyUniqueId}.secret_string)["${name}"]}`;
  }

  override toTerraform() {
    return {
      ephemeral: {
        [TYPE]: {
          [this.friendlyUniqueId]: {
            secret_id: this.props.secretId,
            depends_on: this.props.after.map(dependable),
          },
        },
      },
    };
  }
}
