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
            new("inventory", word, word == "rest" && release.AuditsRest ? "every request is written to the NAS's audit log" : null),
            unanswered.IsEmpty
                ? new("in_use", host is null ? word : $"{word} and ssh", BlindSpotOf(release))
                : new("in_use", null, string.Join(' ', unanswered)),
            sight.NoTemperatures is { } why
                ? new("temperature", host is null ? null : "ssh", why)
                : new("temperature", word, NoteOnTemperatures(release)),
            .. OfHost.Select(what =>
                host?.FirstOrDefault(capability => capability.What == what)
                ?? new Capability(what, null, hostTrouble ?? WithoutHost(what, release))),
        ];
    }

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

    private static string WithoutHost(string what, TrueNasRelease release) => what is "surface_validate" or "io_validate"
        ? "the API offers no test of the surface; set up SSH"
        : release.HasSmart
            ? "set up SSH"
            : $"SMART left the API with 25.10, and this is {release.Product}; set up SSH";
}
