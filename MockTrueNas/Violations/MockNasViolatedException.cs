namespace Burnin.MockTrueNas.Violations;

/// <summary>A client did to a pretend NAS what it must never do to a real one; thrown when the NAS is disposed of.</summary>
public sealed class MockNasViolatedException : Exception
{
    internal MockNasViolatedException(string nas, IReadOnlyList<Violation> violations)
        : base($"NAS {nas} was violated: {string.Join("; ", violations.Select(violation => $"{violation.Kind}: {violation.Detail}"))}") =>
        Violations = violations;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Violation> Violations { get; }
}
