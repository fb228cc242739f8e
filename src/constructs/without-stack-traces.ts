import { createRequire } from "node:module";

/**
 * Switches off the stack trace that CDKTF captures for every token it makes: a third of the time of a synth,
 * for a text that is shown nowhere. The only place that reaches into CDKTF; the version is pinned.
 *
 * @see https://github.com/hashicorp/terraform-cdk/issues/3892
 */
const internals = createRequire(__filename)("cdktf/lib/tokens/private/stack-trace") as {
  captureStackTrace: () => string[];
};

internals.captureStackTrace = () => [];
