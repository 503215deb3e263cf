namespace Burnin.Grains.Interfaces.Nases;

/// <summary>What is to be otherwise about a NAS; null is "as it is", an empty text takes away. Secrets go to no other address than the one they were entered for.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-change")]
public sealed record NasChange
{
    [Id(0)]
    public string? Kind { get; init; }

    [Id(1)]
    public string? Url { get; init; }

    [Id(2)]
    public string? ApiKey { get; init; }

    [Id(3)]
    public string? ApiUser { get; init; }

    [Id(4)]
    public string? Tls { get; init; }

    /// <summary>The whole of it, but secrets that stay; with an empty host SSH is taken away.</summary>
    [Id(5)]
    public SshSettings? Ssh { get; init; }

    [Id(6)]
    public int? MaxParallel { get; init; }

    [Id(7)]
    public bool? IncludeLoopDevices { get; init; }

    [Id(8)]
    public string? RunDirectory { get; init; }

    [Id(9)]
    public bool? Paused { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Kind = {Kind}, Url = {Url}, Ssh = {Ssh}");
        return true;
    }
}
