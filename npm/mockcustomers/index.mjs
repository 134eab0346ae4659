// A client of the sandbox's control port, in the words of MockCustomers.Testing: see index.d.mts.
export { Sandbox } from './client/sandbox.mjs';
export { UnexpectedCallsError } from './client/calls.mjs';
export { ControlError } from './client/control.mjs';
