import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../catalogue/hosts.js';
import type { Values } from './values.js';

/** A client class or function of the user's own that takes a key; from the option `clients` or `settings['wix-keys'].clients`. */
export interface ClientOption {
  /** Name of the class, function or object. */
  readonly name: string;
  /** Method that takes the key; without it the function or constructor itself does. */
  readonly method?: string;
  /** Index of the argument that holds the key; without it any argument may. */
  readonly argument?: number;
  /** Property of that argument that holds the key; without it the argument itself or any property. */
  readonly property?: string;
}

/** One call to Wix (or to somewhere unknown) that a value authorizes, brought to one shape. */
export interface WixRequest {
  /** The call, constructor or JSX element. */
  readonly node: TSESTree.Node;
  /** Where it goes, for each URL it may have; empty when it never goes out from this file. */
  readonly destinations: ReadonlySet<Destination | 'unknown'>;
  /** What it is authorized with: the Authorization header or the key of its strategy. */
  readonly authorization: Values;
  /** All header containers that go with it, as far as known. */
  readonly headers: Values;
  /** Its URLs, of a request by an HTTP client. */
  readonly urls?: Values;
  /** The objects whose members are put into its URLs. */
  readonly query?: Values;
  /** Whether a callback of its client looks at it first, and adds some of this to some requests alone. */
  readonly isChosen?: boolean;
  /** Those of `authorization` that stand where nothing but a key can: the key of a strategy, or of a client of the user's own. */
  readonly keys?: Values;
  /** The calls that made the strategies it is authorized by. */
  readonly strategies?: readonly TSESTree.Node[];
  /** An app secret it is given, apart from what authorizes it. */
  readonly secrets?: Values;
}
