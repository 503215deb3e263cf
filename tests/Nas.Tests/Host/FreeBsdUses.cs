using Burnin.Domain.Drives;

namespace Burnin.Nas.Tests.Host;

/// <summary>All that can speak against writing to a disk of a FreeBSD host: how it is pretended, and the fact that names it.</summary>
internal static class FreeBsdUses
{
    public static IReadOnlyDictionary<string, (InUseFact Fact, Action<FreeBsdDisguise> Make)> All { get; } = new Dictionary<string, (InUseFact, Action<FreeBsdDisguise>)>
    {
        ["mounted"] = (new("mounted", "da0 is mounted at /mnt/old."), host => host.Says("mounts", "/dev/da0\t\t/mnt/old\t\tufs\trw\t\t1 1")),
        ["mounted by label"] = (new("boot", "ufs/root is mounted at /."), host =>
        {
            host.PutsUpon("da0", "LABEL", "da0", "r1w1e1", "", ("ufs/root", "-"));
            host.Says("mounts", "/dev/ufs/root\t\t/\t\tufs\trw\t\t1 1");
        }
        ),
        ["swap on a mirror"] = (new("swap", "mirror/swap0.eli is a swap area."), host =>
        {
            host.IsPartitioned();
            host.PutsUpon("da0p1", "MIRROR", "swap0", "r1w1e1", "", ("mirror/swap0", "-"));
            host.PutsUpon("mirror/swap0", "ELI", "mirror/swap0.eli", "r1w1e1", "", ("mirror/swap0.eli", "-"));
            host.Says("swaps", "/dev/mirror/swap0.eli   2097152        0  2097152     0%");
        }
        ),
        ["encrypted"] = (new("holder", "da0p2 is held by ELI (gptid/x.eli)."), host =>
        {
            host.IsPartitioned();
            host.PutsUpon("da0p2", "ELI", "gptid/x.eli", "r1w1e1", "", ("gptid/x.eli", "-"));
        }
        ),
        ["mirrored"] = (new("holder", "da0 is held by MIRROR (gm0)."), host => host.PutsUpon("da0", "MIRROR", "gm0", "r1w1e1", "", ("mirror/gm0", "-"))),
        ["pool by gptid"] = (new("pool", "gptid/4b0c9a1e-0001-11ee-9c7e-000000000000 belongs to the imported pool tank."), host =>
        {
            host.IsPartitioned();
            host.Says("pools", "  pool: tank\n state: ONLINE\nconfig:\n\n\tNAME\n\ttank  ONLINE  0 0 0\n\t  /dev/gptid/4b0c9a1e-0001-11ee-9c7e-000000000000  ONLINE  0 0 0");
        }
        ),
        ["pool that lost it"] = (new("pool", "da0p2 belongs to the imported pool tank."), host =>
        {
            host.IsPartitioned();
            host.Says("pools", "  pool: tank\nconfig:\n\t  1234567  UNAVAIL  0 0 0  was /dev/da0p2");
        }
        ),
        ["label of a pool"] = (new("signature", "da0p2 carries the label of ZFS pool 'cold'."), host =>
        {
            host.IsPartitioned();
            host.Says("label.da0p2", "    name: 'cold'\n    pool_guid: 77");
        }
        ),
        ["ZFS in the kernel"] = (new("holder", "da0 is held by ZFS::VDEV (zfs::vdev)."), host => host.PutsUpon("da0", "ZFS::VDEV", "zfs::vdev", "r1w1e1")),
        ["no word of the pools"] = (new("unknown", "zpool status failed: internal error: failed to initialize ZFS library."), host => host.Says("zpool.fails", "")),
        ["partitions"] = (new("partitions", "da0 has partitions: da0p1 da0p2."), host => host.IsPartitioned()),
        ["type of a partition"] = (new("signature", "da0p2 is a partition of type freebsd-zfs."), host => host.IsPartitioned()),
        ["table without partitions"] = (new("signature", "da0 carries a signature: MBR."), host => host.PutsUpon("da0", "PART", "da0", "r0w0e0", "MBR")),
        ["debug flags"] = (new("unknown", "kern.geom.debugflags has bit 16 set: GEOM protects no disk that is in use."), host => host.Says("debugflags", "17")),
        ["no debug flags"] = (new("unknown", "kern.geom.debugflags could not be read."), host => host.Says("debugflags", "")),
        ["open for writing"] = (new("open", "da0 is open for writing (GEOM says r2w1e0)."), host => host.Says("mode", "r2w1e0")),
        ["open exclusively"] = (new("open", "da0 is open exclusively (GEOM says r1w1e2)."), host => host.Says("mode", "r1w1e2")),
        ["unreadable tree"] = (new("unknown", "GEOM does not know da0."), host => host.Says("torn", "")),
        ["exported"] = (new("open", "da0 is exported to other machines as a block device."), host => host.Says("exports", "LUN Backend\n  0 block\n      file=/dev/da0")),
    };
}
