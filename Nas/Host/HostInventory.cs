using System.Collections.Immutable;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Host;

/// <summary>Reads the answer of the verb <c>inventory</c>: product, disks, and what can be done with the tools found.</summary>
internal static class HostInventory
{
    private const string Unproved = "written for FreeBSD, proved only against pretended tools";

    private static readonly ImmutableArray<string> SurfaceTools = ["flock", "setsid", "stat", "blkid"];
    private static readonly ImmutableArray<string> FreeBsdSurfaceTools = ["flock", "daemon", "fstat", "diskinfo"];

    // One of each is enough.
    private static readonly ImmutableArray<string> Engines = ["fio", "badblocks"];
    private static readonly ImmutableArray<string> Askers = ["perl", "python3", "e2fsck"];
    private static readonly ImmutableArray<string> FreeBsdLockers = ["perl", "python3", "python"];

    public static Inventory Read(HostAnswer answer, string? hostKey)
    {
        var host = answer.First("host");
        return new Inventory
        {
            Product = host?.Word(0) is { Length: > 0 } product ? product : "Linux",
            Drives = HostDisks.Read(answer),
            HostKey = hostKey,
            Capabilities = CapabilitiesOf(answer, isRoot: host?.Word(1) == "0", isFreeBsd: host?.Word(2).StartsWith("FreeBSD", StringComparison.Ordinal) == true),
        };
    }

    private static ImmutableArray<Capability> CapabilitiesOf(HostAnswer answer, bool isRoot, bool isFreeBsd)
    {
        var tools = answer.All("tool").DistinctBy(line => line.Word(0)).ToDictionary(line => line.Word(0), line => line.Word(1));
        List<string> missing = [.. (isFreeBsd ? FreeBsdSurfaceTools : SurfaceTools).Where(tool => !tools.ContainsKey(tool))];
        foreach (var choice in (ImmutableArray<string>[])[Engines, isFreeBsd ? FreeBsdLockers : Askers])
        {
            missing.AddRange(choice.Any(tools.ContainsKey) ? [] : choice);
        }

        var engine = Engines.FirstOrDefault(tools.ContainsKey);
        string? Noted(string? note) => !isFreeBsd ? note : note is null ? Unproved : $"{note}; {Unproved}";
        string Named(string tool) => $"{tool} {tools[tool]}".TrimEnd();
        Capability Smart(string what, string? note) =>
            !isRoot ? new Capability(what, null, "needs a login as root")
            : tools.ContainsKey("smartctl") ? new Capability(what, Named("smartctl"), Noted(note))
            : new Capability(what, null, "the host has no smartctl");
        Capability Surface(string what, string? note) =>
            !isRoot ? new Capability(what, null, "needs a login as root")
            : missing.Count > 0 ? new Capability(what, null, $"the host has no {string.Join(", no ", missing)}")
            : new Capability(what, Named(engine!), Noted(note));

        return
        [
            new Capability("inventory", isFreeBsd ? "GEOM" : "sysfs", Noted(isRoot ? null : "without root every disk counts as in use")),
            Smart("smart", null),
            Smart("short_smart", "NVMe self-tests need smartctl 7.4 or newer"),
            Smart("long_smart", "NVMe self-tests need smartctl 7.4 or newer"),
            Surface("surface_validate", engine == "badblocks" ? "cannot see a drive that claims more capacity than it has" : null),
            Surface("io_validate", null),
        ];
    }
}
