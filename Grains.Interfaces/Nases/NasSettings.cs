namespace Burnin.Grains.Interfaces.Nases;

/// <summary>A NAS as a person adds it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-settings")]
public sealed record NasSettings
{
    /// <summary><c>auto, original, rest, jsonrpc, linux, local</c>.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    [Id(1)]
    public string? Url { get; init; }

    [Id(2)]
    public string? ApiKey { get; init; }

    /// <summary><c>verify</c>, <c>ignore</c> or <c>pin:{sha256}</c>.</summary>
    [Id(3)]
    public string Tls { get; init; } = "verify";

    [Id(4)]
    public SshSettings? Ssh { get; init; }

    /// <summary>Burn-ins at once on this NAS.</summary>
    [Id(5)]
    public int MaxParallel { get; init; } = 2;

    [Id(6)]
    public bool IncludeLoopDevices { get; init; }

    /// <summary>How much faster than the clock a pretend NAS runs; 1 for anything real.</summary>
    [Id(7)]
    public double SpeedUp { get; init; } = 1;

    /// <summary>Where runs keep their state on the host; null for the default.</summary>
    [Id(8)]
    public string? RunDirectory { get; init; }

    /// <summary>Whose key it is: since 25.04 a key is a user's.</summary>
    [Id(9)]
    public string? ApiUser { get; init; }

    /// <summary>It is left alone: not asked, and nothing new begins there.</summary>
    [Id(10)]
    public bool Paused { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Kind = {Kind}, Url = {Url}, Ssh = {Ssh}");
        return true;
    }
}
