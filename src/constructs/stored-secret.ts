import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface StoredSecretProps {
  /** Path of the secret in Secrets Manager. */
  readonly name: string;

  /** Value of the secret, by key: expressions of values that another service has generated. */
  readonly value: Readonly<Record<string, string>>;

  /**
   * Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. Its name stays taken
   * meanwhile.
   */
  readonly recoveryDays: number;

  /** Resource that the value comes from. Terraform stores the value anew when the resource is replaced. */
  readonly source: ITerraformDependable;
}

/**
 * A secret in AWS Secrets Manager whose value another service has generated. It is one JSON object, which
 * this resource does not write to state.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export class StoredSecret extends Construct {
  constructor(scope: Construct, id: string, props: StoredSecretProps) {
    super(scope, id);
    const { name, value, recoveryDays, source } = props;

    const secret = new SecretsmanagerSecret(this, "secret", { name, recoveryWindowInDays: recoveryDays });
    new SecretsmanagerSecretVersion(this, "version", {
      secretId: secret.id,
      secretStringWo: JSON.stringify(value),
      // Terraform cannot see the value change, only its source be replaced.
      secretStringWoVersion: 1,
      lifecycle: { replaceTriggeredBy: [dependable(source)] },
    });
  }
}
