/**
 * A channel such as `#deploy-alerts`.
 *
 * @see https://slack.com/intl/en-gb/help/articles/201402297-Create-a-channel
 */
export const SLACK_CHANNEL = /^#[a-z0-9_-]{1,80}$/;
