import type { TSESTree } from '@typescript-eslint/utils';
import type { CallShape } from '../../catalogue/http-clients.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { Target } from './http-additions.js';
import type { ClientPart } from './http-client-of.js';
import type { Addition } from './http-setters.js';
import type { Site } from '../values.js';

/** A call that makes a request, with what is known of its client. */
export interface Sent {
  readonly site: Site;
  readonly part: ClientPart;
  readonly shape: CallShape;
}

/** All that a file sends through HTTP clients, before it is brought to one shape. */
export interface Traffic {
  readonly evaluator: Evaluator;
  readonly sent: ReadonlyMap<Site, Sent>;
  /** A call that makes a request, also one of another file. */
  readonly sentAt: (site: Site) => Sent | null;
  readonly additions: ReadonlyMap<Target, readonly Addition[]>;
  /** What is added to a target, also where another file made it and adds to it. */
  readonly additionsTo: (target: Target) => readonly Addition[];
  /** Instances that no request of the file uses, by the call that made them. */
  readonly idle: ReadonlyMap<Site, ClientPart>;
  /** Calls and assignments inside callbacks that are accounted for as part of a request. */
  readonly consumed: ReadonlySet<TSESTree.Node>;
}
