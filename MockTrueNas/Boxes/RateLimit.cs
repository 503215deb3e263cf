namespace Burnin.MockTrueNas.Boxes;

/// <summary>From 24.10 on: so many calls a minute of each method that needs no login, for each address.</summary>
internal sealed class RateLimit(TimeProvider clock)
{
    private const int Calls = 20;
    private const int Entries = 100;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Method, string Address), (int Calls, DateTimeOffset Since)> _seen = [];

    /// <summary>Counts a call, and says whether it was one too many.</summary>
    public bool IsExceededBy(string method, string address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var (calls, since) = _seen.GetValueOrDefault((method, address), (0, now));
            (calls, since) = now - since >= Period ? (1, now) : (calls + 1, since);
            _seen[(method, address)] = (calls, since);

            return calls > Calls || _seen.Count >= Entries;
        }
    }
}
