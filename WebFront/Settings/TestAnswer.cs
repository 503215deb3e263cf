using Burnin.Grains.Interfaces.Messages;

namespace Burnin.WebFront.Settings;

/// <summary>How far a test came: the last step is the one that failed, if any did.</summary>
internal sealed record TestAnswer(bool Works, IReadOnlyList<TestStepAnswer> Steps)
{
    public static TestAnswer Of(ChannelTestResult.Tried tried) => new(tried.Works, [.. tried.Steps.Select(step => new TestStepAnswer(step.Name, step.Detail, step.IsDone))]);
}
