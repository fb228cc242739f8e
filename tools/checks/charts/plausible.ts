import { fillTemplate } from "../../../src/output/fill-template";
import { namesIn } from "../../../src/output/template";

/** Plausible values of a reference, by the end of its name. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/account(_id)?$/, "123456789012"],
  [/arn$/, "arn:aws:service:eu-west-1:123456789012:thing/plausible"],
  [/certificate|ca_data/, "UExBVVNJQkxF"],
  [/region$/, "eu-west-1"],
  [/url|issuer/, "https://plausible.example"],
  [/endpoint|address|host|domain|zone_name/, "plausible.example"],
  [/port$/, "5432"],
  [/cidr/, "10.0.0.0/16"],
  [/_ips$/, "192.0.2.10"],
  [/vpc_id$/, "vpc-0123456789abcdef0"],
  [/subnet/, "subnet-0123456789abcdef0"],
  [/security_group_id/, "sg-0123456789abcdef0"],
];

const ANYTHING = "plausible";

/** Value that is the same for one name, on every machine. */
export const plausibleValue = (name: string): string =>
  VALUES.find(([end]) => end.test(name))?.[1] ?? ANYTHING;

/**
 * A string as Terraform might fill it in. `known` returns the certain value of a reference, such as the ARN
 * of a role whose name is in the configuration.
 */
export const plausible = (
  text: string,
  known: (name: string) => string | undefined = () => undefined,
): string =>
  fillTemplate(text, (expression) => {
    const [name = ""] = namesIn(expression);
    return (expression === name ? known(name) : undefined) ?? plausibleValue(name);
  });
