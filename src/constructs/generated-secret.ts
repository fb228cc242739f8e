import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { RandomPassword, type RandomPasswordProps } from "./random-password";

export interface GeneratedSecretProps {
  /** Path of the secret in Secrets Manager. */
  readonly name: string;

  /**
   * Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. Its name stays taken
   * meanwhile.
   */
  readonly recoveryDays: number;

  /**
   * Counter. Raise it to store new passwords, and the rest of the value, at the next apply.
   *
   * @default 1
   */
  readonly version?: number;

  /** Value of the secret, by key. `random` generates a password and returns its expression. */
  readonly value: (
    random: (id: string, props: RandomPasswordProps) => string,
  ) => Readonly<Record<string, string>>;
}

/**
 * A secret in AWS Secrets Manager whose random parts stay out of Terraform's state and plans. It is one JSON
 * object.
 *
 * The passwords differ on every run, but only the first run of a `version` stores them.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export class GeneratedSecret extends Construct {
  readonly id: string;

  /** First value of the secret, for its readers to wait for. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GeneratedSecretProps) {
    super(scope, id);
    const { name, recoveryDays, version: valueVersion = 1, value } = props;

    const secret = new SecretsmanagerSecret(this, "secret", { name, recoveryWindowInDays: recoveryDays });
    const version = new SecretsmanagerSecretVersion(this, "version", {
      secretId: secret.id,
      secretStringWo: JSON.stringify(value((key, password) => new RandomPassword(this, key, password).value)),
      secretStringWoVersion: valueVersion,
    });

    this.id = secret.id;
    this.ready = [version];
  }
}
