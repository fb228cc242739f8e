import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

export interface RandomPasswordProps {
  /** Number of characters, from 4 to 4,096. */
  readonly length: number;

  /**
   * Characters of the password. Never punctuation, so that it needs no escaping in JSON, a URL or a shell.
   *
   * @default "letters-and-digits"
   */
  readonly characters?: "letters-and-digits" | "lower-case-letters-and-digits" | "hexadecimal";
}

const EXCLUDED = {
  "letters-and-digits": {},
  "lower-case-letters-and-digits": { exclude_uppercase: true },
  hexadecimal: { exclude_uppercase: true, exclude_characters: "ghijklmnopqrstuvwxyz" },
};

const TYPE = "aws_secretsmanager_random_password";

/**
 * A password that AWS generates anew on every run and that Terraform writes to no state and no plan. Use it
 * only in a write-only argument, which keeps it.
 *
 * CDKTF 0.21 has no `ephemeral` block, so this class writes its own.
 *
 * @see
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/secretsmanager_random_password
 */
export class RandomPassword extends TerraformElement {
  /** Terraform expression of the password, for a write-only argument. */
  readonly value: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RandomPasswordProps,
  ) {
    super(scope, id);
    this.value = `\${ephemeral.${TYPE}.${this.friendlyUniqueId}.random_password}`;
  }

  override toTerraform() {
    const { length, characters = "letters-and-digits" } = this.props;

    return {
      ephemeral: {
        [TYPE]: {
          [this.friendlyUniqueId]: {
            password_length: length,
            exclude_punctuation: true,
            require_each_included_type: true,
            ...EXCLUDED[characters],
          },
        },
      },
    };
  }
}
