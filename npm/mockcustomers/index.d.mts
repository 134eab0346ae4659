/// <reference lib="esnext.disposable" />
import type { KnownVendors } from './vendors.d.mts';

export type { KnownVendors } from './vendors.d.mts';

/** A vendor that comes with the sandbox. Those of a folder of your own (--specs) are taken as any text. */
export type VendorName = keyof KnownVendors;

type Text = string & {};
type Names<V extends string, K extends 'kinds' | 'states' | 'operations'> = V extends VendorName ? KnownVendors[V][K] : string;

/** A length of time: milliseconds, or a period of ISO 8601 such as 'P3D' and 'PT0.2S'. */
export type Period = number | string;

/** A moment: a Date, or a text of RFC 3339. */
export type Moment = Date | string;

export interface StartOptions {
  /** The vendors that it serves, or the one; all of them by default. Fewer start faster. */
  vendors?: VendorName | Text | readonly (VendorName | Text)[];
  /** Equal seeds give equal customers; 42 by default. */
  seed?: string | number;
  /** Customers a vendor, up to 10^12; by default what the vendor's manifest says, else 100,000. */
  population?: number;
  /** Where its clocks begin; 2026-01-01 by default. */
  now?: Moment;
  /** Further flags of 'mockcustomers serve'. */
  args?: readonly string[];
  /** The executable, or a command and its first arguments; by default the one that npm installed beside this package. */
  executable?: string | readonly string[];
  /** A token that the control port then wants of everybody else, too. */
  token?: string;
  /** Gets each line that the sandbox writes. */
  log?: (line: string) => void;
  /** Milliseconds until all vendors have to listen; 120,000 by default. */
  timeout?: number;
}

export interface AttachOptions {
  /** The control port; http://127.0.0.1:4010 by default. In a browser a path of your own server that leads there. */
  url?: string;
  /** The file of --ports-file, in its place; in Node.js only. */
  portsFile?: string;
  /** The control port's token, where it wants one. */
  token?: string;
}

export interface SessionOptions {
  /** 1 to 64 letters, digits, dots, dashes and underscores; made up by default. */
  name?: string;
  /** Whose customers it has; the sandbox's by default. */
  seed?: string;
  population?: number;
  /** Where its clock begins. */
  now?: Moment;
  clock?: 'frozen' | 'real';
  /** Seconds of the world for each real one. */
  rate?: number;
  /** How long it is kept when nobody uses it, as a period of ISO 8601; an hour by default. */
  ttl?: string;
}

/** A sandbox: started here, or running already. */
export class Sandbox implements AsyncDisposable {
  private constructor();
  /** Starts one on free ports with the native executable, and waits until all vendors listen; in Node.js only. */
  static start(options?: StartOptions): Promise<Sandbox>;
  /** Uses one that is running. */
  static attach(options?: string | AttachOptions): Promise<Sandbox>;
  /** Where the control port is. */
  readonly url: string;
  /** The names of the vendors that it serves. */
  readonly vendors: string[];
  /** The world of requests that name no session and send the vendor's own key. */
  readonly default: SandboxSession;
  /** A vendor in the default world. */
  vendor<V extends VendorName | Text>(name: V): SandboxVendor<V>;
  /** Opens a world of its own over the vendors: its own writes, clock, faults, calls and keys. */
  newSession(options?: SessionOptions): Promise<SandboxSession>;
  /** Stops what start() started; what was attached to goes on. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A world over the vendors that nobody else sees. */
export class SandboxSession implements AsyncDisposable {
  private constructor();
  /** Its name, which the header X-Sandbox-Session takes. */
  readonly name: string;
  readonly vendors: string[];
  readonly clock: SandboxClock;
  /** The calls of all vendors. */
  readonly calls: SandboxCalls;
  /** The webhooks of all vendors. */
  readonly webhooks: SandboxWebhooks;
  /** A vendor in this world; throws a RangeError that names those that there are. */
  vendor<V extends VendorName | Text>(name: V): SandboxVendor<V>;
  /** What happens in it, while it happens; from now on, or from an event on. Leaving the loop ends the request. */
  events(options?: EventOptions): AsyncGenerator<SandboxEvent, void, void>;
  /** Notes what was written and the time, to be gone back to. */
  checkpoint(): Promise<string>;
  rollback(checkpoint: string): Promise<void>;
  /** Begins anew: nothing written, no calls, faults or webhooks, and the clock where it began. */
  reset(): Promise<void>;
  /** Closes it: what it held is gone, and its keys no longer work. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A vendor in one world: how to reach it, what shall go wrong, its customers, and what was called. */
export class SandboxVendor<V extends string = string> {
  private constructor();
  readonly name: V;
  /** Scheme, address and port. */
  readonly url: string;
  /** What stands in place of the URL of the vendor's own API: the base path included, no slash at the end. */
  readonly baseUrl: string;
  /** A key that works in this world only, without the scheme that stands before it in the header. */
  readonly key: string;
  /** The headers that let a client into this world: the credential, and the session for calls that are refused. */
  readonly headers: Readonly<Record<string, string>>;
  readonly customers: SandboxCustomers<V>;
  readonly calls: SandboxCalls<Names<V, 'operations'>>;
  readonly webhooks: SandboxWebhooks;
  /** A call with the credential: a path as the vendor's own pages print it ('/api/v1/customers'), or without the base path and version that all of its paths share ('customers'). 'json' is sent as a body, by POST unless 'method' says otherwise. */
  fetch(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** The next calls, which then fail, are delayed, or break. */
  next(calls?: number): FaultyCalls;
  /** Every call from now on. */
  always(): FaultyCalls;
  /** Every so many-th call: 3 is the third, the sixth and so on. */
  every(calls: number): FaultyCalls;
  /** A share of the calls, above 0, at most 1: the same ones in every run. */
  rate(share: number): FaultyCalls;
  /** Some of the calls; what is not said is any. 'path' begins with a slash, * stands for any characters. */
  on(calls: { operation?: Names<V, 'operations'>; customer?: string; method?: string; path?: string }): CallSelection;
  /** Nobody reaches it: every connection is reset, until up(). */
  down(): Promise<void>;
  up(): Promise<void>;
}

export class CallSelection {
  private constructor();
  next(calls?: number): FaultyCalls;
  always(): FaultyCalls;
  every(calls: number): FaultyCalls;
  rate(share: number): FaultyCalls;
}

/** Calls that shall go wrong, and how. Of several faults that a call could meet, the one that was told first decides. */
export class FaultyCalls {
  private constructor();
  /** They are refused with a status of 400 to 599, in the vendor's own words. A number of 'retryAfter' is seconds, as in the header. */
  fail(status: number, options?: { retryAfter?: number | string; delay?: Period }): Promise<SandboxFault>;
  /** Their replies are held back: for a time, or for times between two that are drawn from the seed. */
  delay(time: Period, longest?: Period): Promise<SandboxFault>;
  /** Their bodies come slowly. */
  slow(bytesPerSecond: number): Promise<SandboxFault>;
  /** Their connections are reset before a reply. */
  reset(options?: { delay?: Period }): Promise<SandboxFault>;
  /** Their connections are closed without a byte. */
  empty(options?: { delay?: Period }): Promise<SandboxFault>;
  /** The second half of their replies is missing. */
  truncate(options?: { delay?: Period }): Promise<SandboxFault>;
  /** Bytes that are no HTTP come in place of their replies. */
  garbage(options?: { delay?: Period }): Promise<SandboxFault>;
  /** Their replies begin with status 200 and go on with bytes that are no body. */
  malformed(options?: { delay?: Period }): Promise<SandboxFault>;
}

export interface SandboxFault {
  /** Its id, which the reason of a call that it struck names. */
  readonly id: string;
  /** How many calls it struck so far; 0 once it was removed. */
  hits(): Promise<number>;
  remove(): Promise<void>;
}

/** A call of a vendor, and what came of it. */
export interface SandboxCall<O extends string = string> {
  readonly id: string;
  readonly vendor: string;
  /** null when the path or the method is no operation's. */
  readonly operation: O | null;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly path: string;
  /** Without its question mark; empty when there was none. */
  readonly query: string;
  /** Of a connection that broke on purpose: what would have been answered. */
  readonly status: number;
  /** The values of credentials are left out. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** 16 KiB of it at most; empty when there was none. */
  readonly body: string;
  /** The body as JSON; null when it is none. */
  readonly json: any;
  /** The customer whom the path names by its id; null for none. */
  readonly customer: string | null;
  /** Why it was refused, or which fault struck; null when neither was. */
  readonly reason: string | null;
  /** When it was answered, by the world's clock. */
  readonly at: Date;
  /** The call in a line. */
  toString(): string;
}

/** Which calls are meant: those with these values, or those that a function picks; all when nothing is said. */
export type WantedCalls<O extends string = string> =
  | { operation?: O | null; status?: number; method?: string; path?: string; query?: string; url?: string; customer?: string | null; vendor?: string; reason?: string | null; id?: string }
  | ((call: SandboxCall<O>) => boolean);

/** What was called, oldest first. Each look sees the calls of that moment; a call is there once it is answered. */
export class SandboxCalls<O extends string = string> {
  private constructor();
  list(wanted?: WantedCalls<O>): Promise<SandboxCall<O>[]>;
  count(wanted?: WantedCalls<O>): Promise<number>;
  /** The latest call; throws an UnexpectedCallsError when there is none. */
  last(wanted?: WantedCalls<O>): Promise<SandboxCall<O>>;
  /** The one call that is meant; throws an UnexpectedCallsError, which prints the calls, when there is none or more than one. */
  single(wanted?: WantedCalls<O>): Promise<SandboxCall<O>>;
  /** So many calls, which it returns; throws an UnexpectedCallsError, which prints the calls, when there are more or fewer. */
  expect(count: number, wanted?: WantedCalls<O>): Promise<SandboxCall<O>[]>;
  /** Throws an UnexpectedCallsError when a call was refused or struck by a fault. */
  expectNoRefusals(): Promise<void>;
  /** The calls in lines, as they are printed when an expectation fails. */
  print(): Promise<string>;
}

export interface ClockReading {
  now: string;
  frozen: boolean;
  rate: number;
}

/** The clock of a world: it stands still unless a test moves it or lets it run, and goes forward only. */
export class SandboxClock {
  private constructor();
  now(): Promise<Date>;
  read(): Promise<ClockReading>;
  /** Moves it forward: customers come into their next states, what expires expires, and whoever is told of it is told. 'moves' is how many customers moved. */
  advance(time: Period): Promise<ClockReading & { moves: number }>;
  set(time: Moment): Promise<ClockReading & { moves: number }>;
  freeze(): Promise<ClockReading & { moves: number }>;
  /** Lets it run: so many seconds of the world for each real one, above 0, up to 1,000,000. */
  run(rate?: number): Promise<ClockReading & { moves: number }>;
}

/** A customer as it was when it was asked for. */
export interface SandboxCustomer<V extends string = string> {
  /** 0 for the newest of the population; null for those that a client wrote. */
  number: number | null;
  id: string;
  kind: Names<V, 'kinds'>;
  state: Names<V, 'states'>;
  /** As it is served. */
  json: any;
}

export interface WantedCustomers<V extends string = string> {
  state?: Names<V, 'states'>;
  kind?: Names<V, 'kinds'>;
  /** The states that they will pass, the present one among them, or the last of those: 'started>rejected'. */
  path?: string;
}

export interface SandboxState<S extends string = string> {
  name: S;
  at: Date;
  isToCome: boolean;
}

export interface SandboxTimeline<V extends string = string> {
  id: string;
  kind: Names<V, 'kinds'>;
  state: Names<V, 'states'>;
  now: Date;
  /** In their order; those to come at the end. */
  states: SandboxState<Names<V, 'states'>>[];
  /** The state that comes next by itself; null when none does. */
  next: SandboxState<Names<V, 'states'>> | null;
  /** The states to which it can be moved now. */
  legal: Names<V, 'states'>[];
}

/** The customers of a vendor in one world, as they are now. Kinds, states and paths cost the same at any population. */
export class SandboxCustomers<V extends string = string> {
  private constructor();
  /** The newest of them; throws when there is none. */
  first(wanted?: WantedCustomers<V>): Promise<SandboxCustomer<V>>;
  /** The newest of them, newest first, 1,000 at most. */
  newest(count: number, wanted?: WantedCustomers<V>): Promise<SandboxCustomer<V>[]>;
  /** How many there are; exact. */
  count(wanted?: WantedCustomers<V>): Promise<number>;
  /** The customer of that id; null when nobody has it. */
  find(id: string): Promise<SandboxCustomer<V> | null>;
  /** Moves a customer to another state; throws a ControlError that tells the legal ones when this one is not. */
  move(id: string, to: Names<V, 'states'>): Promise<SandboxCustomer<V>>;
  timeline(id: string): Promise<SandboxTimeline<V>>;
}

export interface SandboxWebhook {
  readonly id: string;
  readonly vendor: string;
  readonly url: string;
  /** What its messages are signed with; when it was added only. */
  readonly secret?: string;
  /** The latest deliveries, oldest first: request, answer, error, when it is tried again. */
  attempts(): Promise<{ attempts: any[]; [more: string]: any }>;
  /** Sends the body of an attempt again, signed anew. */
  replay(number: number): Promise<any>;
  remove(): Promise<void>;
}

export interface WebhookOptions {
  /** Which vendor tells; of a vendor's own webhooks it is this one. */
  vendor?: string;
  events?: string[];
  secret?: string;
  /** Tells of these customers alone. */
  customers?: string[];
  clock?: 'machine' | 'sandbox';
}

export class SandboxWebhooks {
  private constructor();
  add(url: string, options?: WebhookOptions): Promise<SandboxWebhook>;
  list(): Promise<SandboxWebhook[]>;
}

export interface EventOptions {
  types?: EventTypes | readonly EventTypes[];
  vendor?: VendorName | Text;
  /** Goes on after an event; 0 for all that are kept. */
  after?: number;
  /** Ends after so many. */
  limit?: number;
  signal?: AbortSignal;
}

export type EventTypes = 'requests' | 'customers' | 'clock' | 'webhooks';

export interface SandboxEvent {
  /** Its number in the world. */
  id: number;
  type: 'request' | 'customer' | 'clock' | 'webhook' | 'lost';
  /** What it tells, as docs/control-port.md has it. */
  data: any;
}

/** What was called is not what a test expected; the message prints the calls, and why they were refused. */
export class UnexpectedCallsError extends Error {
  private constructor();
  readonly calls: SandboxCall[];
}

/** The control port refused what was asked of it; the message says what would be right. */
export class ControlError extends Error {
  private constructor();
  readonly status: number;
  readonly body: any;
}
