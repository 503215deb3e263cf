namespace Burnin.Nas.Original;

/// <summary>One job of the NAS; only self-tests are asked for.</summary>
internal sealed record OriginalJob
{
    public const string SelfTestMethod = "smart.test";

    public required long Id { get; init; }

    public string? Method { get; init; }

    public required string State { get; init; }

    public OriginalProgress? Progress { get; init; }

    public IReadOnlyList<OriginalTest>? Arguments { get; init; }

    public string? Error { get; init; }

    public bool IsUnderWay => State is "RUNNING" or "WAITING";

    public bool HasPassed => State is "SUCCESS";

    /// <summary>A test that a reset, a hand on the cable or another program cut short says nothing about the drive.</summary>
    public bool HasFailed => State is "FAILED" && !SaysOf("interrupted") && !SaysOf("aborted");

    public bool IsTestOf(string deviceName, string type) =>
        Arguments?.Any(test => test.Type == type && test.Disks?.Contains(deviceName) is true) is true;

    private bool SaysOf(string cut) => Error?.Contains(cut, StringComparison.OrdinalIgnoreCase) is true;

    internal sealed record OriginalProgress(double? Percent, string? Description);

    /// <summary>What a test was started with, and what one is started with.</summary>
    internal sealed record OriginalTest(IReadOnlyList<string>? Disks, string? Type);
}
