/** Only region in which CloudFront takes certificates and firewalls, reports its metrics, and hands over its logs. */
export const CLOUDFRONT_REGION = "us-east-1";
