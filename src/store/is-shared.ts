/** Numbers by which Linux tells file systems of other machines: NFS, SMB, CIFS, SMB 2, Ceph, AFS. */
const network: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x5346414f])

/** Whether a file system is another machine's: SQLite's log of changes needs memory that all its users share. */
export function isShared({ type }: { readonly type: number }): boolean {
  return network.has(type)
}
