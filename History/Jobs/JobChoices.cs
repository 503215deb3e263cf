namespace Burnin.History.Jobs;

/// <summary>What there is to choose from in a filter, each in order.</summary>
public sealed record JobChoices(IReadOnlyList<string> Nases, IReadOnlyList<string> Models, IReadOnlyList<string> Profiles, IReadOnlyList<string> Operators);
