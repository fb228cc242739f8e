# Whoever uses the bucket waits for its policy: a load balancer tests at once whether it may write its logs.

output "id" {
  description = "Name of the bucket."
  value       = aws_s3_bucket_policy.this.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
  depends_on  = [aws_s3_bucket_policy.this]
}
