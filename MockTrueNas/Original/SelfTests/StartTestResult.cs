namespace Burnin.MockTrueNas.Original.SelfTests;

internal abstract record StartTestResult
{
    private StartTestResult() { }

    public sealed record Started(int JobId) : StartTestResult;

    public sealed record UnknownDrive(int Position, string Name) : StartTestResult;

    public sealed record AlreadyTesting(string Name) : StartTestResult;
}
