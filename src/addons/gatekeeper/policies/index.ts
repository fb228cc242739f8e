import { ALLOWED_IMAGES } from "./allowed-images";
import { IMMUTABLE_CONFIG_MAPS } from "./immutable-config-maps";
import { JOB_REQUEST_ANNOTATIONS } from "./job-request-annotations";
import { JOB_REQUEST_REVIEWS } from "./job-request-reviews";
import { NO_HOST_ACCESS } from "./no-host-access";
import { NO_LOAD_BALANCER_SERVICES } from "./no-load-balancer-services";
import { REQUIRED_LABELS } from "./required-labels";
import { UNIQUE_INGRESS_HOSTS } from "./unique-ingress-hosts";

/** Every policy, by the name of its constraint. */
export const POLICIES = {
  "allowed-images": ALLOWED_IMAGES,
  "immutable-config-maps": IMMUTABLE_CONFIG_MAPS,
  "job-request-annotations": JOB_REQUEST_ANNOTATIONS,
  "job-request-reviews": JOB_REQUEST_REVIEWS,
  "no-host-access": NO_HOST_ACCESS,
  "no-load-balancer-services": NO_LOAD_BALANCER_SERVICES,
  "required-labels": REQUIRED_LABELS,
  "unique-ingress-hosts": UNIQUE_INGRESS_HOSTS,
};

export type PolicyName = keyof typeof POLICIES;
