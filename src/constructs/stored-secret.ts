import { createHash } from "node:crypto";
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

  /** Resources that the value comes from. Terraform stores the value anew when one is replaced. */
  readonly sources: readonly ITerraformDependable[];
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
    const { name, value, recoveryDays, sources } = props;

    const secret = new SecretsmanagerSecret(this, "secret", { name, recoveryWindowInDays: recoveryDays });
    new SecretsmanagerSecretVersion(this, "version", {
      secretId: secret.id,
      secretStringWo: JSON.stringify(value),
      secretStringWoVersion: versionOf(Object.keys(value)),
      lifecycle: { replaceTriggeredBy: sources.map(dependable) },
    });
  }
}

/** Number of some keys. Terraform cannot see a value change: a source that comes or goes has to be told, too. */
const versionOf = (keys: readonly string[]): number =>
  Number.parseInt(createHash("sha256").update(JSON.stringify(keys)).digest("hex").slice(0, 7), 16);
