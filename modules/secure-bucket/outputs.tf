# Whoever uses the bucket waits for its policy: a load balancer tests at once whether it may write its logs.

output "id" {
  description = "Name of the bucket."
  value       = aws_s3_bucket_policy.this.bucket
}

output "domain" {
  description = "Host at which AWS services ask for objects. It does not wait for the policy, which may name the service that asks."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
  depends_on  = [aws_s3_bucket_policy.this]
}
