namespace Burnin.Domain.Nases;

/// <summary>Everything needed to talk to one NAS.</summary>
public sealed record NasConnection
{
    public required string Name { get; init; }

    public required NasKind Kind { get; init; }

    public Uri? Url { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>Whose key it is, where the product asks for that.</summary>
    public string? ApiUser { get; init; }

    public TlsTrust Tls { get; init; } = new TlsTrust.Verify();

    public SshEndpoint? Ssh { get; init; }

    /// <summary>Lets loop devices join, for tests and training.</summary>
    public bool IncludeLoopDevices { get; init; }

    /// <summary>Where runs keep their state on the host. Never on a disk or a pool under test.</summary>
    public string RunDirectory { get; init; } = "/var/lib/burnin";

    /// <summary>How much faster than the clock the simulated surface stages of a pretend NAS run.</summary>
    public double SpeedUp { get; init; } = 1;

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Name = {Name}, Kind = {Kind}, Url = {Url}, Ssh = {Ssh}");
        return true;
    }
}
