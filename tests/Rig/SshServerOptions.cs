namespace Burnin.Rig;

public sealed record SshServerOptions
{
    /// <summary>What every session finds in its environment, <c>PATH</c> included.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What every session runs, whatever it asks for; null for what it asks for.</summary>
    public string? ForcedCommand { get; init; }

    /// <summary>Channels per connection: ten, as real servers have it.</summary>
    public int MaxSessions { get; init; } = 10;
}
