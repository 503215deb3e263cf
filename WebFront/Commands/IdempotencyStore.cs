namespace Burnin.WebFront.Commands;

/// <summary>
/// First answers by key, for a day, at most ten thousand. In the memory of this process only: a repeat that comes after a
/// restart, or to another web process, is a new request. Drives stay safe even so, since a busy drive refuses a second start.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<string, FirstAnswer> answers = new(StringComparer.Ordinal);
    private readonly Queue<FirstAnswer> oldestFirst = new();

    /// <summary>The first answer of that key, and whether it is the caller's part to give it.</summary>
    public (FirstAnswer First, bool IsMine) Claim(string key, string body)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (oldestFirst.TryPeek(out var oldest) && (oldestFirst.Count >= MostKept || now - oldest.At >= Kept))
            {
                Remove(oldestFirst.Dequeue());
            }

            if (answers.TryGetValue(key, out var known))
            {
                return (known, false);
            }

            var mine = new FirstAnswer(key, body, now);
            answers.Add(key, mine);
            oldestFirst.Enqueue(mine);
            return (mine, true);
        }
    }

    public void Forget(FirstAnswer answer)
    {
        lock (gate)
        {
            Remove(answer);
        }
    }

    private void Remove(FirstAnswer answer)
    {
        if (answers.TryGetValue(answer.Key, out var known) && ReferenceEquals(known, answer))
        {
            answers.Remove(answer.Key);
        }
    }
}
