import { Sandbox, type SandboxCall, type SandboxEvent, type SandboxTimeline, type VendorName } from 'mockcustomers';

export async function right(): Promise<void> {
  const sandbox = await Sandbox.start({ vendors: ['jani', 'one-of-mine'], seed: 7, now: new Date(), log: (line) => line.length });
  const world = await sandbox.newSession({ name: 'a', clock: 'real', rate: 60, ttl: 'PT10M' });
  const align = world.vendor('align');
  const name: 'align' = align.name;
  const state: 'approved' | string = (await align.customers.first({ state: 'approved', kind: 'corporate' })).state;
  const timeline: SandboxTimeline<'align'> = await align.customers.timeline('id');
  const call: SandboxCall = await align.calls.single({ operation: 'createCustomer', status: 503 });
  await align.calls.expect(2, (each) => each.status >= 500 && each.operation === 'listCustomers');
  await align.on({ operation: 'listCustomers', method: 'GET' }).every(3).fail(503, { retryAfter: 1, delay: 'PT1S' });
  await align.next().delay(100, 200);
  const mine = world.vendor('one-of-mine');
  await mine.customers.first({ state: 'whatever' });
  const events: AsyncGenerator<SandboxEvent> = world.events({ types: ['requests', 'clock'], after: 0 });
  const headers: HeadersInit = { ...align.headers, [name]: state, [timeline.id]: call.body };
  await fetch(align.baseUrl, { headers });
  const vendors: VendorName[] = ['align', 'allawee', 'flexprice', 'gurupay', 'jani'];
  for await (const event of events) console.log(event.type, vendors);
  await sandbox.stop();
}

export async function wrong(sandbox: Sandbox): Promise<void> {
  const world = await sandbox.newSession();
  const align = world.vendor('align');
  // @ts-expect-error Align has no such state.
  await align.customers.first({ state: 'suspended' });
  // @ts-expect-error Align has no such operation.
  align.on({ operation: 'searchCustomers' });
  // @ts-expect-error A state of Jani's.
  await align.customers.move('id', 'active');
  // @ts-expect-error A status is a number.
  await align.next().fail('503');
  // @ts-expect-error A reply of a promise has no status before it is awaited.
  world.vendor('jani').calls.last().status;
  // @ts-expect-error It is started or attached to.
  new Sandbox();
  // @ts-expect-error There is no such type of event.
  world.events({ types: ['customer'] });
}
