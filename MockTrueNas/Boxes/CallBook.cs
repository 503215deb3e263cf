using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>What clients called of late, and how often since the start.</summary>
internal sealed class CallBook
{
    private const int Kept = 200;
    private const int ArgumentsKept = 500;

    private readonly Lock _gate = new();
    private readonly Queue<CallRecord> _calls = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(DateTimeOffset at, string transport, string method, string arguments, string outcome)
    {
        lock (_gate)
        {
            _counts[method] = _counts.GetValueOrDefault(method) + 1;
            _calls.Enqueue(new CallRecord(at, transport, method, arguments.Length > ArgumentsKept ? arguments[..ArgumentsKept] : arguments, outcome));

            if (_calls.Count > Kept)
            {
                _calls.Dequeue();
            }
        }
    }

    public ImmutableArray<CallRecord> Recent()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public ImmutableSortedDictionary<string, int> Counts()
    {
        lock (_gate)
        {
            return _counts.ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
    }
}
