// The payments workload of one cluster, in cdk8s-plus: of linkerd-fleet it has the label on its Service, and nothing else.
import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { federate } from 'linkerd-fleet';

export interface PaymentsChartProps {
  readonly replicas: number;
}

export class PaymentsChart extends Chart {
  constructor(scope: Construct, id: string, { replicas }: PaymentsChartProps) {
    super(scope, id, { namespace: 'payments', labels: { 'app.kubernetes.io/part-of': 'payments' } });
    const deployment = new Deployment(this, 'payments', {
      metadata: { name: 'payments' },
      podMetadata: { annotations: { 'linkerd.io/inject': 'enabled' } },
      replicas,
      containers: [{ image: 'registry.example.com/payments:1.4.2', portNumber: 8080 }],
    });
    federate(deployment.exposeViaService({ name: 'payments', ports: [{ name: 'http', port: 8080 }] }));
  }
}
