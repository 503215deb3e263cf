using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Violations;

/// <summary>Writes down what clients did that is forbidden, also what is so only when it is done too often.</summary>
internal sealed class ViolationBook(TimeProvider clock)
{
    /// <summary>A scan for each of a batch of drives is care; one at each poll is not.</summary>
    private const int ScansAllowed = 10;

    private const int RefusalsAllowed = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _scans = new();
    private readonly Dictionary<string, int> _refusals = [];
    private ImmutableArray<Violation> _all = [];

    public ImmutableArray<Violation> All
    {
        get
        {
            lock (_gate)
            {
                return _all;
            }
        }
    }

    public void Add(ViolationKind kind, string detail)
    {
        lock (_gate)
        {
            _all = _all.Add(new Violation(clock.GetUtcNow(), kind, detail));
        }
    }

    /// <summary>Gives them out, and forgets them.</summary>
    public ImmutableArray<Violation> Take()
    {
        lock (_gate)
        {
            var taken = _all;
            _all = [];
            _scans.Clear();
            _refusals.Clear();

            return taken;
        }
    }

    public void Scanned(string method)
    {
        bool isTooMany;

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _scans.Enqueue(now);

            while (_scans.Peek() <= now - Window)
            {
                _scans.Dequeue();
            }

            isTooMany = _scans.Count == ScansAllowed + 1;
        }

        if (isTooMany)
        {
            Add(ViolationKind.ScanPolled, $"{method}: more than {ScansAllowed} scans of all disks within {Window.TotalMinutes} minutes");
        }
    }

    public void Refused(string key)
    {
        int refusals;

        lock (_gate)
        {
            refusals = _refusals[key] = _refusals.GetValueOrDefault(key) + 1;
        }

        if (refusals == RefusalsAllowed + 1)
        {
            Add(ViolationKind.RefusedKeyRepeated, $"a key was refused, and offered {refusals} times");
        }
    }
}
