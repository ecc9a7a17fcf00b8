/** What the tests use of Frictionless’ own library, which brings no types. */
declare module 'datapackage' {
  export class Package {
    static load(path: string, options: { strict: boolean }): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly unknown[]
    readonly resources: readonly { name: string; read(options: { keyed: boolean }): Promise<unknown[]> }[]
  }
}
