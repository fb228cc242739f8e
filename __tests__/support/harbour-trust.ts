import { platform as settings } from "../../examples/harbour-trust";
import { definePlatform } from "../../src/settings/define-platform";
import { synthesisePlatform } from "./synthesise";

/** Platform of the example without Slack and GitHub's sign-in, checked and complete. */
export const harbourTrust = definePlatform(settings);

/** Its stacks by id, from one synth. */
export const harbourPlatform = synthesisePlatform(harbourTrust);
