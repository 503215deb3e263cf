using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>What the polls have shown since the start: in memory only, since the next poll shows it again.</summary>
internal sealed record NasSight
{
    public NasFault? Fault { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public ImmutableArray<Capability> Capabilities { get; init; } = [];

    public int Running { get; init; }

    public int Queued { get; init; }

    /// <summary>A part that did not answer is said, though the rest is seen.</summary>
    public NasSight After(Inventory inventory, DateTimeOffset now) => this with
    {
        Fault = inventory.Trouble?.Fault,
        Message = inventory.Trouble?.Message,
        SeenAt = now,
        Capabilities = inventory.Capabilities,
    };

    /// <summary>Nothing was seen: whatever it could do before, it cannot be asked for now, and its report says which trouble that is.</summary>
    public NasSight After(NasFault fault, string message) => this with
    {
        Fault = fault,
        Message = message,
        Capabilities = [.. (Capabilities.IsEmpty ? [new Capability("inventory", null, null)] : Capabilities).Select(capability => capability with { By = null, Note = $"{fault.Word}: {message}" })],
    };

    public NasStatus ToStatus(NasRecord record, DateTimeOffset now, TimeSpan staleThreshold) => new()
    {
        Health = record.Settings?.Paused == true ? "paused" : Fault is { } fault ? fault.Word : SeenAt is null ? "connecting" : "ok",
        Message = record.Settings?.Paused == true ? "Paused: it is not asked, and nothing new begins on it." : Message,
        SeenAt = SeenAt,
        Stale = SeenAt is null || now - SeenAt > staleThreshold,
        Product = record.Product,
        Running = Running,
        Queued = Queued,
        MaxParallel = record.Settings?.MaxParallel ?? 0,
    };

    public NasView ToView(string name, SealedNas settings, NasStatus status) => new()
    {
        Name = name,
        Kind = settings.Kind,
        Address = NasConnections.AddressOf(settings),
        MaxParallel = settings.MaxParallel,
        IncludeLoopDevices = settings.IncludeLoopDevices,
        HostKey = settings.Ssh?.HostKey,
        Status = status,
        SudoRule = settings.Ssh is { } ssh ? SudoRule.LineFor(ssh.User) : null,
        Capabilities = [.. Capabilities.Select(ViewOf)],
        Paused = settings.Paused,
        Url = settings.Url,
        HasApiKey = settings.SealedApiKey is not null,
        ApiUser = settings.ApiUser,
        Tls = settings.Tls,
        Ssh = settings.Ssh is not { } host ? null : new SshView
        {
            Host = host.Host,
            Port = host.Port,
            User = host.User,
            HasPassword = host.SealedPassword is not null,
            HasPrivateKey = host.SealedPrivateKey is not null,
        },
        RunDirectory = settings.RunDirectory,
    };

    public static CapabilityView ViewOf(Capability capability) => new() { What = capability.What, By = capability.By, Note = capability.Note };
}
