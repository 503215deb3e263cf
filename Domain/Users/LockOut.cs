namespace Burnin.Domain.Users;

/// <summary>How long a name is locked after wrong passwords: guessing becomes hopeless, and mistyping costs a minute.</summary>
/// <param name="Failures">Wrong passwords since the last right one.</param>
/// <param name="Until">Till then no password is looked at; null while it is open.</param>
public sealed record LockOut(int Failures, DateTimeOffset? Until)
{
    private const int Free = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static LockOut None { get; } = new(0, null);

    public bool IsLockedAt(DateTimeOffset now) => Until > now;

    /// <summary>One more wrong password. The time doubles with each, up to a quarter of an hour.</summary>
    public LockOut AfterFailure(DateTimeOffset now)
    {
        var failures = Failures + 1;
        if (failures < Free)
        {
            return new LockOut(failures, null);
        }

        var doublings = Math.Min(failures - Free, 10);
        var pause = First * Math.Pow(2, doublings);
        return new LockOut(failures, now + (pause < Longest ? pause : Longest));
    }
}
