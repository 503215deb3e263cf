using System.Collections.Concurrent;
using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Interfaces.Users;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>What the fake grains know, and what they answer when a test has said so.</summary>
internal sealed class FakeWorld
{
    private int jobs;
    private long epochs;

    public ConcurrentDictionary<string, NasView> Nases { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, DriveView> Drives { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, JobView> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>By drive id; a drive without an answer starts.</summary>
    public ConcurrentDictionary<string, Func<StartBurnInResult>> StartAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>By job id; a job without an answer is cancelled.</summary>
    public ConcurrentDictionary<string, Func<CancelJobResult>> CancelAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>By job id; a job without an answer is given up.</summary>
    public ConcurrentDictionary<string, Func<GiveUpJobResult>> GiveUpAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>By job id; a job without an answer is paused.</summary>
    public ConcurrentDictionary<string, Func<PauseJobResult>> PauseAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>What NAS boxes were told to change, or to try.</summary>
    public ConcurrentQueue<(string Nas, NasChange Change)> NasChanges { get; } = new();

    /// <summary>By NAS name; a NAS without an answer is accepted.</summary>
    public ConcurrentDictionary<string, Func<ConfigureNasResult>> NasAnswers { get; } = new(StringComparer.Ordinal);

    public SettingsView Settings { get; set; } = FakeSettingsGrain.Usual;

    /// <summary>Null while settings are taken.</summary>
    public Func<ChangeSettingsResult>? SettingsAnswer { get; set; }

    public ChannelView Mail { get; set; } = FakeNotifierGrain.Usual;

    public ChannelTestResult MailTest { get; set; } = FakeNotifierGrain.Works;

    /// <summary>What was to be tried, and whether a message was to be sent.</summary>
    public ConcurrentQueue<(ImmutableDictionary<string, string?> Values, bool Sends)> MailTests { get; } = [];

    public ConcurrentQueue<ChangeSettings> SettingsWishes { get; } = [];

    public ConcurrentQueue<(string DriveId, StartBurnIn Wish)> Starts { get; } = [];

    /// <summary>Names of the NAS boxes whose feed has a listener.</summary>
    public ConcurrentDictionary<string, bool> Heard { get; } = new(StringComparer.Ordinal);

    /// <summary>What becomes of a delta on its way to the front, by NAS name: nothing, or more than one.</summary>
    public ConcurrentDictionary<string, Func<NasDelta, IReadOnlyList<NasDelta>>> Ways { get; } = new(StringComparer.Ordinal);

    /// <summary>By name: password, role and the stamp of the sign-ins.</summary>
    public ConcurrentDictionary<string, (string Password, string Role, string Stamp)> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>By secret.</summary>
    public ConcurrentDictionary<string, TokenView> Tokens { get; } = new(StringComparer.Ordinal);

    /// <summary>Null while the fleet answers.</summary>
    public Func<Exception>? FleetFailure { get; set; }

    /// <summary>Null while jobs answer.</summary>
    public Func<Exception>? JobFailure { get; set; }

    public string NextJobId() => $"01FAKE{Interlocked.Increment(ref jobs):0000}";

    public long NextEpoch() => Interlocked.Increment(ref epochs);

    public IEnumerable<DriveView> DrivesOf(string nas) =>
        Drives.Values.Where(drive => drive.Nas == nas).OrderBy(drive => drive.Devname, StringComparer.Ordinal);
}
