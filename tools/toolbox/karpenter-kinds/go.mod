module karpenter-kinds

go 1.26.0

require github.com/aws/karpenter-provider-aws v1.14.1
