/** Where in a call a thing stands: an argument by its index, or what lies behind `path` in it. */
export interface Slot {
  readonly argument: number;
  readonly path?: readonly string[];
}

/** A call that sends a request, or makes the object that will. Where several slots are given, the first that holds a fitting value counts. */
export interface CallShape {
  /** Members from the client to the function, joined by dots; '' is the client itself. */
  readonly member: string;
  /** True where it is called with `new`. */
  readonly construct?: true;
  /** Slots of an absolute or relative URL: a string, a `URL` or a `Request`. */
  readonly url?: readonly Slot[];
  /** Slots of an options object that spells the URL in pieces: protocol, hostname or host, port, path (node:http). */
  readonly urlParts?: readonly Slot[];
  /** Slots of the base that a relative URL is joined to. */
  readonly base?: readonly Slot[];
  readonly headers?: readonly Slot[];
  /** Slots of an object whose members are put into the URL. */
  readonly query?: readonly Slot[];
  /** Slots of a callback whose first parameter is a request object with this client's setters (jQuery's beforeSend). */
  readonly callback?: readonly Slot[];
  /** Slots of a function, or of a list of such, whose second parameter holds the headers that go out (axios's transformRequest). */
  readonly headersCallback?: readonly Slot[];
}

/** A method of the request object (or builder) that adds to the request. Every other method of it is taken to give the same object back. */
export interface SetterShape {
  /** Members from the request object to the function, joined by dots. */
  readonly member: string;
  readonly url?: Slot;
  readonly headers?: Slot;
  /** A header given as name and value. */
  readonly name?: Slot;
  readonly value?: Slot;
  /** A value that becomes the Authorization header as it is, or behind `Bearer`. */
  readonly authorization?: Slot;
}

/** A call that makes a client with defaults of its own; the result is called like the client itself. */
export interface InstanceShape {
  readonly member: string;
  readonly construct?: true;
  readonly base?: readonly Slot[];
  readonly headers?: readonly Slot[];
  readonly query?: readonly Slot[];
  /** As in a call: run before every request. */
  readonly headersCallback?: readonly Slot[];
}

/** A call that changes the defaults of the client (or instance) it is called on; what it returns is no client. */
export interface DefaultsShape {
  readonly member: string;
  readonly headers?: readonly Slot[];
  /** As in a call: run before every request. */
  readonly callback?: readonly Slot[];
}

/** One HTTP client: how it is reached and which argument or property of its calls is what. */
export interface HttpClient {
  readonly name: string;
  /** Packages and Node modules that hold it. */
  readonly modules: readonly string[];
  /** Exports that are the client itself, besides the default export and the module object. */
  readonly exports: readonly string[];
  /** Global names that are the client itself. */
  readonly globals: readonly string[];
  readonly calls: readonly CallShape[];
  readonly instances?: readonly InstanceShape[];
  readonly setters?: readonly SetterShape[];
  readonly defaultCalls?: readonly DefaultsShape[];
  /** Members of the client (or an instance) that hold defaults and are written to, joined by dots. */
  readonly defaultHeaders?: readonly string[];
  readonly defaultBase?: readonly string[];
}

/** The slot of an argument, or of what lies behind `path` in it. */
export function at(argument: number, ...path: readonly string[]): Slot {
  return path.length === 0 ? { argument } : { argument, path };
}

/** One call shape per member, all with the same slots. */
export function alike(members: readonly string[], shape: Omit<CallShape, 'member'>): readonly CallShape[] {
  return members.map((member) => ({ member, ...shape }));
}
