namespace Burnin.Domain.Messages;

/// <summary>Shows somebody outside that we run, so that they can tell when we do not.</summary>
public interface IHeartbeat
{
    /// <summary>Why it was not heard; null where it was. It never throws for what a server or a network can do.</summary>
    Task<string?> BeatAsync(Uri url, CancellationToken cancellationToken);
}
