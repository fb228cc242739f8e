import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface StoredSecretProps {
  /** The secret's path in Secrets Manager. */
  readonly name: string;

  /** What the secret holds, by key: expressions of what another service has made up. */
  readonly value: Readonly<Record<string, string>>;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. Its name is taken meanwhile. */
  readonly recoveryDays: number;

  /** The resource that the value comes from: what a new one of it says is stored anew. */
  readonly source: ITerraformDependable;
}

/**
 * A secret in AWS Secrets Manager whose value another service has made up. It is kept as one JSON object, which this
 * resource does not write to state.
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
