using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Nas.TrueNas.Disks;

namespace Burnin.Nas.TrueNas;

/// <summary>What a NAS can do for us, by API or over SSH, or why not.</summary>
internal static class TrueNasCapabilities
{
    private static readonly ImmutableArray<string> OfHost = ["smart", "short_smart", "long_smart", "surface_validate", "io_validate"];

    /// <param name="session">Of the API.</param>
    /// <param name="sight">What it showed.</param>
    /// <param name="host">What the host can do; null where no SSH is set up, or it did not answer.</param>
    /// <param name="hostTrouble">Why the host did not answer, where it did not.</param>
    public static ImmutableArray<Capability> Of(TrueNasSession session, ApiSight sight, ImmutableArray<Capability>? host, string? hostTrouble)
    {
        var (word, release) = (session.Transport.Word, session.Release);
        ImmutableArray<string> unanswered = hostTrouble is null ? sight.ScanFailures : [.. sight.ScanFailures, hostTrouble];
        return
        [
            new("inventory", word, word == "rest" ? NoteOnRest(release) : null),
            word == "rest" ? new("hot_plug", null, "REST tells of no changes: a drive that comes or goes is seen at the next look") : new("hot_plug", word, null),
            unanswered.IsEmpty
                ? new("in_use", host is null ? word : $"{word} and ssh", BlindSpotOf(release))
                : new("in_use", null, string.Join(' ', unanswered)),
            sight.NoTemperatures is { } why
                ? new("temperature", host is null ? null : "ssh", why)
                : new("temperature", word, NoteOnTemperatures(release)),
            .. OfHost.Select(what =>
                host?.FirstOrDefault(capability => capability.What == what)
                ?? (hostTrouble is null ? WithoutHost(what, word, release) : new Capability(what, null, hostTrouble))),
        ];
    }

    private static string? NoteOnRest(TrueNasRelease release) => release switch
    {
        { HasJsonRpc: true } => "every request is written to the NAS's audit log, and 25.10 raises an alert; with the user of the key (api_user) JSON-RPC is used instead",
        { AuditsRest: true } => "every request is written to the NAS's audit log",
        _ => null,
    };

    private static string? BlindSpotOf(TrueNasRelease release) => release.Uses switch
    {
        UseWay.Unused => "this release shows members of exported pools as free; what the host finds on a disk counts besides",
        UseWay.UnusedWithExported or UseWay.Details => null,
    };

    private static string? NoteOnTemperatures(TrueNasRelease release) => release.Temperatures switch
    {
        TemperatureWay.OneByOne => "disk by disk, once a minute: this release answers for all disks with what somebody asked before",
        TemperatureWay.FromKernel => "up to five minutes old, and not for every disk: some controllers and USB bridges have no sensor that the kernel reads",
        TemperatureWay.Plain or TemperatureWay.WithOptions => null,
    };

    private static Capability WithoutHost(string what, string word, TrueNasRelease release) => what switch
    {
        "surface_validate" or "io_validate" => new Capability(what, null, "the API offers no test of the surface; set up SSH"),
        _ when !release.HasSmart => new Capability(what, null, $"SMART left the API with 25.10, and this is {release.Product}; set up SSH"),
        "smart" => new Capability(what, word, "the attributes of ATA drives alone; SSH reads all"),
        _ => new Capability(what, word, NoteOnSelfTests(release)),
    };

    private static string? NoteOnSelfTests(TrueNasRelease release) =>
        !release.HasSmartAbort ? "not of NVMe, and once started it cannot be ended; SSH can"
        : release.FindsRunningTestInLog ? "this release does not show of every drive how far it is; SSH does"
        : null;
}
